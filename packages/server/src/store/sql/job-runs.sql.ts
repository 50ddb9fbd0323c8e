import type { JobStore } from '../../jobs/jobs.store.ts';
import { ending, first, last, step, type Database } from './unit-of-work.ts';

/** By how much the clocks of processes may differ, in milliseconds, before one of them is taken to have jumped. */
const CLOCKS_DIFFER = 60_000;

/** From where it was towards now, forward or back, and at most so far. */
const NEARER = `CASE
  WHEN $3 > mfa_job_runs.reached + $6 THEN mfa_job_runs.reached + $6
  WHEN $3 < mfa_job_runs.reached - $6 THEN mfa_job_runs.reached - $6
  ELSE $3 END`;

export function sqlJobStore(database: Database): JobStore {
  return {
    async beginRun(job, { run, now, until, pace }) {
      // What is much further ahead than a run of its own was not written by this clock: it jumped, and is back. Processes differ by less.
      const [begun] = await database.transaction(() =>
        ending([
          step(
            `INSERT INTO mfa_job_runs (job, run, until, reached)
             VALUES ($1, $2, $4, COALESCE((SELECT max(at) FROM mfa_audit_events), $3))
             ON CONFLICT (job) DO UPDATE SET run = excluded.run, until = excluded.until, reached = ${NEARER}
               WHERE mfa_job_runs.until <= $3 OR mfa_job_runs.until > $5
             RETURNING reached`,
            job,
            run,
            now,
            until,
            until + CLOCKS_DIFFER,
            pace,
          ),
        ]),
      );
      const row = begun?.rows[0];
      return row && Math.min(now, Number(row['reached']));
    },

    endRun: (job, run) =>
      database.transaction(() =>
        last([step('UPDATE mfa_job_runs SET until = 0 WHERE job = $1 AND run = $2', job, run)]),
      ),

    findReached: () =>
      database.read(function* () {
        const row = yield* first<{ reached: number | null }>(
          'SELECT min(reached) AS reached FROM mfa_job_runs',
        );
        return row?.reached ?? undefined;
      }),
  };
}
