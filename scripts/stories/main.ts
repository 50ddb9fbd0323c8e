import { execSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../test/support/chromium.mjs';
import { PictureBook } from './pictures/picture-book.ts';
import { openRoom, openStudio, takePicture } from './pictures/studio.ts';
import { goToStory, listenToStorybook, openStory } from './play-story.ts';
import { contradictions } from './shown.ts';
import { serveFolder } from './static-server.ts';
import { storiesIn, type Story } from './story.ts';
import { expectedOf } from './table/expected.ts';
import { problemsOf } from './table/table.ts';

/** Pages that play stories side by side, each the stories of one element after the other. */
const pages = 2;

/** Looks at a story that was played. @returns problems in words. */
type Look = (page: Page, story: Story) => Promise<string[]>;

/**
 * Builds Storybook as it is published, plays each of its stories in a browser, and holds it against what it says that it shows and against
 * its picture. Ends with exactly one line that says "N passed, N failed".
 *
 * With `--pictures`, pictures are approved as they are now, and only that. With a part of an id, only stories whose id has it are played.
 */
async function main(): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../..');
  build(root);
  const folder = path.join(root, 'storybook-static');
  const all = storiesIn(folder);
  const part = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? '';
  const stories = all.filter(({ id }) => id.includes(part));
  const book = new PictureBook(
    path.join(root, 'stories/pictures'),
    path.join(root, 'stories/failed-pictures'),
  );
  const problems = [
    ...problemsOf(all, expectedOf(root)),
    ...book.leftOver(all.map(({ id }) => id)).map((file) => `There is no story for ${file}`),
  ];
  for (const problem of problems) console.log(`FAILED ${problem}`);
  const isApproving = process.argv.includes('--pictures');
  const look = isApproving ? approving(book) : examining(book);
  const failedStories = await playAll(folder, stories, look, !isApproving);
  const failed = problems.length + failedStories;
  console.log(`${String(stories.length - failedStories)} passed, ${String(failed)} failed`);
  if (failed > 0) process.exitCode = 1;
}

function examining(book: PictureBook): Look {
  // Text is smoothed otherwise on other systems, in each letter.
  const hasPictures = process.platform === 'linux';
  if (!hasPictures) console.log('Pictures are compared on Linux alone.');
  return async (page, story) => [
    ...(await contradictions(page, story)),
    ...(hasPictures ? await book.check(story.id, () => takePicture(page)) : []),
  ];
}

function approving(book: PictureBook): Look {
  return async (page, story) => {
    const problems = await contradictions(page, story);
    if (problems.length === 0) await book.approve(story.id, () => takePicture(page));
    return problems;
  };
}

/**
 * @param isExamined by axe, too
 * @returns how many stories failed
 */
async function playAll(
  folder: string,
  stories: readonly Story[],
  look: Look,
  isExamined: boolean,
): Promise<number> {
  const server = await serveFolder(folder);
  const showing = { frame: `${server.url}/iframe.html`, isExamined };
  const browser = await openStudio(await findChromium(), chromiumArguments);
  let failed = 0;
  try {
    const waiting = byTitle(stories).values();
    await Promise.all(
      Array.from({ length: pages }, async () => {
        const page = await (await openRoom(browser)).newPage();
        await listenToStorybook(page);
        const play = async (story: Story, playing: Promise<string[]>): Promise<void> => {
          const problems = await playing;
          if (problems.length === 0) problems.push(...(await look(page, story)));
          if (problems.length === 0) return;
          failed += 1;
          console.log(`FAILED ${story.title}: ${story.name} (${story.id})\n  ${problems.join('\n  ')}`);
        };
        for (const [first, ...others] of waiting) {
          await play(first, openStory(page, showing, first.id));
          for (const story of others) await play(story, goToStory(page, showing, story.id));
        }
      }),
    );
  } finally {
    await browser.close();
    await server.stop();
  }
  return failed;
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

await main().catch((error: unknown) => {
  // Whoever counts has to see that something failed, also where no story came into sight.
  console.log(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed`);
  process.exitCode = 1;
});
