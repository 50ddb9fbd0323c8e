import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRestricted } from '../sessions/assurance.ts';
import type { Method, Proof } from '../sessions/proof.ts';
import { codesLeft, factsWith } from '../testing/sessions.fixture.ts';
import { freshProof, proves, signInMethods, stepUpMethods, WHAT_PROVES_WHAT } from './what-proves-what.ts';

const NOW = 1_768_478_405_000;
const METHODS = Object.keys(WHAT_PROVES_WHAT) as Method[];
const everything = factsWith({ totpFactors: 1, passkeys: 1, ...codesLeft(3) });

describe('What may prove what', () => {
  for (const [purpose, hasFactor, methods] of [
    ['step-up', true, ['passkey', 'totp']],
    ['enrol', true, ['passkey', 'totp']],
    ['step-up', false, ['passkey', 'totp', 'password']],
    ['enrol', false, ['passkey', 'totp', 'password']],
  ] as const) {
    it(`${purpose}, by people ${hasFactor ? 'with' : 'without'} a factor: ${methods.join(', ')}, and nothing else (B2)`, () => {
      assert.deepEqual(
        METHODS.filter((method) => proves(method, purpose, hasFactor)),
        methods,
      );
    });
  }

  it('lets those methods enrol in the restricted session that open one, and no others', () => {
    for (const method of METHODS) {
      const opens = isRestricted([
        { method: 'password', at: 1 },
        { method, at: 2 },
      ]);
      assert.equal(WHAT_PROVES_WHAT[method].enrol === 'restricted-session', opens, method);
    }
  });

  it('never asks for the password at the second half of a sign-in, nor for a recovery code at a step-up', () => {
    assert.deepEqual(signInMethods(everything), ['passkey', 'totp', 'recovery-code']);
    assert.deepEqual(stepUpMethods(everything, true, true), ['passkey', 'totp']);
  });

  it('asks the password of people without a factor, where the host can check it', () => {
    assert.deepEqual(stepUpMethods(factsWith(), false, true), ['password']);
    assert.deepEqual(stepUpMethods(factsWith(), false, false), []);
  });

  it('leaves a locked authenticator out, and offers no weaker door in its place (L2)', () => {
    const one = factsWith({ totpFactors: 1, lockedTotpFactors: 1, ...codesLeft(3) });
    const two = factsWith({ totpFactors: 2, lockedTotpFactors: 1, ...codesLeft(3) });
    assert.deepEqual([stepUpMethods(one, true, true), stepUpMethods(two, true, true)], [[], ['totp']]);
  });
});

describe('A fresh proof', () => {
  const within = 300_000;
  const totpAt = (at: number): Proof[] => [
    { method: 'password', at: NOW },
    { method: 'totp', at },
  ];
  const fresh = (proofs: readonly Proof[], hasFactor = true): Proof | undefined =>
    freshProof(proofs, 'step-up', hasFactor, NOW, within);

  it('lasts to the last millisecond of the window and no longer', () => {
    assert.deepEqual(fresh(totpAt(NOW - within)), { method: 'totp', at: NOW - within });
    assert.equal(fresh(totpAt(NOW - within - 1)), undefined);
  });

  it('is none from the future, and one from the future hides none that is fresh (S9)', () => {
    assert.equal(fresh(totpAt(NOW + 1)), undefined);
    assert.equal(fresh([{ method: 'password', at: NOW + 1 }], false), undefined);
    assert.deepEqual(fresh([...totpAt(NOW + 1), { method: 'passkey', at: NOW }]), {
      method: 'passkey',
      at: NOW,
    });
  });

  it('is the newest of those that are good for the purpose', () => {
    const older: Proof = { method: 'totp', at: NOW - 2 };
    const newer: Proof = { method: 'passkey', at: NOW - 1 };
    assert.equal(fresh([older, newer, { method: 'password', at: NOW }]), newer);
    assert.equal(fresh([newer, older]), newer);
  });

  for (const method of METHODS) {
    it(`is what the table says, for ${method}`, () => {
      const proof: Proof = { method, at: NOW };
      for (const hasFactor of [true, false]) {
        assert.equal(fresh([proof], hasFactor), proves(method, 'step-up', hasFactor) ? proof : undefined);
      }
    });
  }
});
