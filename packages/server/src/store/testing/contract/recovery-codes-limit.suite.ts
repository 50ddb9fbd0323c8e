import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LONGEST_JUDGEMENT, MOMENT } from '../../../throttling/limits.ts';
import type { ProofAttempt } from '../../../throttling/throttling.store.ts';
import type { MakeDatabase } from '../databases.ts';
import { DAY, Person, recoveryCodeSet, START, YEAR } from '../person.ts';
import { useStore } from '../test-store.ts';

export function recoveryCodesLimitContract(make: MakeDatabase): void {
  describe('the limit of recovery codes', () => {
    const test = useStore(make);

    const onCodes = (person: Person, at: number, pendingTokenHash?: string): ProofAttempt => ({
      ...person.attempt(at, pendingTokenHash),
      onRecoveryCodes: true,
    });
    const failures = async ({ id }: Person): Promise<number | undefined> => {
      const [row] = await test.rows<{ failures_in_a_row: number }>(
        'SELECT failures_in_a_row FROM mfa_recovery_code_sets WHERE user_id = $1',
        id,
      );
      return row?.failures_in_a_row;
    };
    /** So many wrong codes, a day apart. @returns which of them locked the codes. */
    async function fail(person: Person, from: number, until: number): Promise<number[]> {
      const locking: number[] = [];
      for (let number = from; number <= until; number += 1) {
        const attempt = onCodes(person, START + number * DAY);
        assert.equal((await test.store.countRecoveryCodeAttempt(attempt, 'XXXX')).verdict, 'counted');
        const { recoveryCodesLocked } = await test.store.recordFailure(attempt, attempt.at, () => []);
        if (recoveryCodesLocked) locking.push(number);
      }
      return locking;
    }

    it('locks them at the hundredth failure in a row, however slowly they come, and no factor (L2)', async () => {
      const person = await Person.enrolled(test.store);
      assert.deepEqual(await fail(person, 1, 100), [100]);
      const late = START + YEAR;
      const refused = await test.store.countRecoveryCodeAttempt(onCodes(person, late), 'C000');
      assert.deepEqual(refused, { verdict: 'locked' });
      assert.equal(await failures(person), 100, 'what is refused is not counted');
      assert.equal((await test.store.countTotpAttempt(person.attempt(late))).verdict, 'counted');
      const [member] = await test.store.findMembers([person.id], '');
      assert.equal(member?.facts.recoveryCodes?.remaining, 0, 'none is left to sign in with');
    });

    it('takes no code any more that was being checked when they were locked (S1)', async () => {
      const person = await Person.enrolled(test.store);
      await fail(person, 1, 98);
      const [right, wrong] = [onCodes(person, START + YEAR), onCodes(person, START + YEAR)];
      const pending = await person.beginSignIn(START + YEAR);
      for (const attempt of [right, wrong]) await test.store.countRecoveryCodeAttempt(attempt, 'C000');
      await test.store.recordFailure(wrong, wrong.at, () => []);
      const completion = person.completion(pending, person.recoveryCode(), { at: right.at, attempt: right });
      assert.equal(await test.store.completeSignIn(completion), 'spent');
    });

    it('begins anew after a code that was right, and after trouble of ours counts for nothing (L3)', async () => {
      const person = await Person.enrolled(test.store);
      await fail(person, 1, 3);
      const at = START + YEAR;
      const withdrawn = onCodes(person, at);
      await test.store.countRecoveryCodeAttempt(withdrawn, 'C000');
      assert.equal(await failures(person), 4, 'counted before anything is checked (S2)');
      await test.store.withdrawProofAttempt(withdrawn, false);
      assert.equal(await failures(person), 3);
      const pending = await person.beginSignIn(at);
      const attempt = onCodes(person, at, pending);
      await test.store.countRecoveryCodeAttempt(attempt, 'C000');
      const completion = person.completion(pending, person.recoveryCode(), { at, attempt });
      assert.equal(await test.store.completeSignIn(completion), 'completed');
      assert.equal(await failures(person), 0);
    });

    it('gives nobody a failure more: what is taken back after a success was taken back with it (L2)', async () => {
      const person = await Person.enrolled(test.store);
      const late = onCodes(person, START);
      await test.store.countRecoveryCodeAttempt(late, 'C000');
      const pending = await person.beginSignIn();
      const attempt = onCodes(person, START, pending);
      await test.store.countRecoveryCodeAttempt(attempt, 'C000');
      await test.store.completeSignIn(person.completion(pending, person.recoveryCode(), { attempt }));
      await test.store.withdrawProofAttempt(late, false);
      assert.equal(await failures(person), 0);
    });

    it('is not reached by a right code that is still being checked (L2, L3)', async () => {
      const person = await Person.enrolled(test.store);
      await fail(person, 1, 99);
      const at = START + YEAR;
      const pending = await person.beginSignIn(at);
      const attempt = onCodes(person, at, pending);
      await test.store.countRecoveryCodeAttempt(attempt, 'C000');
      const again = await test.store.countRecoveryCodeAttempt(onCodes(person, at, pending), 'C000');
      assert.deepEqual(again, { verdict: 'closed', retryAt: at + MOMENT });
      await test.store.lockUsedUpFactors(person.id, at, () => assert.fail('nobody has failed so often'));
      const completion = person.completion(pending, person.recoveryCode(), { at, attempt });
      assert.equal(await test.store.completeSignIn(completion), 'completed');
    });

    it('is of one set: new codes work', async () => {
      const person = await Person.enrolled(test.store);
      await fail(person, 1, 100);
      const asked = await person.removal();
      assert.equal(await test.store.replaceRecoveryCodes(asked, recoveryCodeSet(), []), 'replaced');
      assert.equal(await failures(person), 0);
      const counted = await test.store.countRecoveryCodeAttempt(onCodes(person, START + YEAR), 'C000');
      assert.equal(counted.verdict, 'counted');
    });

    it('locks and tells of it later where the process that counted did not live to do so', async () => {
      const person = await Person.enrolled(test.store);
      await fail(person, 1, 99);
      const at = START + YEAR;
      await test.store.countRecoveryCodeAttempt(onCodes(person, at), 'C000');
      const told: boolean[] = [];
      for (let time = 1; time <= 2; time += 1)
        await test.store.lockUsedUpFactors(person.id, at + LONGEST_JUDGEMENT, ({ recoveryCodesLocked }) => {
          told.push(recoveryCodesLocked);
          return [];
        });
      assert.deepEqual(told, [true], 'once');
    });
  });
}
