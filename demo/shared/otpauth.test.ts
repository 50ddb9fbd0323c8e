import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseOtpAccount } from './otpauth.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('parseOtpAccount', () => {
  it('reads an otpauth address with issuer, account and secret (K5)', () => {
    const uri = `otpauth://totp/Acme%20Notes:ada%40example.com?secret=${SECRET}&issuer=Acme%20Notes&algorithm=SHA1&digits=6&period=30`;
    assert.deepEqual(parseOtpAccount(uri), {
      issuer: 'Acme Notes',
      account: 'ada@example.com',
      secret: SECRET,
      digits: 6,
      period: 30,
    });
  });

  it('takes the issuer from the label where the parameter is missing', () => {
    assert.equal(parseOtpAccount(`otpauth://totp/Acme:%20ada?secret=${SECRET}`)?.issuer, 'Acme');
    assert.equal(parseOtpAccount(`otpauth://totp/Acme:%20ada?secret=${SECRET}`)?.account, 'ada');
  });

  it('takes a label without an issuer', () => {
    assert.deepEqual(parseOtpAccount(`otpauth://totp/ada?secret=${SECRET}`), {
      issuer: '',
      account: 'ada',
      secret: SECRET,
      digits: 6,
      period: 30,
    });
  });

  it('reads a secret that was copied in groups and in lower case', () => {
    assert.equal(parseOtpAccount(' gezd gnbv-gy3t qojq gezd gnbv gy3t qojq ')?.secret, SECRET);
  });

  for (const text of [
    '',
    'hello',
    'https://example.com/?secret=GEZDGNBVGY3TQOJQ',
    'otpauth://hotp/ada?secret=GEZDGNBVGY3TQOJQ&counter=1',
    'otpauth://totp/ada',
    'otpauth://totp/ada?secret=not-base32!',
    `otpauth://totp/ada?secret=${SECRET}&algorithm=SHA256`,
    `otpauth://totp/ada?secret=${SECRET}&digits=5`,
    `otpauth://totp/ada?secret=${SECRET}&period=0`,
  ]) {
    it(`takes nothing else: ${JSON.stringify(text)}`, () => {
      assert.equal(parseOtpAccount(text), undefined);
    });
  }
});
