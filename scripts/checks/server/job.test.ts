import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { JobOutcome } from './job.ts';

/** One test of every process looks at what the others left. */
const OWN = 1;

describe('Test files in one process', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'mfa-kit-job-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs test files of their own, given by what stands in them after the import. */
  function run(...bodies: string[]): Pick<JobOutcome, 'passed' | 'failed' | 'output'> {
    const files = bodies.map((body, index) => {
      writeFileSync(
        path.join(folder, `${String(index)}.test.ts`),
        `import { it } from 'node:test';\n${body}\n`,
      );
      return `${String(index)}.test.ts`;
    });
    const { stdout } = spawnSync(
      process.execPath,
      [path.join(import.meta.dirname, 'job.fixture.ts'), ...files],
      {
        cwd: folder,
        // The runner that this test itself is run by would take the inner one for a part of it.
        env: { ...process.env, NODE_TEST_CONTEXT: undefined },
        encoding: 'utf8',
      },
    );
    return JSON.parse(stdout) as JobOutcome;
  }

  const good = "it('a', () => {});";

  it('counts the tests of all of them', () => {
    const { passed, failed } = run(good, good);
    assert.deepEqual({ passed, failed }, { passed: 2 + OWN, failed: 0 });
  });

  it('fails for a test that fails, and for none of the others', () => {
    const { passed, failed } = run("it('b', () => { throw new Error('no'); });", good);
    assert.deepEqual({ passed, failed }, { passed: 1 + OWN, failed: 1 });
  });

  it('fails for a file that cannot be loaded, also where some of its tests were there by then', () => {
    const { passed, failed, output } = run(`${good} throw new Error('while loading');`, good);
    assert.deepEqual({ passed, failed }, { passed: 2 + OWN, failed: 1 });
    assert.match(output, /0\.test\.ts can be loaded/);
  });

  it('fails for a file without tests', () => {
    const { failed, output } = run('', good);
    assert.equal(failed, 1);
    assert.match(output, /FAILED 0\.test\.ts\n {2}none of its tests ran/);
  });

  it('fails for each file that a process does not come to because it ended, whatever it ended with', () => {
    const { failed, output } = run("it('ends', () => process.exit(0));", good);
    assert.ok(failed > 1);
    assert.match(output, /FAILED 1\.test\.ts\n {2}none of its tests ran/);
  });

  it('tries properties on the same values in each run', () => {
    const { output } = run(
      `const { default: fc } = await import(${JSON.stringify(import.meta.resolve('fast-check'))});
       it('holds', () => fc.assert(fc.property(fc.integer(), () => false)));`,
    );
    assert.match(output, /seed: 1\b/);
  });

  it('fails for an error that nobody caught after its test was over', () => {
    const { failed } = run(
      "it('late', () => void setImmediate(() => { throw new Error('late'); }));",
      "it('waits', () => new Promise((resolve) => setImmediate(() => setImmediate(resolve))));",
    );
    assert.equal(failed, 1);
  });

  it('does what a file does in the end when the tests of all of them are over', () => {
    const { failed } = run(
      `import { after } from 'node:test';
       after(() => { globalThis.isOver = true; });
       ${good}`,
      `for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
       it('b', () => { if (globalThis.isOver) throw new Error('over'); });`,
    );
    assert.equal(failed, 0);
  });

  it('fails where one changes what all find', () => {
    for (const change of [
      "process.env['MFA_LEFT'] = '1'",
      "process.chdir('..')",
      'globalThis.fetch = () => undefined',
      'Date.now = () => 0',
      'console.log = () => undefined',
    ]) {
      const { failed } = run(`it('changes', () => { ${change}; });`, good);
      assert.equal(failed, 1, change);
    }
  });
});
