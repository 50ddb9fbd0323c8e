import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MakeDatabase } from '../databases.ts';
import { aliveAt, DAY, HOUR, Person, START } from '../person.ts';
import { newCase, readyRecovery, times } from '../recoveries.ts';
import { useStore } from '../test-store.ts';

export function administrationContract(make: MakeDatabase): void {
  describe('the cases of support', () => {
    const test = useStore(make);

    it('are kept as they were written down, one open at a time for each person', async () => {
      const person = await Person.signedIn(test.store);
      const first = newCase(person);
      assert.equal(await test.store.startRecoveryCase(first, []), 'started');
      assert.equal(await test.store.startRecoveryCase(newCase(person), []), 'open');
      assert.deepEqual(await test.store.findRecoveryCase(first.recovery.id), first);
      assert.equal(await test.store.findRecoveryCase('nothing'), undefined);
      assert.equal(await test.count('mfa_recovery_cases', person.id), 1);
    });

    it('stand beside a recovery by mail', async () => {
      const person = await Person.signedIn(test.store);
      await readyRecovery(person);
      assert.equal(await test.store.startRecoveryCase(newCase(person, START, 'in hospital'), []), 'started');
    });

    it('are listed newest first, and no more than asked for', async () => {
      const ids: string[] = [];
      for (const day of [1, 2, 3]) {
        const one = newCase(await Person.signedIn(test.store), START + day * DAY);
        await test.store.startRecoveryCase(one, []);
        ids.unshift(one.recovery.id);
      }
      const listed = await test.store.listRecoveryCases(2);
      assert.deepEqual(
        listed.map(({ recovery }) => recovery.id),
        ids.slice(0, 2),
      );
    });

    it('are decided once, by somebody else than who opened them (S1, R4)', async () => {
      const person = await Person.signedIn(test.store);
      const opened = newCase(person);
      const { id } = opened.recovery;
      await test.store.startRecoveryCase(opened, []);
      const now = START + HOUR;
      const entries = person.entries({ event: 'auth.recovery.tier3_approved', outcome: 'success' });
      const decide = (by: string, move: ReturnType<typeof times.approved> | 'rejected'): Promise<boolean> =>
        test.store.decideRecoveryCase({ id, by, now, move }, entries);
      const approved = times.approved(opened.recovery, now);
      assert.equal(await decide('agent-sam', approved), false, 'not by oneself');
      assert.equal(await decide('agent-kim', approved), true);
      assert.equal(await decide('agent-kim', 'rejected'), false);
      assert.equal(await decide('agent-lee', approved), false);
      assert.equal(await test.count('mfa_outbox', person.id), 1);
      assert.deepEqual(await test.store.findRecoveryCase(id), {
        ...opened,
        recovery: { ...opened.recovery, ...approved },
        decidedBy: 'agent-kim',
        decidedAt: now,
      });
    });

    it('are over when they are rejected, and when nobody decided in time', async () => {
      const person = await Person.signedIn(test.store);
      const rejected = newCase(person);
      await test.store.startRecoveryCase(rejected, []);
      const decision = { by: 'agent-kim', now: START };
      await test.store.decideRecoveryCase({ id: rejected.recovery.id, ...decision, move: 'rejected' }, []);
      const found = await test.store.findRecoveryCase(rejected.recovery.id);
      assert.deepEqual([found?.recovery.status, found?.recovery.closedAt], ['rejected', START]);

      const late = newCase(person);
      await test.store.startRecoveryCase(late, []);
      const { id, expiresAt } = late.recovery;
      const move = times.approved(late.recovery, expiresAt);
      const approve = (now: number): Promise<boolean> =>
        test.store.decideRecoveryCase({ id, by: 'agent-kim', now, move }, []);
      assert.deepEqual([await approve(expiresAt), await approve(expiresAt - 1)], [false, true]);
    });
  });

  describe('resetting an account', () => {
    const test = useStore(make);

    it('takes everything away, and lets the next sign-in only enrol (R4)', async () => {
      const person = await Person.enrolled(test.store);
      // Ready at the start, when the session that the reset ends is alive.
      const ready = await readyRecovery(person, START - 3 * DAY);
      const told: unknown[] = [];
      await test.store.resetAccount(person.id, aliveAt(ready.at), ({ removed, sessionIds, recoveries }) => {
        told.push(removed.totp.length, sessionIds, recoveries);
        return [];
      });
      assert.deepEqual(told, [1, [person.session.id], [{ id: ready.recovery.id, tier: 2 }]]);
      const start = person.start(ready.at);
      assert.equal(await test.store.beginSignIn(start), 'session');
      const found = await test.store.findSession(start.session.tokenHash, ready.at, 0);
      assert.deepEqual(
        found?.proofs.map(({ method }) => method),
        ['password', 'account-recovery'],
      );
    });

    it('holds for somebody who never signed in', async () => {
      const person = new Person(test.store);
      await test.store.resetAccount(person.id, aliveAt(START), () => []);
      const start = person.start();
      await test.store.beginSignIn(start);
      const found = await test.store.findSession(start.session.tokenHash, START, 0);
      assert.equal(found?.proofs.length, 2);
    });
  });
}
