import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { freshProof } from '../step-up/what-proves-what.ts';
import { assuranceLevel } from './assurance.ts';
import { withProof, type Proof } from './proof.ts';

const password: Proof = { method: 'password', at: 1 };
const verified: Proof = { method: 'passkey', at: 2, factor: 'phone', userVerified: true };
const touched: Proof = { method: 'passkey', at: 3, factor: 'key', userVerified: false };
const totp: Proof = { method: 'totp', at: 4, factor: 'app' };

describe('A proof that joins a session', () => {
  it('takes the place of an older one of its method', () => {
    const newer = { ...password, at: 9 };
    assert.deepEqual(withProof([password, totp], newer), [totp, newer]);
    assert.deepEqual(withProof([touched], verified), [verified]);
    assert.deepEqual(withProof([touched], { ...touched, at: 9 }), [{ ...touched, at: 9 }]);
  });

  it('takes nothing from a passkey that verified its person, when it did not itself (W4)', () => {
    const proofs = withProof([verified], touched);
    assert.deepEqual(proofs, [verified, touched]);
    assert.equal(assuranceLevel(proofs), 2);
    assert.equal(freshProof(proofs, 'step-up', true, 3, 0), touched, 'and it is the newest');
    assert.deepEqual(withProof(proofs, { ...verified, at: 9 }), [{ ...verified, at: 9 }]);
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
