import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

/** What newcomers are told to type before anything is installed. */
const FIRST_COMMANDS = [
  'start',
  'test',
  'storybook',
  'site',
  'site:build',
  'frameworks',
  'browsers',
  'lighthouse',
  'attack',
  'faults',
  'bench',
  'bench:browser',
  'example:two-nodes',
];

/** All files of the repository that a file loads, and what it loads from elsewhere. */
function loadedBy(file: string, files = new Set<string>(), others = new Set<string>()): ReadonlySet<string> {
  if (files.has(file)) return others;
  files.add(file);
  for (const [, specifier = ''] of read(file).matchAll(/^import [^;]*?'([^']+)';/gm)) {
    if (specifier.startsWith('.')) loadedBy(path.join(path.dirname(file), specifier), files, others);
    else others.add(specifier);
  }
  return others;
}

describe('A checkout with nothing installed and an old Node', () => {
  for (const command of FIRST_COMMANDS)
    it(`runs ${command}`, () => {
      const [, program = ''] = /^node scripts\/run\.mjs (\S+\.ts)/.exec(scripts[command] ?? '') ?? [];
      assert.notEqual(program, '', `"${String(scripts[command])}" needs what is not there yet`);
      assert.doesNotThrow(() => read(program));
    });

  it('has all that these begin with: nothing but Node itself', () => {
    const needed = [...loadedBy('scripts/run.mjs')];
    assert.ok(needed.length > 0);
    assert.deepEqual(
      needed.filter((specifier) => !specifier.startsWith('node:')),
      [],
    );
  });
});
