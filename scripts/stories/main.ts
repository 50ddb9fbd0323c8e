import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../test/support/chromium.mjs';
import { goToStory, listenToStorybook, openStory } from './play-story.ts';
import { serveFolder } from './static-server.ts';

interface Story {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
}

/** Pages that play stories side by side, each the stories of one element after the other. */
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
    const waiting = byTitle(stories).values();
    await Promise.all(
      Array.from({ length: pages }, async () => {
        const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
        const page = await context.newPage();
        await listenToStorybook(page);
        for (const [first, ...others] of waiting) {
          failed += await play(first, () => openStory(page, `${server.url}/iframe.html`, first.id));
          for (const story of others) failed += await play(story, () => goToStory(page, story.id));
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

/** @returns how many stories failed: one, or none. */
async function play({ id, title, name }: Story, playing: () => Promise<string[]>): Promise<number> {
  const problems = await playing();
  if (problems.length === 0) return 0;
  console.log(`FAILED ${title}: ${name} (${id})\n  ${problems.join('\n  ')}`);
  return 1;
}

/** The stories of each element, those with the most first, so that no page is left with a long row of them at the end. */
function byTitle(stories: readonly Story[]): readonly [Story, ...Story[]][] {
  const groups = Object.values(Object.groupBy(stories, ({ title }) => title)) as [Story, ...Story[]][];
  return groups.sort((one, other) => other.length - one.length);
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
