import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Happening } from '../../../activity/audit-event.ts';
import { idsFrom, randomPart } from '../../../secrets/ids.ts';
import type { MakeDatabase } from '../databases.ts';
import { doing, everything, failed, signedIn } from '../events.ts';
import { DAY, Person, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function activityKeepingContract(make: MakeDatabase): void {
  describe('how long the audit is kept', () => {
    const test = useStore(make);
    const proven: Happening = { event: 'auth.2fa.success', outcome: 'success' };
    const keeping = { deleteUntil: 0, sampleUntil: 0, sample: 0.1, now: START, most: 1_000 };

    it('is as long as is asked for, to the millisecond', async () => {
      const person = new Person(test.store);
      for (const at of [START, START + 1]) await test.store.recordEntries(doing(person.id, { at })(signedIn));
      await test.store.sweepActivity({ ...keeping, deleteUntil: START - 1 });
      assert.equal((await test.store.listActivity(person.id, everything)).length, 2);
      await test.store.sweepActivity({ ...keeping, deleteUntil: START });
      const left = await test.store.listActivity(person.id, everything);
      assert.deepEqual(
        left.map(({ at }) => at),
        [START + 1],
      );
    });

    it('is done in batches, oldest first, of which none is larger than asked for', async () => {
      const person = new Person(test.store);
      for (let number = 0; number < 5; number += 1)
        await test.store.recordEntries(doing(person.id, { at: START - 5 * DAY + number })(signedIn));
      const batch = { ...keeping, deleteUntil: START - DAY, most: 2 };
      const left = async (): Promise<number> => (await test.store.listActivity(person.id, everything)).length;
      const counts: number[] = [];
      for (let swept = -1; swept !== 0; counts.push(await left()))
        swept = await test.store.sweepActivity(batch);
      assert.deepEqual(counts, [3, 1, 0, 0]);
    });

    it('leaves a sample of the successes that are old, and every success that is not', async () => {
      const person = new Person(test.store);
      const ids = (digits: string): string => `${idsFrom(START)}00000000${digits}${digits}`;
      const [entry] = doing(person.id)(proven);
      for (const digits of ['00000000', '19999998', '19999999', 'ffffffff'])
        await test.store.recordEntries([{ event: { ...entry!.event, id: ids(digits) } }]);
      await test.store.recordEntries(doing(person.id, { at: START + 1 })(proven));
      await test.store.recordEntries(doing(person.id)(signedIn, failed));
      await test.store.sweepActivity({ ...keeping, sampleUntil: START });
      const left = (
        await test.store.listActivity(person.id, { ...everything, type: 'auth.2fa.success' })
      ).map(({ id }) => id);
      assert.deepEqual(left.slice(1), [ids('19999998'), ids('00000000')]);
      assert.equal(
        (await test.store.listActivity(person.id, everything)).length,
        5,
        'nothing else is sampled',
      );
    });

    it('takes its sample once: another share later changes nothing of it', async () => {
      const person = new Person(test.store);
      await test.store.recordEntries(doing(person.id)(...Array.from({ length: 40 }, () => proven)));
      const left = async (): Promise<number> => (await test.store.listActivity(person.id, everything)).length;
      await test.store.sweepActivity({ ...keeping, sampleUntil: START, sample: 1 });
      assert.equal(await left(), 40);
      await test.store.sweepActivity({ ...keeping, sampleUntil: START + DAY, sample: 0 });
      assert.equal(await left(), 40);
    });

    it('never takes away what a person reported', async () => {
      const person = new Person(test.store);
      await test.store.recordEntries(doing(person.id)(proven, proven));
      const [event] = await test.store.listActivity(person.id, everything);
      await test.store.reportEvent(person.id, randomPart(event!.id), START, () => []);
      await test.store.sweepActivity({ ...keeping, sampleUntil: START, sample: 0 });
      assert.deepEqual(await test.store.listActivity(person.id, everything), [{ ...event!, reported: true }]);
    });
  });
}
