import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACCOUNT_LIMIT, ADDRESS_LIMIT } from '../../../throttling/limits.ts';
import type { MakeDatabase } from '../databases.ts';
import { accepted, DAY, MINUTE, Person, SECOND, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function throttlingContract(make: MakeDatabase): void {
  describe('the limit of an account', () => {
    const test = useStore(make);

    /** Counted attempts that nothing is said of any more: the process died, or the caller went away. */
    const leave = async (person: Person, at: number): Promise<string> =>
      (await test.store.countProofAttempt(person.attempt(at))).verdict;

    it('is ten attempts in any fifteen minutes, to the millisecond (L1)', async () => {
      const person = new Person(test.store);
      const times = Array.from({ length: 10 }, (_, index) => START + index * MINUTE);
      for (const at of times) assert.equal(await leave(person, at), 'counted');

      const verdict = await test.store.countProofAttempt(person.attempt(START + 9 * MINUTE));
      assert.deepEqual(verdict, { verdict: 'closed', retryAt: START + 15 * MINUTE });
      assert.equal(await leave(person, START + 15 * MINUTE - 1), 'closed');
      assert.equal(await leave(person, START + 15 * MINUTE), 'counted', 'the first left the window');
      assert.equal(await leave(person, START + 16 * MINUTE - 1), 'closed', 'the second is still inside');
      assert.equal(await leave(person, START + 16 * MINUTE), 'counted');
    });

    it('closes the account with the tenth failure, for 15, 30, 60 and again 60 minutes (L1)', async () => {
      const person = await Person.enrolled(test.store);
      let now = START;
      for (const minutes of [15, 30, 60, 60]) {
        for (let failure = 1; failure <= 10; failure += 1) {
          // One factor takes thirty failures; here it is the account that is looked at.
          const attempt = person.attempt(now);
          assert.deepEqual(await test.store.countProofAttempt(attempt), { verdict: 'counted' });
          const facts = await test.store.recordFailure(attempt, now, () => []);
          const closedUntil = failure < 10 ? undefined : now + minutes * MINUTE;
          assert.equal(facts.closedUntil, closedUntil, `failure ${failure}`);
        }
        const opens = now + minutes * MINUTE;
        assert.deepEqual(await test.store.countProofAttempt(person.attempt(opens - 1)), {
          verdict: 'closed',
          retryAt: opens,
        });
        now = opens;
      }
    });

    it('begins anew a day after the last closing (L1)', async () => {
      const person = new Person(test.store);
      const closeAt = async (now: number): Promise<number> => {
        let closedUntil: number | undefined;
        for (let failure = 1; failure <= 10; failure += 1) {
          const attempt = person.attempt(now);
          await test.store.countProofAttempt(attempt);
          closedUntil = (await test.store.recordFailure(attempt, now, () => [])).closedUntil;
        }
        return closedUntil! - now;
      };
      assert.equal(await closeAt(START), 15 * MINUTE);
      assert.equal(
        await closeAt(START + 15 * MINUTE + DAY),
        30 * MINUTE,
        'a day to the moment is not over yet',
      );
      const opened = START + 15 * MINUTE + DAY + 30 * MINUTE;
      assert.equal(await closeAt(opened + DAY + 1), 15 * MINUTE);
    });

    it('is neither counted against nor extended while it is closed (L1)', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      for (let failure = 1; failure <= 10; failure += 1) await person.fail(START);
      const opens = START + 15 * MINUTE;
      const stored = (): Promise<unknown> =>
        Promise.all([
          test.rows('SELECT * FROM mfa_attempts WHERE subject = $1 ORDER BY id', person.id),
          test.rows('SELECT * FROM mfa_throttles WHERE subject = $1', person.id),
          test.rows('SELECT * FROM mfa_totp_factors WHERE user_id = $1', person.id),
          test.rows('SELECT * FROM mfa_pending_sign_ins WHERE user_id = $1', person.id),
        ]);
      const before = await stored();
      for (const at of [START, START + MINUTE, opens - 1]) {
        const attempt = person.attempt(at, pending);
        const closed = { verdict: 'closed', retryAt: opens };
        assert.deepEqual(await test.store.countTotpAttempt(attempt), closed);
        assert.deepEqual(await test.store.countRecoveryCodeAttempt(attempt, 'C000'), closed);
        assert.deepEqual(await test.store.countProofAttempt(attempt), closed);
      }
      assert.deepEqual(await stored(), before);
    });

    it('counts all methods, sessions and pending sign-ins together (L1)', async () => {
      const person = await Person.enrolled(test.store);
      for (let round = 0; round < 2; round += 1) {
        const pending = await person.beginSignIn();
        await test.store.countTotpAttempt(person.attempt(START, pending));
        await test.store.countRecoveryCodeAttempt(person.attempt(START, pending), 'C000');
        await test.store.countTotpAttempt(person.attempt(START));
        await test.store.countProofAttempt(person.attempt(START));
        await test.store.countRecoveryCodeAttempt(person.attempt(START), 'C000');
      }
      assert.equal((await test.store.countTotpAttempt(person.attempt(START))).verdict, 'closed');
      assert.equal(await leave(new Person(test.store), START), 'counted', 'somebody else is not closed');
    });

    it('says how many failures there were in a row, however slowly they came, until a proof is accepted', async () => {
      const person = await Person.enrolled(test.store);
      const row: number[] = [];
      for (let day = 0; day < 4; day += 1) row.push((await person.fail(START + day * DAY)).inARow);
      const now = START + 4 * DAY;
      const attempt = person.attempt(now);
      await test.store.countTotpAttempt(attempt);
      const stepUp = person.stepUp(accepted(person.factorId, 7), { now, attempt });
      assert.equal(await test.store.completeStepUp(stepUp), 'completed');
      row.push((await person.fail(now)).inARow, (await person.fail(now)).inARow);
      assert.deepEqual(row, [1, 2, 3, 4, 1, 2]);
    });

    it('does not count attempts of a clock that was ahead by more than the window, and counts those of nearer ones', async () => {
      const jumped = new Person(test.store);
      for (let failure = 1; failure <= 9; failure += 1) await jumped.fail(START + DAY);
      for (let count = 1; count <= 10; count += 1) assert.equal(await leave(jumped, START), 'counted');
      assert.equal(await leave(jumped, START), 'closed');

      const heldBack = new Person(test.store);
      for (let count = 1; count <= 10; count += 1) await leave(heldBack, START + 15 * MINUTE);
      assert.equal(await leave(heldBack, START), 'closed', 'a request that began before them');
    });

    it('does not close twice for failures that were on their way when it closed', async () => {
      const person = new Person(test.store);
      const attempts = Array.from({ length: 10 }, () => person.attempt());
      for (const attempt of attempts) await test.store.countProofAttempt(attempt);
      const closings: (number | undefined)[] = [];
      for (const attempt of attempts)
        closings.push((await test.store.recordFailure(attempt, START, () => [])).closedUntil);
      assert.deepEqual(closings, [START + 15 * MINUTE, ...Array.from({ length: 9 }, () => undefined)]);
    });
  });

  describe('the limit of a pending sign-in', () => {
    const test = useStore(make);

    it('is five attempts; the sixth is refused without voiding those already counted (L1)', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      const attempts = Array.from({ length: 5 }, () => person.attempt(START, pending));
      for (const attempt of attempts)
        assert.equal((await test.store.countTotpAttempt(attempt)).verdict, 'counted');
      assert.deepEqual(await test.store.countTotpAttempt(person.attempt(START, pending)), {
        verdict: 'gone',
      });
      const counted = await test.rows('SELECT id FROM mfa_attempts WHERE subject = $1', person.id);
      assert.equal(counted.length, 5, 'the sixth uses up nothing of the account');

      const { factorId } = person;
      const fifth = person.completion(
        pending,
        { method: 'totp', factorId, step: 1 },
        { attempt: attempts[4]! },
      );
      assert.equal(await test.store.completeSignIn(fifth), 'completed');
    });

    it('ends it with the fifth failure, of whatever method (L1)', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      const ended: boolean[] = [];
      for (let failure = 1; failure <= 5; failure += 1) {
        const attempt = person.attempt(START, pending);
        if (failure % 2 === 0) await test.store.countRecoveryCodeAttempt(attempt, 'C000');
        else await test.store.countTotpAttempt(attempt);
        ended.push((await test.store.recordFailure(attempt, START, () => [])).pendingEnded);
      }
      assert.deepEqual(ended, [false, false, false, false, true]);
      assert.equal(await test.store.findPendingSignIn(pending, START), undefined);
    });

    it("is not used up by somebody else who names it, and nobody's attempt is counted", async () => {
      const person = await Person.enrolled(test.store);
      const stranger = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      const verdict = await test.store.countTotpAttempt(stranger.attempt(START, pending));
      assert.deepEqual(verdict, { verdict: 'gone' });
      const [row] = await test.rows<{ attempts: number }>(
        'SELECT attempts FROM mfa_pending_sign_ins WHERE token_hash = $1',
        pending,
      );
      assert.equal(row?.attempts, 0);
    });

    it('is over when it expires', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      const attempt = (at: number): Promise<{ verdict: string }> =>
        test.store.countProofAttempt(person.attempt(at, pending));
      assert.equal((await attempt(START + 10 * MINUTE - 1)).verdict, 'counted');
      assert.equal((await attempt(START + 10 * MINUTE)).verdict, 'gone');
    });

    it('is over when the account changes (S5)', async () => {
      const person = await Person.enrolled(test.store);
      const pending = await person.beginSignIn();
      await person.addFactor();
      assert.deepEqual(await test.store.countProofAttempt(person.attempt(START, pending)), {
        verdict: 'gone',
      });
      assert.deepEqual(await test.rows('SELECT id FROM mfa_attempts WHERE subject = $1', person.id), []);
    });
  });

  describe('the limit of an address', () => {
    const test = useStore(make);

    const attempt = (id: string, at = START): { id: string; at: number } => ({ id, at });

    /** Reserves and fails so many, a second apart. */
    async function fail(address: string, times: number, from = START): Promise<void> {
      for (let index = 0; index < times; index += 1) {
        const failing = attempt(`f${index}`, from + index * SECOND);
        const verdict = await test.store.reserveAttempt(ADDRESS_LIMIT, address, failing);
        assert.deepEqual(verdict, { verdict: 'counted' });
        await test.store.failAttempt(ADDRESS_LIMIT, address, failing);
      }
    }
    const reserve = (address: string, id: string, at: number): ReturnType<typeof test.store.reserveAttempt> =>
      test.store.reserveAttempt(ADDRESS_LIMIT, address, attempt(id, at));

    it('is twenty failures in any five minutes, to the millisecond, and says when the first leaves (L4)', async () => {
      await fail('192.0.2.1', 20);
      const opens = START + 5 * MINUTE;
      const closed = { verdict: 'closed', retryAt: opens };
      assert.deepEqual(await reserve('192.0.2.1', 'a', START + 20 * SECOND), closed);
      assert.deepEqual(await reserve('192.0.2.1', 'b', opens - 1), closed);
      assert.deepEqual(await reserve('192.0.2.2', 'c', opens - 1), { verdict: 'counted' });
      assert.deepEqual(await reserve('192.0.2.1', 'd', opens), { verdict: 'counted' });
    });

    it('takes what is under way for room and not for failure: closed for a moment, and open as one ends (L4)', async () => {
      const address = '192.0.2.3';
      await fail(address, 5);
      const now = START + 10 * SECOND;
      for (let index = 0; index < 15; index += 1)
        assert.equal((await reserve(address, `r${index}`, now)).verdict, 'counted');
      const busy = { verdict: 'closed', retryAt: now + SECOND };
      assert.deepEqual(await reserve(address, 'more', now), busy);
      await test.store.withdrawAttempt(ADDRESS_LIMIT, address, attempt('r7', now));
      assert.deepEqual(await reserve(address, 'more', now), { verdict: 'counted' });
      assert.deepEqual(await reserve(address, 'even more', now), busy);
    });

    it('never has more than twenty failures, however many were reserved at once (L4)', async () => {
      const address = '192.0.2.4';
      const reserved: string[] = [];
      for (let index = 0; index < 50; index += 1) {
        const id = `r${index}`;
        if ((await reserve(address, id, START)).verdict === 'counted') reserved.push(id);
      }
      assert.equal(reserved.length, 20);
      for (const id of reserved) await test.store.failAttempt(ADDRESS_LIMIT, address, attempt(id));
      assert.deepEqual(await reserve(address, 'late', START + SECOND), {
        verdict: 'closed',
        retryAt: START + 5 * MINUTE,
      });
    });

    it('counts as failed what nobody judged within a minute: its process did not live to tell (S8)', async () => {
      const address = '192.0.2.5';
      for (let index = 0; index < 20; index += 1) await reserve(address, `r${index}`, START);
      const busyUntil = START + MINUTE;
      assert.deepEqual(await reserve(address, 'a', START + MINUTE - 1), {
        verdict: 'closed',
        retryAt: busyUntil - 1 + SECOND,
      });
      assert.deepEqual(await reserve(address, 'a', START + MINUTE), {
        verdict: 'closed',
        retryAt: START + 5 * MINUTE,
      });
    });

    it('does not count failures of a clock that was ahead by more than the window', async () => {
      const address = '192.0.2.7';
      await fail(address, 20, START + DAY);
      assert.deepEqual(await reserve(address, 'a', START), { verdict: 'counted' });
    });

    it('does not fail what was taken back', async () => {
      const address = '192.0.2.6';
      await fail(address, 19);
      const at = START + 19 * SECOND;
      await reserve(address, 'a', at);
      await test.store.withdrawAttempt(ADDRESS_LIMIT, address, attempt('a', at));
      await test.store.failAttempt(ADDRESS_LIMIT, address, attempt('a', at));
      assert.deepEqual(await reserve(address, 'b', at), { verdict: 'counted' });
    });

    it('is not the limit of an account that happens to be called like it', async () => {
      const person = new Person(test.store);
      for (let index = 0; index < 10; index += 1) await test.store.countProofAttempt(person.attempt());
      const account = await test.store.countAttempt(ACCOUNT_LIMIT, person.id, person.attempt());
      assert.equal(account.verdict, 'closed');
      const address = await test.store.countAttempt(ADDRESS_LIMIT, person.id, person.attempt());
      assert.equal(address.verdict, 'counted');
    });
  });
}
