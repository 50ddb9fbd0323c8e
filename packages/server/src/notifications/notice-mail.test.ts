import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { User } from '../ports/users.ts';
import { createLanguageChoice, LANGUAGES } from './languages/choose-language.ts';
import { mailFormat } from './mail-format.ts';
import { noticeMail, type LinkAddresses, type MailContent } from './notice-mail.ts';
import type { NoticeFacts, NoticeName } from './notice.ts';

const at = Date.UTC(2026, 0, 15, 12, 30);
const user = { id: 'u', name: 'ada', displayName: 'visit evil.example', emails: ['ada@example.com'] };
const names = Object.keys(LANGUAGES.en.notices) as NoticeName[];
const chooseLanguage = createLanguageChoice();

interface Wanted {
  readonly facts?: NoticeFacts;
  readonly person?: User;
  readonly serviceName?: string;
  readonly addresses?: LinkAddresses;
}
const mailOf = (
  name: NoticeName,
  { facts = { at }, person = user, serviceName = 'Acme Notes', addresses }: Wanted = {},
): MailContent =>
  noticeMail({ name, facts }, person, serviceName, chooseLanguage(person.language, name), addresses);

for (const [language, { frame, notices }] of Object.entries(LANGUAGES)) {
  describe(`the mail of a notice, in ${language}`, () => {
    const person = { ...user, language };
    const format = mailFormat(language);

    for (const name of names) {
      it(`says what happened, when, from where and what to do: ${name}`, () => {
        const facts = { at, ip: '2001:db8::7', remaining: 3 };
        const mail = mailOf(name, { facts, person });
        const { subject, happened, next, notYou } = notices[name](facts, format);
        assert.equal(mail.subject, `Acme Notes: ${subject}`);
        assert.ok(next ?? notYou, 'it says what to do');
        for (const words of [happened, next ?? '', notYou ?? '', frame.signature('Acme Notes')])
          assert.ok(mail.text.includes(words), words);
        assert.ok(mail.text.includes(`${frame.when}: ${format.time(at)}`));
        assert.ok(mail.text.includes(`${frame.address}: 2001:db8::7`));
        assert.equal(mail.language, language);
      });
    }

    it('names nobody: a name can look like an address that a mail program makes a link of (B6)', () => {
      for (const name of names) {
        const { subject, text, html } = mailOf(name, { person });
        assert.ok(!(subject + text + html).includes('evil.example'));
      }
    });

    it('has no links where none were made for it, in either form (B6)', () => {
      for (const name of names) {
        const { text, html } = mailOf(name, { person });
        assert.doesNotMatch(text + html, /https?:|href|www\./);
      }
    });

    it('has the links that its words are about, each on a line of its own and in HTML as a link (B6)', () => {
      const addresses = {
        open: 'https://app.example/recover#open=abc',
        finish: 'https://app.example/recover#finish=def',
        cancel: 'https://app.example/recover#cancel=ghi',
      };
      for (const name of names) {
        const { links = [] } = notices[name]({ at }, format);
        const { text, html } = mailOf(name, { person, addresses });
        const expected = links.map(({ purpose }) => addresses[purpose]);
        assert.deepEqual(text.match(/^https:\S+$/gm) ?? [], expected, name);
        assert.deepEqual(
          [...html.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)].map(([, href, words]) => [href, words]),
          expected.map((address) => [address, address]),
          name,
        );
        if (links.length > 0) assert.equal(links.at(-1)?.purpose, 'cancel', 'each can be cancelled by it');
      }
    });
  });
}

describe('the mail of a notice', () => {
  it('escapes in HTML what the service is called, and leaves it as it is in text (B6)', () => {
    const mail = mailOf('totp-added', { serviceName: `A & <b>"B's"</b>` });
    assert.ok(mail.html.includes('Your A &amp; &lt;b&gt;&quot;B&#39;s&quot;&lt;/b&gt; team'));
    assert.ok(!mail.html.includes('<b>'));
    assert.ok(mail.text.includes(`Your A & <b>"B's"</b> team`));
  });

  it('tells the time in the time zone of the person, and names it', () => {
    const person = { ...user, language: 'de-AT', timeZone: 'Europe/Vienna' };
    assert.ok(mailOf('totp-added', { person }).text.includes('15. Jänner 2026 um 13:30 MEZ'));
    assert.ok(mailOf('totp-added').text.includes('15 January 2026 at 12:30 UTC'));
  });

  it('leaves out the address that is not known', () => {
    assert.ok(!mailOf('mfa-disabled').text.includes('From the address'));
  });

  it('tells how many recovery codes are left', () => {
    assert.match(mailOf('recovery-code-used', { facts: { at, remaining: 2 } }).text, /2 of them remain/);
  });
});
