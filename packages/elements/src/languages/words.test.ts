import { expect } from '@open-wc/testing';
import { BUILT_IN } from './built-in.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it as italian } from './it.js';
import { before } from './it/dates.js';
import { nl } from './nl.js';
import { pt } from './pt.js';

/** All that a language says: what is said of something is said of the number two. */
function wordsOf(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function')
    return wordsOf(
      (texts as (...all: string[]) => unknown)(...Array.from({ length: texts.length }, () => '2')),
    );
  return Object.values(texts as object).flatMap(wordsOf);
}

/** What breaks a rule, which is empty as it should be. */
const breaking = (texts: unknown, rule: RegExp): string[] =>
  wordsOf(texts).filter((words) => rule.test(words));

const marks = (words: string, mark: string): number => words.split(mark).length;

describe('Words', () => {
  it('stand in French with narrow spaces, at which no line breaks, before high punctuation and within quotation marks', () => {
    expect(breaking(fr, /(?<!\u202f)[:;!?»]|«(?!\u202f)/)).to.deep.equal([]);
  });

  it('begin a question in Spanish with the mark that ends it', () => {
    const unlike = wordsOf(es).filter(
      (words) => marks(words, '¿') !== marks(words, '?') || marks(words, '¡') !== marks(words, '!'),
    );
    expect(unlike).to.deep.equal([]);
  });

  for (const [name, texts] of Object.entries({ es, fr, it: italian, nl, pt })) {
    it(`have no typewriter’s quotation marks, dots or spaces in ${name}`, () => {
      expect(breaking(texts, /['"]|\.\.\.| {2}|^ | $/)).to.deep.equal([]);
    });
  }

  it('put the article before a date in Italian that it is spoken with', () => {
    expect([
      before('il', '8 marzo 2026'),
      before('il', '11 marzo 2026'),
      before('il', '18 marzo 2026'),
    ]).to.deep.equal(['l’8 marzo 2026', 'l’11 marzo 2026', 'il 18 marzo 2026']);
    expect([before('al', '8 mar 2026, 16:20'), before('dal', '1 marzo 2026')]).to.deep.equal([
      'all’8 mar 2026, 16:20',
      'dal 1 marzo 2026',
    ]);
  });

  it('name a browser and its system in every language, not in English', async () => {
    for (const [name, load] of Object.entries(BUILT_IN)) {
      const { device } = (await load()).shared;
      expect(device('Firefox on Windows'), name)
        .to.match(/Firefox/)
        .and.match(/Windows/)
        .and.not.match(/ on /);
      expect(device('Firefox'), name).to.equal('Firefox');
    }
  });

  it('call a factor that nobody gave a name what it is in every language, and leave a name that somebody gave', async () => {
    for (const [name, load] of Object.entries(BUILT_IN)) {
      const { shared, activityFeed } = await load();
      expect(shared.factor('Authenticator app'), name).to.equal(activityFeed.method['totp']);
      expect(shared.factor('Passkey'), name).to.equal(activityFeed.method['passkey']);
      for (const given of ['Passkey 2', 'My Authenticator app', 'constructor'])
        expect(shared.factor(given), name).to.equal(given);
    }
  });
});
