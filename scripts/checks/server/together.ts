import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';

// A test file made of others: `node --test` starts it like any, and it loads those that it is given into its one process.

// Properties are tried on the same values in each run of all tests: what fails fails for what was changed. A file alone tries new ones.
fc.configureGlobal({ seed: 1 });

const GLOBALS = ['Date', 'fetch', 'setImmediate', 'setInterval', 'setTimeout'] as const;

/** What all of them find, and have to leave as it was. */
const shared = (): Record<string, unknown> => ({
  'working directory': process.cwd(),
  environment: { ...process.env },
  'exit code': process.exitCode,
  'present time': Object.getOwnPropertyDescriptor(Date, 'now')?.value as unknown,
  globals: GLOBALS.map((name) => globalThis[name]),
  console: { ...console },
});

const found = shared();
const allLoaded = Promise.withResolvers<undefined>();
// What one of them does after the last test would else be done whenever the tests that are there so far end before the next is loaded.
before(() => allLoaded.promise);
for (const file of process.argv.slice(2)) {
  try {
    await import(pathToFileURL(path.resolve(file)).href);
  } catch (error) {
    test(`${file} can be loaded`, () => {
      throw error;
    });
  }
}
test('Files that share a process leave it as they found it', () => {
  assert.deepEqual(shared(), found);
});
allLoaded.resolve(undefined);
