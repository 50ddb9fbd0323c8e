import path from 'node:path';
import { buildIndex } from 'storybook/internal/core-server';
import type { Story } from '../story.ts';
import { expectedOf } from './expected.ts';
import { formatTable, problemsOf, tableOf } from './table.ts';

/** Prints what the stories show, per element, and fails where something is missing. With `--json` it is for programs. */
const root = path.resolve(import.meta.dirname, '../../..');
const { entries } = await buildIndex({ configDir: path.join(root, '.storybook') });
const stories = Object.values(entries).filter(({ type }) => type === 'story') as readonly Story[];
const expected = expectedOf(root);
const rows = tableOf(stories, expected);
const problems = problemsOf(stories, expected);

console.log(process.argv.includes('--json') ? JSON.stringify(rows, undefined, 2) : formatTable(rows));
if (problems.length > 0) {
  console.error(`\n${problems.join('\n')}`);
  process.exitCode = 1;
}
