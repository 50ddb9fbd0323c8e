import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NoticeFacts, NoticeName } from '../notice.ts';
import { LANGUAGES } from './choose-language.ts';
import type { FrameTexts, MailFormat, MailLanguage, NoticeText } from './mail-language.ts';

const { en, ...others } = LANGUAGES;
const names = Object.keys(en.notices) as NoticeName[];

/** No fact can be taken for another one. */
const facts = { at: 1000, readyAt: 2000, deadline: 3000, until: 4000, remaining: 7 };
const variants: readonly NoticeFacts[] = [facts, { ...facts, passkey: true }, { ...facts, deadline: 500 }];
const format: MailFormat = { time: (at) => `[time ${at}]`, date: (at) => `[date ${at}]` };

const wordsIn = ({ subject, happened, next, notYou, links = [] }: NoticeText): readonly string[] =>
  [subject, happened, next, notYou, ...links.flatMap(({ label, button }) => [label, button])].filter(
    (words) => words !== undefined,
  );

/** What a mail tells, whatever the language: its moments, its numbers, its links, and whether it says what comes next. */
const toldBy = (text: NoticeText): unknown => ({
  facts: (
    wordsIn(text)
      .join(' ')
      .match(/\[\w+ \d+\]|\b7\b/g) ?? []
  ).sort(),
  links: text.links?.map(({ purpose }) => purpose),
  hasNext: text.next !== undefined,
  hasNotYou: text.notYou !== undefined,
});

const frameWords = (frame: FrameTexts): readonly string[] => [
  ...Object.values(frame).filter((words) => typeof words === 'string'),
  frame.signature('Acme'),
  frame.why('Acme'),
  frame.contact('help@acme.example'),
];

for (const [language, { frame, notices }] of Object.entries<MailLanguage>(others)) {
  describe(`mails in ${language}`, () => {
    it('tell the same as in English: every moment, number and link, what comes next, and what to do otherwise', () => {
      for (const name of names)
        for (const variant of variants)
          assert.deepEqual(
            toldBy(notices[name](variant, format)),
            toldBy(en.notices[name](variant, format)),
            name,
          );
    });

    it('say which of the two is asked for: a passkey or two-step sign-in', () => {
      for (const name of ['mfa-asked', 'mfa-reminder', 'mfa-blocked'] as const) {
        const [either, passkey] = variants.map((variant) => notices[name](variant, format));
        assert.notEqual(either?.subject, passkey?.subject, name);
        assert.notEqual(either?.happened, passkey?.happened, name);
      }
    });

    it('leave nothing out and nothing in English', () => {
      for (const name of names)
        for (const variant of variants) {
          const english = new Set(wordsIn(en.notices[name](variant, format)));
          for (const words of wordsIn(notices[name](variant, format)))
            assert.ok(words.trim() !== '' && !english.has(words), `${name}: ${words}`);
        }
      const english = new Set(frameWords(en.frame));
      for (const words of frameWords(frame)) assert.ok(words.trim() !== '' && !english.has(words), words);
    });

    it('name the service, the contact, the browser and its system, in so far as they are known', () => {
      assert.match(frame.signature('Acme'), /Acme/);
      assert.match(frame.why('Acme'), /Acme/);
      assert.match(frame.contact('help@acme.example'), /help@acme\.example/);
      assert.match(
        frame.deviceName({ browser: 'Firefox', system: 'Linux' }),
        /Firefox.*Linux|Linux.*Firefox/,
      );
      assert.equal(frame.deviceName({ browser: 'Firefox' }), 'Firefox');
      assert.equal(frame.deviceName({ system: 'Linux' }), 'Linux');
    });
  });
}
