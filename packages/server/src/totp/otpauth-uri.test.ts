import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { otpauthUri } from './otpauth-uri.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('The URI that an authenticator app scans (K5)', () => {
  it('names issuer and account, the issuer twice, and every parameter', () => {
    assert.equal(
      otpauthUri('Acme', 'ada@example.com', SECRET),
      `otpauth://totp/Acme:ada%40example.com?secret=${SECRET}&issuer=Acme&algorithm=SHA1&digits=6&period=30`,
    );
  });

  for (const [what, issuer, account, label] of [
    ['writes spaces as %20, never as +', 'Acme Notes', 'ada lovelace', 'Acme%20Notes:ada%20lovelace'],
    ['writes a + as %2B', 'C+ +', 'ada+notes@example.com', 'C%2B%20%2B:ada%2Bnotes%40example.com'],
    ['removes colons, which part issuer from account', 'Acme: Notes', 'a:b:c', 'Acme%20Notes:abc'],
    ['keeps umlauts as UTF-8', 'Bücher', 'jörg', 'B%C3%BCcher:j%C3%B6rg'],
    ['keeps emoji as UTF-8', 'Notes 📓', 'ada', 'Notes%20%F0%9F%93%93:ada'],
    ['removes control and bidirectional characters', 'Ac\u0000me\u202e', 'a\nda\u2066', 'Acme:ada'],
    ['escapes what would end the label or begin a parameter', 'A/B?C#D&E=F', 'x', 'A%2FB%3FC%23D%26E%3DF:x'],
  ] as const) {
    it(what, () => {
      const uri = otpauthUri(issuer, account, SECRET);
      assert.ok(
        uri.startsWith(`otpauth://totp/${label}?secret=${SECRET}&issuer=${label.split(':')[0] ?? ''}&`),
        uri,
      );
    });
  }

  it('has one colon in the label, no + and the same issuer in both places, whatever the names are', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 64 });
    fc.assert(
      fc.property(name, name, (issuer, account) => {
        const uri = otpauthUri(issuer, account, SECRET);
        assert.ok(!uri.includes('+'));
        const url = new URL(uri);
        const [labelIssuer, ...accounts] = url.pathname.replace(/^\/+/, '').split(':');
        assert.equal(accounts.length, 1);
        assert.equal(decodeURIComponent(labelIssuer ?? ''), url.searchParams.get('issuer'));
        assert.deepEqual([...url.searchParams.keys()], ['secret', 'issuer', 'algorithm', 'digits', 'period']);
        assert.equal(url.searchParams.get('secret'), SECRET);
      }),
    );
  });
});
