import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MakeDatabase } from '../databases.ts';
import { aliveAt, MINUTE, Person, recoveryCodeSet, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function recoveryCodesContract(make: MakeDatabase): void {
  describe('recovery codes', () => {
    const test = useStore(make);

    it('are handed out by their selector, for an attempt that was counted first (S2)', async () => {
      const person = await Person.enrolled(test.store);
      const [code] = person.recoveryCodes!.codes;
      const attempt = person.attempt();
      assert.deepEqual(await test.store.countRecoveryCodeAttempt(attempt, code!.selector), {
        verdict: 'counted',
        code: { ...code, spent: false },
      });
      const counted = await test.rows('SELECT id FROM mfa_attempts WHERE subject = $1', person.id);
      assert.deepEqual(counted, [{ id: attempt.id }]);
    });

    it('are counted for an unknown selector too', async () => {
      const person = await Person.enrolled(test.store);
      const verdict = await test.store.countRecoveryCodeAttempt(person.attempt(), 'ZZZZ');
      assert.deepEqual(verdict, { verdict: 'counted' });
      assert.equal((await test.rows('SELECT id FROM mfa_attempts WHERE subject = $1', person.id)).length, 1);
    });

    it('are never handed out to somebody else', async () => {
      const person = await Person.enrolled(test.store);
      const stranger = await Person.signedIn(test.store);
      const { selector } = person.recoveryCode();
      const verdict = await test.store.countRecoveryCodeAttempt(stranger.attempt(), selector);
      assert.deepEqual(verdict, { verdict: 'counted' });
    });

    it('say when they are spent, so that the audit can tell a replay from a wrong code', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      await test.store.completeSignIn(person.completion(pending, person.recoveryCode()));
      const { selector } = person.recoveryCode();
      const verdict = await test.store.countRecoveryCodeAttempt(person.attempt(), selector);
      assert.ok(verdict.verdict === 'counted' && verdict.code?.spent === true);
    });

    it('are replaced as a whole: the old set is dead in the same transaction', async () => {
      const person = await Person.enrolled(test.store);
      await test.store.confirmRecoveryCodes(person.id, START, []);
      const set = recoveryCodeSet(START + MINUTE, 8);
      const { epoch } = await person.facts();
      const entries = person.entries({ event: 'auth.recovery_codes.regenerated', outcome: 'success' });
      assert.equal(await test.store.replaceRecoveryCodes(await person.removal(), set, entries), 'replaced');

      const after = await person.facts();
      assert.equal(after.epoch, epoch + 1);
      assert.deepEqual(after.recoveryCodes, {
        remaining: 8,
        total: 8,
        createdAt: START + MINUTE,
        confirmed: false,
      });
      const pending = await person.beginSignIn();
      const old = person.completion(pending, person.recoveryCode());
      assert.equal(await test.store.completeSignIn(old), 'spent');
      assert.equal(await test.count('mfa_outbox', person.id), 1);
    });

    it('are not replaced when the account changed since the right to do so was checked (S5)', async () => {
      const person = await Person.enrolled(test.store);
      const asked = await person.removal();
      await person.addFactor();
      const entries = person.entries({ event: 'auth.recovery_codes.regenerated', outcome: 'success' });
      const verdict = await test.store.replaceRecoveryCodes(asked, recoveryCodeSet(), entries);
      assert.equal(verdict, 'conflict');
      const pending = await person.beginSignIn();
      const old = person.completion(pending, person.recoveryCode());
      assert.equal(await test.store.completeSignIn(old), 'completed');
      assert.deepEqual(await test.rows('SELECT id FROM mfa_audit_events WHERE subject = $1', person.id), []);
    });

    it('are not replaced from a session that ended since', async () => {
      const person = await Person.enrolled(test.store);
      const asked = await person.removal();
      await test.store.endSession(person.session.id, aliveAt(START), []);
      assert.equal(await test.store.replaceRecoveryCodes(asked, recoveryCodeSet(), []), 'gone');
      const other = { ...asked, userId: (await Person.enrolled(test.store)).id };
      assert.equal(
        await test.store.replaceRecoveryCodes(other, recoveryCodeSet(), []),
        'gone',
        'nor from another’s',
      );
    });

    it('are not made for an account that does not exist', async () => {
      const nobody = new Person(test.store);
      const asked = { userId: nobody.id, currentId: nobody.session.id, epoch: 0 };
      assert.equal(await test.store.replaceRecoveryCodes(asked, recoveryCodeSet(), []), 'conflict');
      assert.equal(await test.count('mfa_recovery_codes', nobody.id), 0);
    });

    it('are confirmed as saved once; saying so twice tells the audit nothing new', async () => {
      const person = await Person.enrolled(test.store);
      const confirm = (): Promise<string> =>
        test.store.confirmRecoveryCodes(
          person.id,
          START,
          person.entries({ event: 'auth.recovery_codes.confirmed', outcome: 'success' }),
        );
      assert.deepEqual([await confirm(), await confirm()], ['confirmed', 'already']);
      assert.equal((await person.facts()).recoveryCodes?.confirmed, true);
      const audit = await test.rows('SELECT id FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.equal(audit.length, 1);
    });

    it('cannot be confirmed by somebody who has none', async () => {
      const person = await Person.signedIn(test.store);
      assert.equal(await test.store.confirmRecoveryCodes(person.id, START, []), 'missing');
    });
  });
}
