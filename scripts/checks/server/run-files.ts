import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { startPostgres } from '../../../test/support/postgres.ts';
import { runInLanes } from '../schedule.ts';
import { runJob, type Job } from './job.ts';
import { needsOwnProcess } from './own-process.ts';

/**
 * Runs all test files of some folders, with a database for them. Ends with exactly one line that says "N passed, N failed".
 *
 * @param patterns of the names of the files
 * @param ofAJob how many files are one job; with more, a process that hangs or dies takes more others with it, and with fewer, more is
 *   loaded again
 */
export async function runFiles(patterns: readonly string[], ofAJob: number): Promise<void> {
  const files = globSync(patterns, { exclude: ['**/node_modules/**'] }).sort();
  const alone = files.filter((file) => needsOwnProcess(readFileSync(file, 'utf8')));
  const jobs = [
    ...jobsOf(alone, ofAJob, false),
    ...jobsOf(
      files.filter((file) => !alone.includes(file)),
      ofAJob,
      true,
    ),
  ];
  const postgres = await startPostgres();
  process.env['TEST_DATABASE_URL'] = postgres.url;
  let passed = 0;
  let failed = 0;
  try {
    await runInLanes(jobs, Math.min(2, availableParallelism()), runJob, (job, outcome) => {
      console.log(outcome.output.trimEnd());
      const { passed: well, failed: badly } = outcome;
      console.log(
        `${badly > 0 ? 'failed' : 'ok    '}  ${job.name}: ${String(well)} tests, ${outcome.seconds.toFixed(1)} s`,
      );
      passed += well;
      failed += badly;
    });
  } finally {
    await postgres.stop();
  }
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}

function jobsOf(files: readonly string[], ofAJob: number, shares: boolean): Job[] {
  const jobs: Job[] = [];
  for (let from = 0; from < files.length; from += ofAJob) {
    const some = files.slice(from, from + ofAJob);
    const where = shares ? 'in one process' : 'in a process each';
    jobs.push({
      name: `${String(some.length)} files ${where}, from ${String(some[0])} on`,
      files: some,
      shares,
    });
  }
  return jobs;
}
