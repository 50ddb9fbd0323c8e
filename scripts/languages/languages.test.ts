import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { differences } from './differences.ts';
import { languageModules, loadTexts } from './load-texts.ts';
import { SAME_WORDS } from './same-words.ts';
import type { Texts } from './texts.ts';

const { english, languages } = await loadTexts();

const allTexts = (texts: Texts): readonly Texts[] =>
  typeof texts === 'object' ? Object.values(texts).flatMap(allTexts) : [texts];

describe('the languages of the elements', () => {
  for (const [tag, texts] of languages) {
    it(`say everything, each in its own words: ${tag}`, () => {
      assert.deepEqual(differences(tag, english, texts), []);
    });
  }

  for (const tag of ['ar', 'he']) {
    it(`name a browser before its system also where that is read from right to left: ${tag}`, () => {
      const { device } = languages.get(tag)?.['shared'] as { device: (name: string) => string };
      assert.match(device('Firefox on Windows'), /^\u200f\u2068Firefox\u2069 .+\u2068Windows\u2069$/);
      assert.equal(device('Firefox'), 'Firefox');
    });
  }

  it('are loaded when they are needed, and can be imported, whichever has a module', () => {
    assert.deepEqual([...languages.keys()].sort(), languageModules());
    const { exports } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8')) as {
      exports: Record<string, unknown>;
    };
    assert.deepEqual(
      languageModules().filter((tag) => exports[`./languages/${tag}`] === undefined),
      [],
    );
  });

  it('are excused for words that are the same in English only as long as English says them', () => {
    const said = new Set(allTexts(english));
    assert.deepEqual(
      SAME_WORDS.filter(({ text }) => !said.has(text)),
      [],
    );
  });
});
