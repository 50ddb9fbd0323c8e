import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { differences } from './differences.ts';
import { CHOSEN, type LanguageTexts } from './texts.ts';

const english: LanguageTexts = {
  codes: {
    heading: 'Recovery codes',
    steps: ['Copy them', 'Keep them'],
    method: { totp: 'App' },
    left: (count, isAll) =>
      `${count === 1 ? '1 code' : `${String(count)} codes`} left${isAll ? ', all' : ''}`,
    ask: (name, isCurrent) => (isCurrent ? 'Remove this?' : `Remove ${String(name)}?`),
    short: (name) => String(name).trim(),
    quoted: (name) => `“${String(name)}”`,
    of: (count, total) => `${String(count)} of ${String(total)}, 10 at most`,
  },
};
const german = {
  heading: 'Wiederherstellungscodes',
  steps: ['Kopieren', 'Aufbewahren'],
  method: { totp: 'Anwendung' },
  left: (count: unknown, isAll: unknown) =>
    `Noch ${count === 1 ? '1 Code' : `${String(count)} Codes`}${isAll ? ', alle' : ''}`,
  ask: (name: unknown, isCurrent: unknown) => (isCurrent ? 'Dies entfernen?' : `${String(name)} entfernen?`),
  short: (name: unknown) => (name as string).trim(),
  quoted: (name: unknown) => `“${String(name)}”`,
  of: (count: unknown, total: unknown) => `${String(count)} von ${String(total)}, höchstens 10`,
};
const found = (codes: LanguageTexts, tag = 'de'): readonly string[] => differences(tag, english, { codes });

describe('differences', () => {
  it('finds none in a language that says everything in its own words', () => {
    assert.deepEqual(found(german), []);
  });

  it('finds a feature, a key, an entry of a list that is missing, and a key that is too many', () => {
    assert.deepEqual(differences('de', english, {}), ['de: codes is missing']);
    const { heading, ...rest } = german;
    assert.deepEqual(found({ ...rest, headings: heading, steps: ['Kopieren'], method: {} }), [
      'de: codes.heading is missing',
      'de: codes.steps.1 is missing',
      'de: codes.method.totp is missing',
      'de: codes.headings is not in English',
    ]);
  });

  it('finds a text that is empty, of another kind, or still in English', () => {
    assert.deepEqual(found({ ...german, heading: ' ' }), ['de: codes.heading is empty']);
    assert.deepEqual(found({ ...german, heading: () => 'x' }), [
      'de: codes.heading is made of something, and in English a text',
    ]);
    assert.deepEqual(found({ ...german, method: { totp: 'App' } }), [
      'de: codes.method.totp is the same as in English',
    ]);
    assert.deepEqual(found({ ...german, ask: (english['codes'] as typeof german).ask }), [
      'de: codes.ask is the same as in English',
    ]);
  });

  it('finds a text that leaves out what English puts in, also where only one answer to a question shows it', () => {
    assert.deepEqual(found({ ...german, ask: (_name, isCurrent) => (isCurrent ? 'Dies?' : 'Entfernen?') }), [
      'de: codes.ask leaves out what English puts in, number 1',
    ]);
  });

  it('takes a number in the writing of the language for the number', () => {
    const digits = new Intl.NumberFormat('de');
    const left = (count: unknown, isAll: unknown): string =>
      `Noch ${count === 1 ? '1 Code' : `${digits.format(Number(count))} Codes`}${isAll ? ', alle' : ''}`;
    assert.deepEqual(found({ ...german, left }), []);
  });

  it('finds a text with one form for many numbers, in a language that has more', () => {
    assert.deepEqual(found(german, 'pl'), [
      'pl: codes.left has one form of a word for every number, and pl has many, one, few',
    ]);
    const left = (count: unknown, isAll: unknown): string =>
      `${String(count)} kody${CHOSEN}${isAll ? ', wszystkie' : ''}`;
    assert.deepEqual(found({ ...german, left }, 'pl'), []);
  });

  it('finds a form that a language lacks, by what the choice among its forms says', () => {
    const left = (): string => {
      throw new Error('pl has no form "few" of "kodów"');
    };
    assert.deepEqual(found({ ...german, left }, 'pl'), [
      'pl: codes.left can’t be made: pl has no form "few" of "kodów"',
    ]);
  });

  it('finds a direction of writing that is begun and not ended', () => {
    assert.deepEqual(found({ ...german, heading: '\u2068abc' }), [
      'de: codes.heading opens or closes a direction of writing without the other',
    ]);
    assert.deepEqual(found({ ...german, heading: 'x \u2068abc\u2069' }), []);
  });
});
