import type { RunningKit } from './running-kit.ts';

/**
 * Runs the jobs as if they had run all along while the clock was moved: what is old is deleted by a time that goes on slowly
 * (decision 0027), and a year of it is thousands of runs.
 */
export async function runAsAllAlong(kit: RunningKit): Promise<void> {
  await kit.mfa.jobs.runDue();
  await kit.sql(`UPDATE mfa_job_runs SET reached = ${kit.clock.now()}`);
  await kit.mfa.jobs.runDue();
}
