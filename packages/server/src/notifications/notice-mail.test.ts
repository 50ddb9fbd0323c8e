import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { User } from '../ports/users.ts';
import { createLanguageChoice, LANGUAGES } from './languages/choose-language.ts';
import type { MailLanguage } from './languages/mail-language.ts';
import { directionOf, isolated, mailFormat } from './mail-format.ts';
import { noticeMail, type LinkAddresses, type MailContent, type Sender } from './notice-mail.ts';
import type { NoticeFacts, NoticeName } from './notice.ts';
import { wordsOfHtml } from './testing/words-of-html.ts';

const at = Date.UTC(2026, 0, 15, 12, 30);
const facts = {
  at,
  ip: '2001:db8::7',
  device: { browser: 'Firefox', system: 'Linux' },
  remaining: 3,
  readyAt: at + 72 * 3_600_000,
};
const user: User = {
  id: 'u',
  name: 'ada',
  displayName: 'visit evil.example',
  emails: ['ada@example.com'],
};
const addresses = {
  open: 'https://app.example/recover#open=abc',
  finish: 'https://app.example/recover#finish=def',
  cancel: 'https://app.example/recover#cancel=ghi',
};
const names = Object.keys(LANGUAGES.en.notices) as NoticeName[];
const chooseLanguage = createLanguageChoice();

interface Wanted {
  readonly facts?: NoticeFacts;
  readonly person?: User;
  readonly sender?: Sender;
  readonly addresses?: LinkAddresses;
  readonly place?: string;
}
const mailOf = (name: NoticeName, wanted: Wanted = {}): MailContent => {
  const { person = user, sender = { serviceName: 'Acme Notes', contact: 'help@acme.example' } } = wanted;
  const language = chooseLanguage(person.language, name);
  const { addresses: made = {}, place = 'Vienna, Austria' } = wanted;
  return noticeMail({ facts: wanted.facts ?? facts }, person, sender, language, {
    addresses: made,
    place: wanted.facts ? undefined : place,
  });
};

