import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRestricted } from '../sessions/assurance.ts';
import type { Method, Proof } from '../sessions/proof.ts';
import { codesLeft, NOTHING_ASKED, sessionWith } from '../testing/sessions.fixture.ts';
import {
  counts,
  freshProof,
  proves,
  signInMethods,
  stepUpMethods,
  WHAT_PROVES_WHAT,
  type Prover,
} from './what-proves-what.ts';

const NOW = 1_768_478_405_000;
const METHODS = Object.keys(WHAT_PROVES_WHAT) as Method[];
const someone = (facts: Parameters<typeof sessionWith>[1], passkeyOnly = false): Prover => ({
  facts: sessionWith([], facts).facts,
  requirement: { ...NOTHING_ASKED, passkeyOnly },
});
const withOrWithout = (hasFactor: boolean): Prover => someone(hasFactor ? { totpFactors: 1 } : {});
const everything = { totpFactors: 1, passkeys: 1, ...codesLeft(3) };

describe('What may prove what', () => {
  for (const [purpose, hasFactor, methods] of [
    ['step-up', true, ['passkey', 'totp']],
    ['enrol', true, ['passkey', 'totp']],
    ['step-up', false, ['passkey', 'totp', 'password']],
    ['enrol', false, ['passkey', 'totp', 'password']],
  ] as const) {
    it(`${purpose}, by people ${hasFactor ? 'with' : 'without'} a factor: ${methods.join(', ')}, and nothing else (B2)`, () => {
      assert.deepEqual(
        METHODS.filter((method) => proves(method, purpose, withOrWithout(hasFactor))),
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
    assert.deepEqual(signInMethods(someone(everything)), ['passkey', 'totp', 'recovery-code']);
    assert.deepEqual(stepUpMethods(someone(everything), true), ['passkey', 'totp']);
  });

  it('asks the password of people without a factor, where the host can check it', () => {
    assert.deepEqual(stepUpMethods(someone({}), true), ['password']);
    assert.deepEqual(stepUpMethods(someone({}), false), []);
  });

  it('leaves a locked authenticator out, and offers no weaker door in its place (L2)', () => {
    const one = someone({ totpFactors: 1, lockedTotpFactors: 1, ...codesLeft(3) });
    const two = someone({ totpFactors: 2, lockedTotpFactors: 1, ...codesLeft(3) });
    assert.deepEqual([stepUpMethods(one, true), stepUpMethods(two, true)], [[], ['totp']]);
  });
});

describe('Who has to prove by passkey alone', () => {
  const resistant = someone(everything, true);

  it('is asked for the passkey, and at a sign-in for a recovery code as the way out', () => {
    assert.deepEqual(signInMethods(resistant), ['passkey', 'recovery-code']);
    assert.deepEqual(stepUpMethods(resistant, true), ['passkey']);
  });

  it('proves nothing by a code, nor by a browser that may have been remembered by one, however fresh', () => {
    assert.deepEqual(
      METHODS.filter((method) => !counts(method, resistant)),
      ['totp', 'remembered-device'],
    );
    for (const purpose of ['step-up', 'enrol'] as const) {
      assert.equal(freshProof([{ method: 'totp', at: NOW }], purpose, resistant, NOW, 1000), undefined);
      const passkey: Proof = { method: 'passkey', at: NOW };
      assert.equal(freshProof([passkey], purpose, resistant, NOW, 1000), passkey);
    }
  });
});

describe('A fresh proof', () => {
  const within = 300_000;
  const totpAt = (at: number): Proof[] => [
    { method: 'password', at: NOW },
    { method: 'totp', at },
  ];
  const fresh = (proofs: readonly Proof[], hasFactor = true): Proof | undefined =>
    freshProof(proofs, 'step-up', withOrWithout(hasFactor), NOW, within);

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
        assert.equal(
          fresh([proof], hasFactor),
          proves(method, 'step-up', withOrWithout(hasFactor)) ? proof : undefined,
        );
      }
    });
  }
});
