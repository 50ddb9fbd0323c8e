import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LONGEST_JUDGEMENT, MOMENT } from '../../../throttling/limits.ts';
import type { MakeDatabase } from '../databases.ts';
import { accepted, DAY, failUntilLocked, Person, START, YEAR } from '../person.ts';
import { useStore } from '../test-store.ts';
import { totpFactorsOf } from '../totp-of.ts';

export function authenticatorLimitContract(make: MakeDatabase): void {
  describe('the limit of an authenticator', () => {
    const test = useStore(make);

    const failures = async (person: Person): Promise<number[]> =>
      (
        await test.rows<{ failures_in_a_row: number }>(
          'SELECT failures_in_a_row FROM mfa_totp_factors WHERE user_id = $1 ORDER BY created_at, id',
          person.id,
        )
      ).map((row) => row.failures_in_a_row);

    const succeed = async (person: Person, factorId: string, step: number, at: number): Promise<void> => {
      const pending = await person.beginSignIn(at);
      const attempt = person.attempt(at, pending);
      await test.store.countTotpAttempt(attempt);
      const completion = person.completion(pending, accepted(factorId, step), { at, attempt });
      assert.equal(await test.store.completeSignIn(completion), 'completed');
    };

    it('hands out every authenticator that is not locked, with the attempt counted first (S2)', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const counted = await test.store.countTotpAttempt(person.attempt());
      assert.ok(counted.verdict === 'counted');
      assert.deepEqual(
        counted.factors.map(({ id }) => id).sort(),
        (await totpFactorsOf(test.store, person.id)).map(({ id }) => id).sort(),
      );
      assert.deepEqual(await failures(person), [1, 1]);
    });

    it('has none to hand out to a person without a factor', async () => {
      const person = await Person.signedIn(test.store);
      const counted = await test.store.countTotpAttempt(person.attempt());
      assert.deepEqual(counted, { verdict: 'counted', factors: [] });
    });

    it('locks it at the thirtieth failure in a row, however slowly they come (L2)', async () => {
      const person = await Person.enrolled(test.store);
      for (let day = 0; day < 29; day += 1) {
        const { lockedFactors } = await person.fail(START + day * DAY);
        assert.deepEqual(lockedFactors, []);
      }
      const name = 'Authenticator app';
      const { lockedFactors } = await person.fail(START + 29 * DAY);
      assert.deepEqual(lockedFactors, [{ id: person.factorId, name }]);
      assert.equal((await test.store.findTotpFactor(person.id, person.factorId))?.locked, true);

      const verdict = await test.store.countTotpAttempt(person.attempt(START + YEAR));
      assert.deepEqual(verdict, { verdict: 'locked' });
      const counted = await test.rows(
        'SELECT id FROM mfa_attempts WHERE subject = $1 AND at >= $2',
        person.id,
        START + YEAR,
      );
      assert.deepEqual(counted, [], 'nothing could be verified, so nothing is counted');
    });

    it('is not reached by a right code that is sent twice: the first is accepted, the second waits a moment (L2, L3)', async () => {
      const person = await Person.enrolled(test.store);
      for (let day = 0; day < 29; day += 1) await person.fail(START + day * DAY);
      const at = START + YEAR;
      const pending = await person.beginSignIn(at);
      const attempt = person.attempt(at, pending);
      assert.equal((await test.store.countTotpAttempt(attempt)).verdict, 'counted');

      const again = await test.store.countTotpAttempt(person.attempt(at, pending));
      assert.deepEqual(again, { verdict: 'closed', retryAt: at + MOMENT });
      await test.store.lockUsedUpFactors(person.id, at, () => assert.fail('nobody has failed so often'));
      const completion = person.completion(pending, accepted(person.factorId, 1), { at, attempt });
      assert.equal(await test.store.completeSignIn(completion), 'completed');
      assert.deepEqual(await failures(person), [0]);
    });

    it('is reached where the process that counted the thirtieth did not live to judge it, a minute later (S2, L2)', async () => {
      const person = await Person.enrolled(test.store);
      for (let day = 0; day < 29; day += 1) await person.fail(START + day * DAY);
      const at = START + YEAR;
      await test.store.countTotpAttempt(person.attempt(at));
      const late = at + LONGEST_JUDGEMENT;
      assert.deepEqual(await test.store.countTotpAttempt(person.attempt(late)), { verdict: 'locked' });
      const told: number[] = [];
      await test.store.lockUsedUpFactors(person.id, late, ({ lockedFactors }) => {
        told.push(lockedFactors.length);
        return [];
      });
      assert.deepEqual(told, [1]);
    });

    it('leaves recovery codes working when the authenticator is locked (L2)', async () => {
      const person = await Person.enrolled(test.store);
      await failUntilLocked(person);
      const at = START + YEAR;
      const pending = await person.beginSignIn(at);
      const attempt = person.attempt(at, pending);
      const counted = await test.store.countRecoveryCodeAttempt(attempt, person.recoveryCode().selector);
      assert.equal(counted.verdict, 'counted');
      const completion = person.completion(pending, person.recoveryCode(), { at, attempt });
      assert.equal(await test.store.completeSignIn(completion), 'completed');
    });

    it('is its own for each: one set up later is not locked with the first (L2)', async () => {
      const person = await Person.enrolled(test.store);
      for (let day = 0; day < 29; day += 1) await person.fail(START + day * DAY);
      const session = person.start(START + 29 * DAY).session;
      person.session = session;
      const pending = await person.beginSignIn(START + 29 * DAY);
      const signIn = person.completion(pending, person.recoveryCode(), { at: START + 29 * DAY, session });
      await test.store.completeSignIn(signIn);
      const second = await person.addFactor({ at: START + 29 * DAY });

      const { lockedFactors } = await person.fail(START + 29 * DAY);
      assert.deepEqual(
        lockedFactors.map(({ id }) => id),
        [person.factorId],
      );
      const counted = await test.store.countTotpAttempt(person.attempt(START + 30 * DAY));
      assert.ok(counted.verdict === 'counted');
      assert.deepEqual(
        counted.factors.map(({ id }) => id),
        [second],
      );
    });

    it('is reset by a success for the authenticator that succeeded, and for no other (L3)', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const [first, second] = await totpFactorsOf(test.store, person.id);
      for (let day = 0; day < 7; day += 1) await person.fail(START + day * DAY);
      assert.deepEqual(await failures(person), [7, 7]);

      await succeed(person, first!.id, 1, START + 8 * DAY);
      assert.deepEqual(await failures(person), [0, 7], 'the other goes back by the one taken in advance');
      await succeed(person, second!.id, 1, START + 9 * DAY);
      assert.deepEqual(await failures(person), [0, 0]);
    });

    it('gives nobody a failure more: what is taken back after a success was taken back with it (L2)', async () => {
      const person = await Person.enrolled(test.store);
      const late = person.attempt();
      await test.store.countTotpAttempt(late);
      await succeed(person, person.factorId, 1, START);
      await test.store.withdrawProofAttempt(late, true);
      assert.deepEqual(await failures(person), [0]);
    });

    it('is reset by a step-up as by a sign-in, and by a recovery code not at all (L3)', async () => {
      const person = await Person.enrolled(test.store);
      await person.fail(START);
      await person.fail(START);
      const pending = await person.beginSignIn();
      await test.store.completeSignIn(person.completion(pending, person.recoveryCode()));
      assert.deepEqual(await failures(person), [2]);

      const attempt = person.attempt();
      await test.store.countTotpAttempt(attempt);
      await test.store.completeStepUp(person.stepUp(accepted(person.factorId, 1), { attempt }));
      assert.deepEqual(await failures(person), [0]);
    });

    it('keeps what was failed on the account when an authenticator succeeds (L3)', async () => {
      const person = await Person.enrolled(test.store);
      for (let failure = 1; failure <= 9; failure += 1) await person.fail(START);
      await succeed(person, person.factorId, 1, START);
      const { closedUntil } = await person.fail(START);
      assert.ok(closedUntil, 'nine failures, a success, one failure: the account closes');
    });
  });
}
