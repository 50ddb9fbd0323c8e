import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MakeDatabase } from '../databases.ts';
import { addPasskey } from '../passkeys.ts';
import { DAY, failUntilLocked, Person, START } from '../person.ts';
import { useStore } from '../test-store.ts';
import { totpFactorsOf } from '../totp-of.ts';

export function factorsContract(make: MakeDatabase): void {
  describe('all factors of a person', () => {
    const test = useStore(make);

    it('go at once, locked ones too; removing nothing tells nothing', async () => {
      const person = await Person.enrolled(test.store, { factors: 3 });
      await failUntilLocked(person);
      const removed: string[] = [];
      const remove = async (): Promise<string> =>
        test.store.removeAllFactors(await person.removal(), ({ totp }) => {
          removed.push(...totp.map(({ id }) => id));
          return person.entries({ event: 'auth.2fa.disabled', outcome: 'success' });
        });
      await remove();
      await remove();
      assert.equal(removed.length, 3);
      const { totpFactors, epoch, recoveryCodes } = await person.facts();
      assert.deepEqual([totpFactors, epoch, recoveryCodes], [0, 4, undefined]);
      assert.equal(
        (await test.rows('SELECT id FROM mfa_audit_events WHERE subject = $1', person.id)).length,
        1,
        'removing nothing tells nothing',
      );
    });

    it('are told in the order of the list, whatever order the database deletes in', async () => {
      const person = await Person.enrolled(test.store);
      for (let later = 1; later <= 5; later += 1) await person.addFactor({ at: START + later });
      const listed = (await totpFactorsOf(test.store, person.id)).map(({ id }) => id);
      let told: readonly string[] = [];
      await test.store.removeAllFactors(await person.removal(), ({ totp }) => {
        told = totp.map(({ id }) => id);
        return [];
      });
      assert.deepEqual(told, listed);
    });

    it('are tried, and locked, in the order of the list, whatever order the database counts in', async () => {
      const person = await Person.enrolled(test.store);
      for (let later = 1; later <= 5; later += 1) await person.addFactor({ at: START + later });
      const listed = (await totpFactorsOf(test.store, person.id)).map(({ id }) => id);
      const attempt = person.attempt();
      const counted = await test.store.countTotpAttempt(attempt);
      assert.deepEqual(counted.verdict === 'counted' && counted.factors.map(({ id }) => id), listed);
      let { lockedFactors } = await test.store.recordFailure(attempt, START, () => []);
      for (let day = 1; day < 30; day += 1) ({ lockedFactors } = await person.fail(START + day * DAY));
      assert.deepEqual(
        lockedFactors.map(({ id }) => id),
        listed,
      );
    });

    it('go at once with the passkeys, which are told in the order of the list too', async () => {
      const person = await Person.enrolled(test.store);
      const passkey = await addPasskey(person, { id: 'z' });
      const later = await addPasskey(person, { id: 'a', createdAt: passkey.createdAt + 1 });
      let told: unknown;
      await test.store.removeAllFactors(await person.removal(), ({ totp, passkeys }) => {
        told = [totp.map(({ id }) => id), passkeys];
        return [];
      });
      assert.deepEqual(told, [[person.factorId], [passkey, later]]);
      const { totpFactors, passkeys, recoveryCodes } = await person.facts();
      assert.deepEqual([totpFactors, passkeys, recoveryCodes], [0, 0, undefined]);
    });
  });
}
