import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { currentCode } from './totp.ts';

/** "12345678901234567890" in base32: the key of the test vectors. */
const RFC_ACCOUNT = {
  issuer: '',
  account: '',
  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  digits: 8,
  period: 30,
};

describe('currentCode', () => {
  for (const [seconds, expected] of [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ] as const) {
    it(`makes the code of RFC 6238, appendix B, at ${String(seconds)} seconds`, async () => {
      assert.equal((await currentCode(RFC_ACCOUNT, seconds * 1000)).code, expected);
    });
  }

  it('keeps leading zeros in six digits', async () => {
    assert.equal((await currentCode({ ...RFC_ACCOUNT, digits: 6 }, 1111111109_000)).code, '081804');
  });

  it('counts down to the next code, from a full period to one second', async () => {
    assert.equal((await currentCode(RFC_ACCOUNT, 60_000)).secondsLeft, 30);
    assert.equal((await currentCode(RFC_ACCOUNT, 89_999)).secondsLeft, 1);
  });
});
