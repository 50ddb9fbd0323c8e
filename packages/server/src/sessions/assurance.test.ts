import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { assuranceLevel, isRestricted } from './assurance.ts';
import { withProof, type Method, type Proof } from './proof.ts';

const NOW = 1_768_478_405_000;
const proofs = (...methods: Method[]): Proof[] => methods.map((method, at) => ({ method, at }));

describe('The assurance level of a session (S4)', () => {
  for (const [methods, level] of [
    [[], 1],
    [['password'], 1],
    [['password', 'totp'], 2],
    [['totp', 'password'], 2],
    [['password', 'passkey'], 2],
    [['password', 'recovery-code'], 1],
    [['password', 'recovery-code', 'totp'], 2],
    [['recovery-code'], 1],
    [['password', 'remembered-device'], 1],
    [['remembered-device', 'totp'], 1],
    [['account-recovery', 'password'], 1],
    [['account-recovery', 'totp'], 2],
    [['totp'], 1],
    [['password', 'password'], 1],
  ] as const) {
    it(`is ${level} for ${methods.join(' + ') || 'nothing proven'}`, () => {
      assert.equal(assuranceLevel(proofs(...methods)), level);
    });
  }
});

describe('The restricted session', () => {
  for (const [methods, restricted] of [
    [['password'], false],
    [['password', 'totp'], false],
    [['password', 'recovery-code'], true],
    [['account-recovery', 'password'], true],
    [['password', 'recovery-code', 'totp'], false],
    [['password', 'totp', 'recovery-code'], true],
    [['recovery-code', 'passkey'], false],
  ] as const) {
    it(`is${restricted ? '' : ' not'} what ${methods.join(', then ')} gives`, () => {
      assert.equal(isRestricted(proofs(...methods)), restricted);
    });
  }

  it('ends with a factor confirmed in the same millisecond', () => {
    const at = NOW;
    assert.equal(
      isRestricted([
        { method: 'recovery-code', at },
        { method: 'totp', at },
      ]),
      false,
    );
  });
});

describe('The proofs of a session', () => {
  it('hold the newest of each method and lose no other', () => {
    const method = fc.constantFrom<Method[]>('password', 'totp', 'recovery-code');
    const proof = fc.record({ method, at: fc.nat() });
    fc.assert(
      fc.property(fc.array(proof), (made) => {
        const held = made.reduce<readonly Proof[]>(withProof, []);
        const newest = new Map(made.map((one) => [one.method, one.at]));
        assert.deepEqual(new Map(held.map((one) => [one.method, one.at])), newest);
        assert.equal(held.length, newest.size);
      }),
    );
  });
});
