import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { missingEvidence } from './evidence.ts';

describe('missingEvidence', () => {
  const root = process.cwd();
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'mfa-kit-evidence-'));
    mkdirSync(path.join(folder, 'docs'));
    writeFileSync(
      path.join(folder, 'door.test.ts'),
      "describe('<a-door>', () => { it(`is ${what}`); it('is [not] open'); });",
    );
    process.chdir(folder);
  });
  after(() => {
    process.chdir(root);
    rmSync(folder, { recursive: true });
  });

  function missing(markdown: string): readonly string[] {
    writeFileSync('docs/page.md', markdown);
    return missingEvidence('docs/page.md');
  }

  it('is content with the titles of tests and of groups, escaped for the page or not', () => {
    assert.deepEqual(
      missing('[is …](../door.test.ts) [\\<a-door>](../door.test.ts) [is \\[not\\] open](../door.test.ts)'),
      [],
    );
  });

  it('passes over links to everything else', () => {
    assert.deepEqual(missing('[a](door.ts) [b](#c) [d](https://example.com/e.test.html)'), []);
  });

  it('tells of a test that does not exist, is called otherwise, or is in another file', () => {
    assert.deepEqual(missing('[is open](../door.test.ts) [is …](gone.test.ts)'), [
      'docs/page.md: door.test.ts has no test "is open"',
      'docs/page.md: docs/gone.test.ts has no test "is …"',
    ]);
  });
});
