import { globSync, readFileSync } from 'node:fs';
import { withoutCode } from './code-blocks.ts';

/** Where the words that people see come from: the English texts of elements and mails, and the pages of the demo. */
const SOURCES = [
  'packages/elements/src/languages/en/*.ts',
  'packages/server/src/notifications/languages/en/*.ts',
  'demo/pages/**/*.{html,ts}',
];

const BOLD = /\*\*([^*]+)\*\*/g;

/** Everything that may be on a screen, as one text. The root is the working directory. */
export const screenWords = (): string =>
  globSync(SOURCES)
    .sort()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

/**
 * What a page for customers sets in bold is on the screen, letter for letter.
 *
 * @param page path of a page, for the message
 * @param screen all that may be on a screen
 * @returns what is wrong, for people
 */
export const wordsNotOnScreen = (page: string, markdown: string, screen: string): readonly string[] =>
  [...withoutCode(markdown).matchAll(BOLD)]
    .map(([, words = '']) => words.replaceAll(/\s+/g, ' '))
    .filter((words) => !screen.includes(words))
    .map((words) => `${page}: no screen says "${words}"`);
