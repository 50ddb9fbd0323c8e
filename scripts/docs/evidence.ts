import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mayHaveTitles, titlesIn } from './test-titles.ts';

const LINK = /\[((?:\\.|[^\]\\])*)\]\(([^()\s]+)\)/g;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** A link from a page to a file of tests: its text is the title of the test that it means. */
interface Citation {
  readonly title: string;
  /** Path from the root. */
  readonly file: string;
}

function citationsIn(page: string, markdown: string): readonly Citation[] {
  return [...markdown.matchAll(LINK)]
    .map(([, text = '', target = '']) => ({
      title: text.replaceAll(ESCAPED, '$1'),
      file: path.posix.join(path.posix.dirname(page), target.split('#')[0] ?? ''),
    }))
    .filter(({ file }) => mayHaveTitles(file));
}

/**
 * Evidence that is none: links to files of tests whose text is not the title of a test, or of a group of tests, in that file.
 *
 * @param page path of a page, from the root, which is the working directory
 * @returns what is wrong, for people
 */
export function missingEvidence(page: string): readonly string[] {
  return citationsIn(page, readFileSync(page, 'utf8'))
    .filter(({ title, file }) => !existsSync(file) || !titlesIn(file).has(title))
    .map(({ title, file }) => `${page}: ${file} has no test "${title}"`);
}
