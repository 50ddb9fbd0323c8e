import assert from 'node:assert/strict';
import { newId } from '../../../secrets/ids.ts';
import { MINUTE, START } from '../person.ts';
import { race, type Race } from './race.ts';

export const jobRaces: readonly Race[] = [
  race<{ readonly job: string }>({
    title: 'sixteen processes that begin a job which one is enough for: one is at it (S1)',
    contenders: 16,
    gate: ['mfa_job_runs'],
    prepare: () => Promise.resolve({ job: newId() }),
    async contend(store, { job }) {
      return (await store.beginRun(job, { run: newId(), now: START, until: START + MINUTE, pace: MINUTE }))
        ? 'begun'
        : 'left';
    },
    judge(_test, _stake, verdicts) {
      assert.deepEqual(verdicts, { begun: 1, left: 15 });
      return Promise.resolve();
    },
  }),
];
