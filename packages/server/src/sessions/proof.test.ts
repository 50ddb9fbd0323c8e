import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { freshProof } from '../step-up/what-proves-what.ts';
import { sessionWith } from '../testing/sessions.fixture.ts';
import { assuranceLevel } from './assurance.ts';
import { withoutFactors, withProof, type Proof } from './proof.ts';

const password: Proof = { method: 'password', at: 1 };
const verified: Proof = { method: 'passkey', at: 2, factor: 'phone', userVerified: true };
const touched: Proof = { method: 'passkey', at: 3, factor: 'key', userVerified: false };
const totp: Proof = { method: 'totp', at: 4, factor: 'app' };

describe('A proof that joins a session', () => {
  it('takes the place of an older one of its method and factor', () => {
    const newer = { ...password, at: 9 };
    assert.deepEqual(withProof([password, totp], newer), [totp, newer]);
    assert.deepEqual(withProof([touched], { ...touched, at: 9 }), [{ ...touched, at: 9 }]);
    assert.deepEqual(withProof([touched], { ...touched, at: 9, userVerified: true }), [
      { ...touched, at: 9, userVerified: true },
    ]);
  });

  it('takes nothing from another factor: what the session was opened with stays on record', () => {
    const other = { ...totp, at: 9, factor: 'tablet' };
    assert.deepEqual(withProof([password, totp], other), [password, totp, other]);
    assert.deepEqual(withProof([touched], verified), [touched, verified]);
  });

  it('makes the list no longer than the factors, however often each is proven', () => {
    let proofs: readonly Proof[] = [password];
    for (let at = 0; at < 60; at += 1) {
      proofs = withProof(proofs, { ...totp, at, factor: `app ${at % 3}` });
      proofs = withProof(proofs, { ...verified, at, factor: 'phone', userVerified: at % 2 === 0 });
    }
    assert.equal(proofs.length, 1 + 3 + 2);
  });

  it('takes nothing from a passkey that verified its person, when it did not itself (W4)', () => {
    const proofs = withProof([verified], touched);
    assert.deepEqual(proofs, [verified, touched]);
    assert.equal(assuranceLevel(proofs), 2);
    assert.equal(
      freshProof(proofs, 'step-up', sessionWith(proofs, { passkeys: 1 }), 3, 0),
      touched,
      'and it is the newest',
    );
    const unverified = { ...verified, at: 8, userVerified: false };
    assert.deepEqual(withProof([verified], unverified), [verified, unverified], 'by the same one neither');
    assert.deepEqual(withProof([verified, unverified], { ...verified, at: 9 }), [{ ...verified, at: 9 }]);
  });
});

describe('Factors that are removed', () => {
  it('take their proofs along, and no others (S4)', () => {
    const proofs = [password, verified, touched, totp];
    assert.deepEqual(withoutFactors(proofs, ['phone', 'app']), [password, touched]);
    assert.deepEqual(withoutFactors(proofs, []), proofs);
  });
});

describe('What a passkey is worth (W4)', () => {
  it('is two factors with user verification, and one without', () => {
    assert.equal(assuranceLevel([verified]), 2);
    assert.equal(assuranceLevel([touched]), 1);
    assert.equal(assuranceLevel([touched, totp]), 1, 'two things that one has');
    assert.equal(assuranceLevel([password, touched]), 2);
    assert.equal(assuranceLevel([{ method: 'passkey', at: 1 }]), 1, 'not said is not verified');
  });
});