for (const [language, { frame, notices }] of Object.entries<MailLanguage>(LANGUAGES)) {
  describe(`the mail of a notice, in ${language}`, () => {
    const person = { ...user, language };
    const format = mailFormat(language);
    const foreign = (value: string): string => (directionOf(language) === 'rtl' ? isolated(value) : value);

    for (const name of names) {
      it(`says what happened, when, from where, with what, what to do, why it came and whom to ask: ${name}`, () => {
        const mail = mailOf(name, { person, addresses });
        const { subject, happened, next, notYou, links = [] } = notices[name](facts, format);
        assert.deepEqual([mail.subject, mail.language], [`Acme Notes: ${subject}`, language]);
        assert.ok(next ?? notYou ?? links.length > 0, 'it says what to do');
        const paragraphs = mail.text.split(/\n+/);
        for (const words of [
          'Acme Notes',
          subject,
          happened,
          `${frame.when}: ${format.time(at)}`,
          `${frame.address}: ${foreign('2001:db8::7')}`,
          `${frame.place}: ${foreign('Vienna, Austria')}`,
          `${frame.device}: ${foreign(frame.deviceName(facts.device))}`,
          ...[next, notYou].filter((said) => said !== undefined),
          frame.signature('Acme Notes'),
          frame.why('Acme Notes'),
          frame.contact('help@acme.example'),
        ])
          assert.ok(paragraphs.includes(words), words);
        if (notYou !== undefined) assert.ok(paragraphs.includes(`${frame.ifNotYou}:`));
      });

      it(`says the same in HTML as in text, in the same order: ${name}`, () => {
        const { text, html } = mailOf(name, { person, addresses });
        const { links = [] } = notices[name](facts, format);
        // Buttons are for HTML alone, and so is the beginning of the mail that lists show.
        const onlyInHtml = new Set([frame.linkAddress, ...links.map(({ button }) => button)]);
        const inHtml = wordsOfHtml(html).filter((words) => !onlyInHtml.has(words));
        const inText = text.split(/\n+/).filter((line) => line !== '' && line !== '--');
        assert.deepEqual(
          inHtml,
          inText.flatMap((line) => {
            const fact = [frame.when, frame.address, frame.place, frame.device].find((of) =>
              line.startsWith(`${of}: `),
            );
            return fact === undefined
              ? [line === `${frame.ifNotYou}:` ? frame.ifNotYou : line]
              : [fact, line.slice(fact.length + 2)];
          }),
        );
      });

      it(`has the links that its words are about, each on a line of its own and as a button (B6): ${name}`, () => {
        const { links = [] } = notices[name](facts, format);
        const { text, html } = mailOf(name, { person, addresses });
        const expected = links.map(({ purpose }) => addresses[purpose]);
        assert.deepEqual(text.match(/^https:\S+$/gm) ?? [], expected);
        assert.deepEqual(
          [...html.matchAll(/<a [^>]*href="([^"]+)">([^<]+)<\/a>/g)].map(([, href, words]) => [href, words]),
          links.map(({ purpose, button }) => [addresses[purpose], button]),
        );
        if (links.length > 0) assert.equal(links.at(-1)?.purpose, 'cancel', 'each can be cancelled by it');
      });

      it(`has no links where none were made for it, in either form (B6): ${name}`, () => {
        const { text, html } = mailOf(name, { person });
        assert.doesNotMatch(text + html, /https?:|href|www\.|<img|url\(/);
      });

      it(`names nobody: a name can look like an address that a mail program makes a link of (B6): ${name}`, () => {
        const { subject, text, html } = mailOf(name, { person });
        assert.ok(!(subject + text + html).includes('evil.example'));
      });
    }
  });
}

describe('the mail of a notice', () => {
  it('escapes in HTML what a host calls things, and leaves it as it is in text (B6)', () => {
    const sender = { serviceName: `A & <b>"B's"</b>`, contact: '<script>alert(1)</script>' };
    const { text, html } = mailOf('totp-added', { sender });
    assert.ok(html.includes('Your A &amp; &lt;b&gt;&quot;B&#39;s&quot;&lt;/b&gt; team'));
    assert.ok(html.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
    assert.doesNotMatch(html, /<b>|<script/);
    assert.ok(text.includes(`Your A & <b>"B's"</b> team`));
  });

  it('escapes what the host calls a place', () => {
    assert.ok(mailOf('totp-added', { place: '<i>x</i>' }).html.includes('&lt;i&gt;x&lt;/i&gt;'));
  });

  it('escapes the address of a link', () => {
    const { html } = mailOf('recovery-opened', { addresses: { cancel: 'https://a.example/"><b>' } });
    assert.ok(html.includes('href="https://a.example/&quot;&gt;&lt;b&gt;"'));
  });

  it('says in which language it is, and which way that is read', () => {
    for (const tag of ['ar-EG', 'he']) {
      const { html, language } = mailOf('totp-added', { person: { ...user, language: tag } });
      assert.equal(language, tag);
      assert.ok(html.includes(`<html lang="${tag}" dir="rtl">`));
    }
    assert.ok(mailOf('totp-added').html.includes('<html lang="en" dir="ltr">'));
  });

  it('keeps addresses, places and devices apart from words that are read from right to left', () => {
    const { text } = mailOf('totp-added', { person: { ...user, language: 'he' } });
    for (const value of ['2001:db8::7', 'Vienna, Austria', 'Firefox, Linux'])
      assert.ok(text.includes(`: \u2068${value}\u2069\n`), value);
    assert.doesNotMatch(mailOf('totp-added').text, /\u2068/);
  });

  it('tells the time in the time zone of the person, and names it', () => {
    const person = { ...user, language: 'de-AT', timeZone: 'Europe/Vienna' };
    assert.ok(mailOf('totp-added', { person }).text.includes('15. Jänner 2026 um 13:30 MEZ'));
    assert.ok(mailOf('totp-added').text.includes('15 January 2026 at 12:30 UTC'));
  });

  it('leaves out what is not known', () => {
    const { text } = mailOf('mfa-disabled', { facts: { at }, sender: { serviceName: 'Acme Notes' } });
    const { address, place, device } = LANGUAGES.en.frame;
    for (const words of [`${address}:`, `${place}:`, `${device}:`, 'If you need help'])
      assert.ok(!text.includes(words), words);
  });

  it('tells how many recovery codes are left', () => {
    assert.match(mailOf('recovery-code-used', { facts: { at, remaining: 2 } }).text, /2 of them remain/);
  });
});
