import type { JobStore } from '../../jobs/jobs.store.ts';
import { ending, last, step, type Database } from './unit-of-work.ts';

/** By how much the clocks of processes may differ, in milliseconds, before one of them is taken to have jumped. */
const CLOCKS_DIFFER = 60_000;

export function sqlJobStore(database: Database): JobStore {
  return {
    async beginRun(job, run, now, until) {
      // What is much further ahead than a run of its own was not written by this clock: it jumped, and is back. Processes differ by less.
      const [begun] = await database.transaction(() =>
        ending([
          step(
            `INSERT INTO mfa_job_runs (job, run, until) VALUES ($1, $2, $4)
             ON CONFLICT (job) DO UPDATE SET run = excluded.run, until = excluded.until
               WHERE mfa_job_runs.until <= $3 OR mfa_job_runs.until > $5`,
            job,
            run,
            now,
            until,
            until + CLOCKS_DIFFER,
          ),
        ]),
      );
      return begun?.affected === 1;
    },

    endRun: (job, run) =>
      database.transaction(() =>
        last([step('DELETE FROM mfa_job_runs WHERE job = $1 AND run = $2', job, run)]),
      ),
  };
}
