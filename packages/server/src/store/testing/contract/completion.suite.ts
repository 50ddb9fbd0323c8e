import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Entry } from '../../../activity/journal.ts';
import type { MakeDatabase } from '../databases.ts';
import { accepted, failUntilLocked, MINUTE, Person, sealed, START, YEAR } from '../person.ts';
import { useStore } from '../test-store.ts';
import { totpFactorsOf } from '../totp-of.ts';

export function completionContract(make: MakeDatabase): void {
  describe('completing a sign-in', () => {
    const test = useStore(make);

    const told =
      (person: Person) =>
      (remaining = 0) =>
        person.entries({
          event: 'auth.recovery_code.used',
          outcome: 'success',
          details: { remaining },
        });
    const written = async (person: Person): Promise<{ events: number; mails: number }> => {
      const [events] = await test.rows<{ n: number }>(
        'SELECT count(*) AS n FROM mfa_audit_events WHERE subject = $1',
        person.id,
      );
      return { events: events?.n ?? 0, mails: await test.count('mfa_outbox', person.id) };
    };

    it('consumes the pending sign-in, spends the step, records the session, the event and the mail at once (S3)', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      const completion = person.completion(pending, accepted(person.factorId, 5), { entries: told(person) });
      assert.equal(await test.store.completeSignIn(completion), 'completed');

      assert.equal(await test.store.findPendingSignIn(pending, START), undefined);
      assert.ok(await test.store.findSession(completion.session.tokenHash, START, 0));
      const factor = await test.store.findTotpFactor(person.id, person.factorId);
      assert.equal(factor?.lastStep, 5);
      assert.equal(factor.lastUsedAt, START);
      assert.deepEqual(await written(person), { events: 1, mails: 1 });
    });

    it('says how many recovery codes are left after this one', async () => {
      const person = await Person.enrolled(test.store);
      const remaining: (number | undefined)[] = [];
      const entries = (left: number | undefined): Entry[] => {
        remaining.push(left);
        return [];
      };
      for (const index of [3, 7]) {
        const pending = await person.beginSignIn();
        const completion = person.completion(pending, person.recoveryCode(index), { entries });
        assert.equal(await test.store.completeSignIn(completion), 'completed');
      }
      assert.deepEqual(remaining, [9, 8]);
      assert.equal((await person.facts()).recoveryCodes?.remaining, 8);
    });

    it('answers gone to the second of two completions, and its recovery code is not burnt (S3)', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      await test.store.completeSignIn(person.completion(pending, accepted(person.factorId, 1)));

      const late = person.completion(pending, person.recoveryCode(), { entries: told(person) });
      assert.equal(await test.store.completeSignIn(late), 'gone');
      assert.equal((await person.facts()).recoveryCodes?.remaining, 10);
      assert.equal(await test.store.findSession(late.session.tokenHash, START, 0), undefined);
      assert.deepEqual(await written(person), { events: 0, mails: 0 });

      const again = await person.beginSignIn();
      const withSameCode = person.completion(again, person.recoveryCode());
      assert.equal(await test.store.completeSignIn(withSameCode), 'completed', 'the code still works');
    });

    it('answers gone for one that expired', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      const at = START + 10 * MINUTE;
      const late = person.completion(pending, accepted(person.factorId, 1), { at });
      assert.equal(await test.store.completeSignIn(late), 'gone');
    });

    it("answers gone for somebody else's pending sign-in", async () => {
      const person = await Person.enrolled(test.store);
      const thief = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      const theft = thief.completion(pending, accepted(thief.factorId, 1));
      assert.equal(await test.store.completeSignIn(theft), 'gone');
      assert.ok(await test.store.findPendingSignIn(pending, START));
    });

    for (const step of [4, 5]) {
      it(`answers spent for ${step === 5 ? 'the step that was used' : 'a step before it'}, and all of it is undone (S1, S3, K4)`, async () => {
        const person = await Person.enrolled(test.store);
        const first = await person.beginSignIn();
        await test.store.completeSignIn(person.completion(first, accepted(person.factorId, 5)));

        const pending = await person.beginSignIn();
        const replay = person.completion(pending, accepted(person.factorId, step), { entries: told(person) });
        assert.equal(await test.store.completeSignIn(replay), 'spent');
        assert.ok(await test.store.findPendingSignIn(pending, START), 'it stays for another code');
        assert.equal(await test.store.findSession(replay.session.tokenHash, START, 0), undefined);
        assert.deepEqual(await written(person), { events: 0, mails: 0 });
      });
    }

    it('answers spent for a recovery code that was used (S1)', async () => {
      const person = await Person.enrolled(test.store);
      const first = await person.beginSignIn();
      await test.store.completeSignIn(person.completion(first, person.recoveryCode()));
      const pending = await person.beginSignIn();
      const replay = person.completion(pending, person.recoveryCode());
      assert.equal(await test.store.completeSignIn(replay), 'spent');
      assert.ok(await test.store.findPendingSignIn(pending, START));
    });

    it('answers spent for a code that a newer one with the same selector replaced', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      const stale = { ...person.recoveryCode(), verifier: 'the hash of an older code' };
      assert.equal(await test.store.completeSignIn(person.completion(pending, stale)), 'spent');
      assert.equal((await person.facts()).recoveryCodes?.remaining, 10);
    });

    it('answers spent for an authenticator that was locked while the code was being checked (L2)', async () => {
      const person = await Person.enrolled(test.store);
      await failUntilLocked(person);
      const at = START + YEAR;
      const pending = await person.beginSignIn(at);
      const completion = person.completion(pending, accepted(person.factorId, 9), { at });
      assert.equal(await test.store.completeSignIn(completion), 'spent');
    });

    it('withdraws its attempt: it was no failure after all (L3)', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      const attempt = person.attempt(START, pending);
      await test.store.countTotpAttempt(attempt);
      await test.store.completeSignIn(person.completion(pending, accepted(person.factorId, 1), { attempt }));
      assert.deepEqual(await test.rows('SELECT id FROM mfa_attempts WHERE subject = $1', person.id), []);
    });

    it('stores the secret sealed anew only while it is the one that was opened (K2)', async () => {
      const person = await Person.enrolled(test.store);
      const { secret } = (await test.store.findTotpFactor(person.id, person.factorId))!;
      const to = sealed('k2');
      for (const { from, step, stored } of [
        { from: sealed(), step: 1, stored: secret },
        { from: secret, step: 2, stored: to },
      ]) {
        const pending = await person.beginSignIn();
        const spent = { ...accepted(person.factorId, step), resealed: { from, to } };
        assert.equal(await test.store.completeSignIn(person.completion(pending, spent)), 'completed');
        const factor = await test.store.findTotpFactor(person.id, person.factorId);
        assert.deepEqual(factor?.secret, stored);
      }
    });
  });

  describe('completing a step-up', () => {
    const test = useStore(make);

    it('spends the step and gives the session a new token; the row stays the same session (B1)', async () => {
      const person = await Person.enrolled(test.store);
      const stepUp = person.stepUp(accepted(person.factorId, 1));
      assert.equal(await test.store.completeStepUp(stepUp), 'completed');

      assert.equal(await test.store.findSession(stepUp.rotation.tokenHash, START, 0), undefined);
      const session = await test.store.findSession(stepUp.rotation.newTokenHash, START, 0);
      assert.equal(session?.id, person.session.id);
      assert.deepEqual(session.proofs, stepUp.rotation.proofs);
      assert.equal(session.expiresAt, person.session.expiresAt, 'a step-up does not make a session longer');
    });

    it('spends nothing for a password', async () => {
      const person = await Person.signedIn(test.store);
      const attempt = person.attempt();
      await test.store.countProofAttempt(attempt);
      assert.equal(await test.store.completeStepUp(person.stepUp(undefined, { attempt })), 'completed');
      assert.deepEqual(await test.rows('SELECT id FROM mfa_attempts WHERE subject = $1', person.id), []);
    });

    it('answers gone when the token was rotated or ended, and the step is not spent (S3)', async () => {
      const person = await Person.enrolled(test.store);
      const old = person.rotation();
      const first = person.stepUp(accepted(person.factorId, 1), { rotation: old });
      await test.store.completeStepUp(first);
      const second = person.stepUp(accepted(person.factorId, 2), { rotation: person.rotation() });
      assert.equal(await test.store.completeStepUp(second), 'gone');
      assert.equal((await test.store.findTotpFactor(person.id, person.factorId))?.lastStep, 1);
    });

    it('answers gone when a factor that was proven in the session was removed meanwhile: that proof is not written back (S4)', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const [first, second] = await totpFactorsOf(test.store, person.id);
      const proven = person.stepUp(accepted(first!.id, 1), {
        rotation: {
          ...person.rotation(),
          proofs: [...person.session.proofs, { method: 'totp', at: START, factor: first!.id }],
        },
      });
      await test.store.completeStepUp(proven);
      person.tookOver(proven.rotation);
      const crossing = person.stepUp(accepted(second!.id, 1));
      await test.store.removeTotpFactor(await person.removal(), first!.id, () => []);
      assert.equal(await test.store.completeStepUp(crossing), 'gone');
    });

    it('answers spent for a used step, and the session keeps its token (S1, S3)', async () => {
      const person = await Person.enrolled(test.store);
      const entries = person.entries({ event: 'auth.step_up.success', outcome: 'success' });
      const replay = person.stepUp(accepted(person.factorId, 0), { entries });
      assert.equal(await test.store.completeStepUp(replay), 'spent');
      assert.ok(await test.store.findSession(person.session.tokenHash, START, 0));
      const audit = await test.rows('SELECT id FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.deepEqual(audit, []);
    });
  });
}
