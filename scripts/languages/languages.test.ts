import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { differences } from './differences.ts';
import { languageModules, loadTexts } from './load-texts.ts';
import { SAME_WORDS } from './same-words.ts';
import type { Texts } from './texts.ts';

const { english, languages } = await loadTexts();

/** Where somebody who tries the elements out chooses among the languages, and how one is named there. */
const MENUS: readonly (readonly [file: string, named: (tag: string) => RegExp])[] = [
  ['.storybook/preview.ts', (tag) => new RegExp(`^ +${tag}: '`, 'm')],
  ['site/.vitepress/theme/stage.ts', (tag) => new RegExp(`LANGUAGES = .*'${tag}'`)],
  ['demo/pages/elements/elements.html', (tag) => new RegExp(`<option value="${tag}"`)],
];

/** Where the page around the elements is turned to the direction of a language. */
const TURNS = [
  '.storybook/surroundings.ts',
  'site/.vitepress/theme/stage.ts',
  'demo/pages/elements/elements.ts',
];

const allTexts = (texts: Texts): readonly Texts[] =>
  typeof texts === 'object' ? Object.values(texts).flatMap(allTexts) : [texts];

/** What Node knows of a language. */
const directionOf = (tag: string): string =>
  (new Intl.Locale(tag) as Intl.Locale & { getTextInfo(): { direction: string } }).getTextInfo().direction;

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

  for (const [file, named] of MENUS) {
    it(`can be chosen wherever elements are tried out: ${file}`, () => {
      const text = readFileSync(file, 'utf8');
      assert.deepEqual(
        ['en', ...languages.keys()].filter((tag) => !named(tag).test(text)),
        [],
      );
    });
  }

  for (const file of TURNS) {
    it(`turn the page where they are read from right to left: ${file}`, () => {
      const turning = [...languages.keys()].filter((tag) => directionOf(tag) === 'rtl').sort();
      assert.ok(
        readFileSync(file, 'utf8').includes(`new Set([${turning.map((tag) => `'${tag}'`).join(', ')}])`),
      );
    });
  }

  it('are excused for words that are the same in English only as long as English says them', () => {
    const said = new Set(allTexts(english));
    assert.deepEqual(
      SAME_WORDS.filter(({ text }) => !said.has(text)),
      [],
    );
  });
});
