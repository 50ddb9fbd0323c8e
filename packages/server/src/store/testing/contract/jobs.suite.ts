import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MakeDatabase } from '../databases.ts';
import { DAY, HOUR, MINUTE, Person, SECOND, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function jobsContract(make: MakeDatabase): void {
  describe('a job that one process at a time is enough for', () => {
    const test = useStore(make);
    const reach = (job: string, run: string, now = START): Promise<number | undefined> =>
      test.store.beginRun(job, { run, now, until: now + 10 * MINUTE, pace: HOUR });
    const begin = async (job: string, run: string, now = START): Promise<boolean> =>
      (await reach(job, run, now)) !== undefined;
    /** One run after the other, each at its time. */
    async function reachEach(job: string, times: readonly number[]): Promise<readonly unknown[]> {
      const reached: unknown[] = [];
      for (const [index, now] of times.entries()) {
        const at = await reach(job, String(index), now);
        reached.push(at === undefined ? undefined : at - START);
        await test.store.endRun(job, String(index));
      }
      return reached;
    }

    it('is begun by one, and by another when it has ended (S1)', async () => {
      assert.equal(await begin('sweep', 'one'), true);
      assert.equal(await begin('sweep', 'other'), false);
      assert.equal(await begin('remind', 'other'), true, 'another job is another matter');
      await test.store.endRun('sweep', 'one');
      assert.equal(await begin('sweep', 'other'), true);
    });

    it('is begun by another when its process did not live to end it, whose end then ends nothing', async () => {
      assert.equal(await begin('forget', 'dead'), true);
      assert.equal(await begin('forget', 'other', START + 10 * MINUTE - SECOND), false);
      assert.equal(await begin('forget', 'other', START + 10 * MINUTE), true);
      await test.store.endRun('forget', 'dead');
      assert.equal(await begin('forget', 'third', START + 10 * MINUTE), false);
    });

    it('is not taken from who is at it by a process whose clock is a moment behind', async () => {
      assert.equal(await begin('behind', 'one'), true);
      assert.equal(await begin('behind', 'other', START - SECOND), false);
    });

    it('is not held for ever by a clock that was ahead', async () => {
      assert.equal(await begin('count', 'ahead', START + DAY), true);
      assert.equal(await begin('count', 'other'), true);
    });

    it('follows the clock while that goes on, and goes no faster than its pace where it jumped ahead', async () => {
      const minutely = [START, START + MINUTE, START + HOUR];
      assert.deepEqual(await reachEach('steady', minutely), [0, MINUTE, HOUR]);
      const jumped = [START, START + 400 * DAY, START + 400 * DAY + MINUTE, START + MINUTE];
      assert.deepEqual(await reachEach('jumped', jumped), [0, HOUR, 2 * HOUR, MINUTE]);
    });

    it('is never ahead of the clock, and comes back from where it was led', async () => {
      const times = [START + HOUR, START - DAY, START, START + 2 * HOUR];
      assert.deepEqual(await reachEach('back', times), [HOUR, -DAY, 0, HOUR]);
    });

    it('tells the earliest time that a job has come to', async () => {
      await reachEach('late', [START - 30 * DAY]);
      await reachEach('less late', [START - 20 * DAY]);
      assert.equal(await test.store.findReached(), START - 30 * DAY);
    });

    it('begins at the newest event where it was never run', async () => {
      const person = new Person(test.store);
      await test.store.recordEntries(person.entries({ event: 'auth.totp.added', outcome: 'success' }));
      assert.deepEqual(await reachEach('new', [START + 400 * DAY]), [0]);
    });
  });
}
