import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ENGLISH } from './notice-texts.ts';
import { noticeMail } from './notice-mail.ts';
import type { NoticeName } from './notice.ts';

const at = Date.UTC(2026, 0, 15, 12, 30);
const user = { id: 'u', name: 'ada', displayName: 'visit evil.example', emails: ['ada@example.com'] };
const names = Object.keys(ENGLISH) as NoticeName[];

describe('the mail of a notice', () => {
  for (const name of names) {
    it(`says what happened, when, from where and what to do: ${name}`, () => {
      const facts = { at, ip: '2001:db8::7', remaining: 3 };
      const mail = noticeMail('id-1', { name, facts }, user, 'Acme Notes');
      const { subject, happened, advice } = ENGLISH[name](facts);
      assert.equal(mail.subject, `Acme Notes: ${subject}`);
      for (const words of [happened, advice, '15 January 2026 at 12:30 UTC, from the address 2001:db8::7'])
        assert.ok(mail.text.includes(words), words);
      assert.deepEqual([mail.id, mail.to], ['id-1', ['ada@example.com']]);
    });
  }

  it('escapes in HTML what the service is called, and leaves it as it is in text (B6)', () => {
    const mail = noticeMail('id-1', { name: 'totp-added', facts: { at } }, user, `A & <b>"B's"</b>`);
    assert.ok(mail.html.includes('Your A &amp; &lt;b&gt;&quot;B&#39;s&quot;&lt;/b&gt; team'));
    assert.ok(!mail.html.includes('<b>'));
    assert.ok(mail.text.includes(`Your A & <b>"B's"</b> team`));
  });

  it('names nobody: a name can look like an address that a mail program makes a link of (B6)', () => {
    for (const name of names) {
      const { subject, text, html } = noticeMail('id-1', { name, facts: { at } }, user, 'Acme Notes');
      assert.ok(!(subject + text + html).includes('evil.example'));
    }
  });

  it('has no links where none were made for it, in either form (B6)', () => {
    for (const name of names) {
      const { text, html } = noticeMail('id-1', { name, facts: { at } }, user, 'Acme Notes');
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
      const { links = [] } = ENGLISH[name]({ at });
      const { text, html } = noticeMail('id-1', { name, facts: { at } }, user, 'Acme Notes', addresses);
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

  it('leaves out the address that is not known', () => {
    const { text } = noticeMail('id-1', { name: 'mfa-disabled', facts: { at } }, user, 'Acme Notes');
    assert.ok(text.includes('12:30 UTC.\n'));
  });

  it('tells how many recovery codes are left', () => {
    const { text } = noticeMail(
      'id-1',
      { name: 'recovery-code-used', facts: { at, remaining: 2 } },
      user,
      'Acme',
    );
    assert.match(text, /2 of them remain/);
  });
});
