import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../test/support/chromium.mjs';
import { listenToStorybook, playStory } from './play-story.ts';
import { serveFolder } from './static-server.ts';

interface Story {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
}

/** Pages that play stories side by side. */
const pages = 2;

/**
 * Builds Storybook as it is published, and plays each of its stories in a browser. Ends with exactly one line that says
 * "N passed, N failed".
 */
async function main(): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../..');
  build(root);
  const folder = path.join(root, 'storybook-static');
  const stories = storiesIn(folder);
  const server = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  let failed = 0;
  try {
    const waiting = stories.values();
    await Promise.all(
      Array.from({ length: pages }, async () => {
        const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
        const page = await context.newPage();
        await listenToStorybook(page);
        for (const { id, title, name } of waiting) {
          const problems = await playStory(page, `${server.url}/iframe.html?id=${id}&viewMode=story`);
          if (problems.length === 0) continue;
          failed += 1;
          console.log(`FAILED ${title}: ${name} (${id})\n  ${problems.join('\n  ')}`);
        }
      }),
    );
  } finally {
    await browser.close();
    await server.stop();
  }
  console.log(`${String(stories.length - failed)} passed, ${String(failed)} failed`);
  if (failed > 0) process.exitCode = 1;
}

function build(root: string): void {
  try {
    execSync('npm run --silent storybook:build', { cwd: root, stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`Storybook could not be built:\n${stdout}${stderr}`, { cause: error });
  }
}

function storiesIn(folder: string): readonly Story[] {
  const index = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as {
    entries: Record<string, Story>;
  };
  const stories = Object.values(index.entries).filter(({ type }) => type === 'story');
  if (stories.length === 0) throw new Error('No story was found.');
  return stories;
}

await main().catch((error: unknown) => {
  // Whoever counts has to see that something failed, also where no story came into sight.
  console.log(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed`);
  process.exitCode = 1;
});
