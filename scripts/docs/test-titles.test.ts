import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { mayHaveTitles, testFiles, titlesOf } from './test-titles.ts';

describe('titlesOf', () => {
  it('reads what tests and groups of tests are called, whoever makes them', () => {
    const source = `
      describe('A door', () => {
        it("isn't open", () => {});
        it.each('is closed');
        describeOnEachDatabase('A lock', () => {});
      });`;
    assert.deepEqual([...titlesOf(source)], ['A door', "isn't open", 'is closed', 'A lock']);
  });

  it('shows what is filled in later as three dots', () => {
    assert.deepEqual([...titlesOf('it(`${what} of ${doors} doors`, open)')], ['… of … doors']);
  });

  it('finds titles that stand in a table, by name or at the head of a row', () => {
    const source = `for (const { title } of [{ title: 'a' }]) it(title); for (const [what] of [['b', 1]]) it(what);`;
    assert.deepEqual([...titlesOf(source)], ['a', 'b']);
  });

  it('passes over every other text, comments included', () => {
    assert.deepEqual([...titlesOf(`// it('a')\nassert.equal('b', 'c'); const d = { name: 'e' };`)], []);
  });
});

describe('The files of tests', () => {
  it('are all found, and are all that may have titles', () => {
    const files = testFiles();
    assert.ok(files.includes('scripts/docs/test-titles.test.ts'));
    assert.ok(files.includes('packages/server/src/store/testing/contract/totp.suite.ts'));
    assert.ok(files.every(mayHaveTitles));
    assert.ok(!files.some((file) => file.includes('node_modules')));
  });

  it('do not include what they test', () => {
    assert.ok(existsSync('scripts/docs/test-titles.ts'));
    assert.equal(mayHaveTitles('scripts/docs/test-titles.ts'), false);
  });
});
