import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MakeDatabase } from '../databases.ts';
import { addPasskey } from '../passkeys.ts';
import { DAY, HOUR, MINUTE, Person, START } from '../person.ts';
import { completionOf, linkTo, mailLinks, readyRecovery, requestedRecovery, times } from '../recoveries.ts';
import { useStore } from '../test-store.ts';

export function accountRecoveryCompletionContract(make: MakeDatabase): void {
  describe('finishing an account recovery', () => {
    const test = useStore(make);

    it('empties the account, raises the epoch and opens the one session that is left (R2, S5)', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const passkey = await addPasskey(person);
      await test.store.startTotpEnrolment(person.enrolment(), 10);
      // Ready at the start, when the session that it ends is alive.
      const ready = await readyRecovery(person, START - 3 * DAY);
      await test.store.beginSignIn(person.start(ready.at));
      const before = await person.facts();
      const emptied: unknown[] = [];
      const completion = completionOf(person, ready, {
        entries: ({ removed, sessionIds, recoveries }) => {
          emptied.push(
            removed.totp.length,
            removed.passkeys.map(({ id }) => id),
            sessionIds,
            recoveries,
          );
          return person.entriesAt(ready.at, { event: 'auth.recovery.tier2_completed', outcome: 'success' });
        },
      });
      assert.equal(await test.store.completeRecovery(completion), 'completed');
      assert.deepEqual(emptied, [2, [passkey.id], [person.session.id], []]);
      for (const [table, rows] of [
        ['mfa_sessions', 1],
        ['mfa_totp_factors', 0],
        ['mfa_passkeys', 0],
        ['mfa_recovery_codes', 0],
        ['mfa_recovery_code_sets', 0],
        ['mfa_totp_enrolments', 0],
        ['mfa_pending_sign_ins', 0],
        ['mfa_outbox', 1],
      ] as const)
        assert.equal(await test.count(table, person.id), rows, table);
      const found = await test.store.findSession(completion.session.tokenHash, ready.at, 0);
      assert.deepEqual([found?.facts.epoch, found?.facts.totpFactors], [before.epoch + 1, 0]);
    });

    it('answers gone for all but the first, for another link, and when it is too late (S1)', async () => {
      const person = await Person.signedIn(test.store);
      const ready = await readyRecovery(person);
      const complete = (change: Parameters<typeof completionOf>[2]): Promise<string> =>
        test.store.completeRecovery(completionOf(person, ready, change));
      assert.equal(await complete({ tokenHash: ready.cancel }), 'gone');
      assert.equal(await complete({ tokenHash: 'unknown' }), 'gone');
      assert.equal(await complete({ session: person.newSession(ready.at + DAY) }), 'gone');
      assert.equal(await test.count('mfa_sessions', person.id), 1, 'nothing was changed');
      assert.equal(await complete({}), 'completed');
      assert.equal(await complete({}), 'gone');
    });

    it('answers gone for the first link, however long that is good', async () => {
      const person = await Person.signedIn(test.store);
      const requested = await requestedRecovery(person);
      const [first = ''] = await mailLinks(person, requested, linkTo('open', START + 30 * DAY));
      const recovery = { ...requested, ...times.opened(START) };
      await test.store.openRecovery(requested.id, times.opened(START), []);
      const at = START + 3 * DAY;
      assert.equal(await test.store.moveRecovery(recovery, times.ready(at), []), true);
      const completion = completionOf(person, { recovery, finish: first, cancel: '', at });
      assert.equal(await test.store.completeRecovery(completion), 'gone');
    });

    it('answers gone for the last link of another recovery', async () => {
      const [person, other] = [await Person.signedIn(test.store), await Person.signedIn(test.store)];
      const [ready, others] = [await readyRecovery(person), await readyRecovery(other)];
      const foreign = completionOf(person, ready, { tokenHash: others.finish });
      assert.equal(await test.store.completeRecovery(foreign), 'gone');
    });

    it('goes by the time of the link that is shown, not by that of a newer one, and by its own', async () => {
      const person = await Person.signedIn(test.store);
      const ready = await readyRecovery(person);
      const at = ready.at + DAY;
      const [newer = ''] = await mailLinks(person, ready.recovery, linkTo('finish', at + HOUR));
      const complete = (tokenHash: string, now: number): Promise<string> =>
        test.store.completeRecovery(
          completionOf(person, ready, { tokenHash, session: person.newSession(now) }),
        );
      assert.equal(await complete(ready.finish, at), 'gone', 'too old a link');
      await test.rows('UPDATE mfa_recoveries SET expires_at = $2 WHERE id = $1', ready.recovery.id, at);
      assert.equal(await complete(newer, at), 'gone', 'too old a recovery');
      assert.equal(await complete(newer, at - 1), 'completed');
    });

    it('is not undone by whoever cancels, moves or ends it a moment later (R3)', async () => {
      const person = await Person.signedIn(test.store);
      const { recovery, ...ready } = await readyRecovery(person);
      await test.store.completeRecovery(completionOf(person, { recovery, ...ready }));
      const entries = person.entries({ event: 'auth.recovery.tier2_cancelled', outcome: 'success' });
      assert.equal(await test.store.cancelRecovery(recovery.id, ready.at, entries), false);
      assert.equal(await test.store.cancelRecoveryByLink(ready.cancel, ready.at, () => entries), false);
      assert.equal(await test.store.expireRecovery(recovery, recovery.expiresAt, entries), false);
      const links = { recoveryId: recovery.id, addresses: recovery.addresses, links: [linkTo('cancel')] };
      assert.equal(await test.store.addRecoveryLinks(links), false);
      const stored = await test.rows('SELECT status FROM mfa_recoveries WHERE id = $1', recovery.id);
      assert.deepEqual(stored, [{ status: 'completed' }]);
      assert.equal(await test.count('mfa_outbox', person.id), 0);
    });

    it('answers gone for one of somebody else', async () => {
      const [person, thief] = [await Person.signedIn(test.store), await Person.signedIn(test.store)];
      const ready = await readyRecovery(person);
      assert.equal(await test.store.completeRecovery(completionOf(thief, ready)), 'gone');
      assert.equal(await test.store.completeRecovery(completionOf(person, ready)), 'completed');
    });

    it('restricts every session that begins afterwards, until a factor is confirmed (R2)', async () => {
      const person = await Person.signedIn(test.store);
      const ready = await readyRecovery(person);
      await test.store.completeRecovery(completionOf(person, ready));
      const methods = async (at: number): Promise<unknown> => {
        const start = person.start(at);
        assert.equal(await test.store.beginSignIn(start), 'session');
        const found = await test.store.findSession(start.session.tokenHash, at, 0);
        person.session = { ...start.session, proofs: found!.proofs };
        return found!.proofs.map(({ method }) => method);
      };
      const at = ready.at + MINUTE;
      assert.deepEqual(await methods(at), ['password', 'account-recovery']);
      const factorId = await person.addFactor({ at });
      await test.store.removeTotpFactor(await person.removal({ now: at }), factorId, () => []);
      assert.deepEqual(await methods(at + MINUTE), ['password']);
    });
  });
}
