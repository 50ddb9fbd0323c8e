import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MakeDatabase } from '../databases.ts';
import { DAY, Person, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function stepUpContract(make: MakeDatabase): void {
  describe('a proof for an action of a single use', () => {
    const test = useStore(make);

    it('is used once: for one session, action and proof (S1)', async () => {
      const person = await Person.signedIn(test.store);
      const other = await Person.signedIn(test.store);
      const use = { sessionId: person.session.id, action: 'keys.reveal', proof: 'totp app 1' };
      assert.equal(await test.store.useProof(use), true);
      assert.equal(await test.store.useProof(use), false);
      assert.equal(await test.store.useProof({ ...use, proof: 'totp app 2' }), true);
      assert.equal(await test.store.useProof({ ...use, action: 'keys.replace' }), true);
      assert.equal(await test.store.useProof({ ...use, sessionId: other.session.id }), true);
      assert.equal(await test.store.useProof(use), false);
    });

    it('opens nothing for a session that has ended meanwhile (S8)', async () => {
      const person = await Person.signedIn(test.store);
      const use = { sessionId: person.session.id, action: 'keys.reveal', proof: 'totp app 1' };
      await test.store.endSession(person.session.id, []);
      assert.equal(await test.store.useProof(use), false);
    });

    it('stays used as long as its session can live, and is swept away then', async () => {
      const person = await Person.signedIn(test.store);
      const use = { sessionId: person.session.id, action: 'keys.reveal', proof: 'totp app 1' };
      await test.store.useProof(use);
      await test.store.sweep(START + DAY - 1);
      assert.equal(await test.store.useProof(use), false);
      await test.store.sweep(START + DAY);
      assert.equal(await test.count('mfa_used_proofs', person.id), 0);
    });

    it('is forgotten with its person', async () => {
      const person = await Person.signedIn(test.store);
      await test.store.useProof({ sessionId: person.session.id, action: 'a', proof: 'p' });
      await test.store.forgetUser(person.id);
      assert.equal(await test.count('mfa_used_proofs', person.id), 0);
    });
  });
}
