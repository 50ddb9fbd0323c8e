import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

const reporter = path.join(import.meta.dirname, 'node-reporter.mjs');

describe('The reporter of node:test', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'mfa-kit-reporter-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs test files of their own, given by what stands in them after the import. */
  function run(...files: string[]): { status: number | null; lines: string[] } {
    files.forEach((body, index) => {
      const source = `import { describe, it } from 'node:test';\n${body}\n`;
      writeFileSync(path.join(folder, `${String(index)}.test.mjs`), source);
    });
    const parameters = ['--test', `--test-reporter=${reporter}`, '*.test.mjs'];
    const { status, stdout } = spawnSync(process.execPath, parameters, {
      cwd: folder,
      // The runner that this test itself is run by would take the inner one for a part of it.
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
      encoding: 'utf8',
    });
    return { status, lines: stdout.trimEnd().split('\n') };
  }

  it('counts tests, and not the suites around them', () => {
    const { status, lines } = run("describe('s', () => { it('a', () => {}); it('b', () => {}); });");
    assert.equal(status, 0);
    assert.equal(lines.at(-1), '2 passed, 0 failed');
  });

  it('counts a failed test once, however many suites are around it', () => {
    const { status, lines } = run("describe('s', () => { it('a', () => { throw new Error('no'); }); });");
    assert.equal(status, 1);
    assert.equal(lines.at(-1), '0 passed, 1 failed');
  });

  it('fails where no test was found', () => {
    const { status, lines } = run();
    assert.equal(status, 1);
    assert.deepEqual(lines, ['No test was found.', '0 passed, 0 failed']);
  });

  it('fails for a file without tests beside one that has some', () => {
    const { status, lines } = run("it('a', () => {});", '');
    assert.equal(status, 1);
    assert.equal(lines.at(-1), '1 passed, 1 failed');
  });

  it('fails for a skipped test, and for one that is still to be done', () => {
    const { status, lines } = run("it.skip('a', () => {}); it.todo('b', () => {}); it('c', () => {});");
    assert.equal(status, 1);
    assert.equal(lines.at(-1), '1 passed, 2 failed');
  });
});
