import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailFormat } from '../mail-format.ts';
import { createLanguageChoice, LANGUAGES, type ChosenLanguage } from './choose-language.ts';

const facts = { at: 0 };
const subjectOf = ({ tag, words }: ChosenLanguage): string => words(facts, mailFormat(tag)).subject;

describe('the language of a mail', () => {
  const choose = createLanguageChoice();

  for (const [wanted, tag] of [
    ['de', 'de'],
    ['de-CH', 'de-CH'],
    ['DE-ch', 'de-CH'],
    ['pt-PT', 'pt-PT'],
    ['fr', 'fr'],
    ['en-US', 'en-US'],
    [undefined, 'en'],
    ['tlh', 'en'],
    ['not a language', 'en'],
    ['de-u-ca-buddhist', 'de'],
    ['de-AT-u-nu-arab-x-ada', 'de-AT'],
    ['x-klingon', 'en'],
    [`de-x${'-abcdefgh'.repeat(4)}`, 'en'],
    [`de-x-${'a-'.repeat(20_000)}a`, 'en'],
    ['', 'en'],
  ] as const) {
    it(`is ${tag} for ${wanted?.slice(0, 50) ?? 'nobody in particular'}`, () => {
      const chosen = choose(wanted, 'totp-added');
      assert.equal(chosen.tag, tag);
      const base = LANGUAGES[tag.slice(0, 2) as keyof typeof LANGUAGES];
      assert.deepEqual(chosen.frame, base.frame);
      assert.equal(chosen.words, base.notices['totp-added']);
    });
  }

  it('may be one that the host adds; what that has no words for is in English as a whole', () => {
    const sv = {
      frame: { ...LANGUAGES.en.frame, greeting: 'Hej,' },
      notices: { 'totp-added': () => ({ subject: 'En app har lagts till', happened: '…' }) },
    };
    const withSwedish = createLanguageChoice({ sv });
    const added = withSwedish('sv-FI', 'totp-added');
    assert.deepEqual(
      [added.tag, added.frame.greeting, subjectOf(added)],
      ['sv-FI', 'Hej,', 'En app har lagts till'],
    );
    const removed = withSwedish('sv-FI', 'totp-removed');
    assert.deepEqual([removed.tag, removed.frame], ['en', LANGUAGES.en.frame]);
  });

  it('is English as a whole when the host added no words for the frame', () => {
    const notices = { 'totp-added': () => ({ subject: 'En app har lagts till', happened: '…' }) };
    assert.equal(createLanguageChoice({ sv: { notices } })('sv', 'totp-added').tag, 'en');
  });

  it('is what the host says where it says otherwise than the kit, and the rest of it stays', () => {
    const chooseOwn = createLanguageChoice({
      en: { frame: { greeting: 'Hi,' } },
      'de-AT': { frame: { greeting: 'Grüß Gott,' } },
    });
    assert.deepEqual(chooseOwn('en-GB', 'totp-added').frame, { ...LANGUAGES.en.frame, greeting: 'Hi,' });
    assert.equal(chooseOwn('tlh', 'totp-added').frame.greeting, 'Hi,');
    const austrian = chooseOwn('de-AT', 'totp-added');
    assert.deepEqual(austrian.frame, { ...LANGUAGES.de.frame, greeting: 'Grüß Gott,' });
    assert.equal(austrian.words, LANGUAGES.de.notices['totp-added']);
    assert.equal(chooseOwn('de', 'totp-added').frame.greeting, LANGUAGES.de.frame.greeting);
  });
});
