import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { LEFT_OUT_IN_FIREFOX, LEFT_OUT_IN_WEBKIT } from './left-out.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sources = globSync('packages/elements/src/**/*.test.ts', { cwd: root })
  .map((file) => readFileSync(path.join(root, file), 'utf8'))
  .join('\n');

const all = [...LEFT_OUT_IN_FIREFOX, ...LEFT_OUT_IN_WEBKIT];

describe('What is left out in other browsers', () => {
  for (const name of new Set(all.flatMap(({ tests = [] }) => tests)))
    it(`is a test that there is: ${name}`, () => {
      for (const title of name.split(' > ')) assert.ok(sources.includes(`'${title}'`), title);
    });

  for (const file of new Set(all.flatMap(({ files = [] }) => files)))
    it(`is a file that there is: ${file}`, () => {
      assert.ok(existsSync(path.join(root, file)));
    });
});
