import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MakeDatabase } from '../databases.ts';
import { DAY, MINUTE, SECOND, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function jobsContract(make: MakeDatabase): void {
  describe('a job that one process at a time is enough for', () => {
    const test = useStore(make);
    const begin = (job: string, run: string, now = START): Promise<boolean> =>
      test.store.beginRun(job, run, now, now + 10 * MINUTE);

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
  });
}
