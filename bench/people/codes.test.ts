import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { base32 } from './base32.ts';
import { codeOf, wrongCodeOf } from './codes.ts';

/** The secret and moments of RFC 6238, appendix B; six digits of its eight. */
const secret = Buffer.from('12345678901234567890');

describe('The code of an authenticator app', () => {
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [20_000_000_000, '353130'],
  ] as const) {
    it(`is ${code} ${seconds} seconds after 1970`, () => {
      assert.equal(codeOf({ secret }, seconds * 1_000), code);
    });
  }

  it('is not the one that is sent as a wrong one, nor are its neighbours', () => {
    const now = 1_111_111_109_000;
    const near = [-30_000, 0, 30_000].map((shift) => codeOf({ secret }, now + shift));
    assert.ok(!near.includes(wrongCodeOf({ secret }, now)));
  });
});

describe('A secret as authenticator apps take it', () => {
  it('is base32 without padding (RFC 4648)', () => {
    assert.equal(base32(Buffer.from('foobar')), 'MZXW6YTBOI');
    assert.equal(base32(secret), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });
});
