import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { needsOwnProcess } from './own-process.ts';

const A_TEST = "\nit('does something', () => undefined);\n";

describe('Whether a test file needs a process of its own', () => {
  it('lets files that only call what they test share one', () => {
    for (const line of [
      "import { startKit } from '../testing/running-kit.ts';",
      'const { PATH } = process.env; const folder = process.cwd();',
      'beforeEachRequest(() => undefined);',
      '  before(async () => undefined);',
    ]) {
      assert.equal(needsOwnProcess(`${line}${A_TEST}`), false, line);
    }
  });

  it('gives one to files that start programs, touch what a process has once, or hook into all of its tests', () => {
    for (const line of [
      "import { spawn } from 'node:child_process';",
      "import { startHolder } from './testing/holder-process.ts';",
      "import { mfaKit } from './testing/mfa-kit.ts';",
      "process.chdir('/');",
      'process.exitCode = 1;',
      "process.once('SIGTERM', end);",
      "  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));",
      'afterEach(() => kit.close());',
    ]) {
      assert.equal(needsOwnProcess(`${line}${A_TEST}`), true, line);
    }
  });

  it('gives one to files that write no test themselves: whether they have any is told by their process', () => {
    assert.equal(needsOwnProcess("testContract('SQLite', inFile);"), true);
  });
});
