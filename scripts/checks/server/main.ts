import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { startPostgres } from '../../../test/support/postgres.ts';
import { runInLanes } from '../schedule.ts';
import { runJob, type Job } from './job.ts';
import { needsOwnProcess } from './own-process.ts';

// `npm run test:server`: all tests that Node runs beside the sources. Ends with exactly one line that says "N passed, N failed".

const PATTERNS = [
  'packages/server/src/**/*.test.ts',
  'demo/**/*.test.ts',
  'scripts/**/*.test.ts',
  'bench/{people,load,running}/**/*.test.ts',
  'test/support/**/*.test.ts',
  'test/attacks/**/*.test.ts',
];

/** How many files are one job. With more, a process that hangs or dies takes more others with it; with fewer, more is loaded again. */
const OF_A_JOB = 25;

function jobsOf(files: readonly string[], shares: boolean): Job[] {
  const jobs: Job[] = [];
  for (let from = 0; from < files.length; from += OF_A_JOB) {
    const some = files.slice(from, from + OF_A_JOB);
    const where = shares ? 'in one process' : 'in a process each';
    jobs.push({
      name: `${String(some.length)} files ${where}, from ${String(some[0])} on`,
      files: some,
      shares,
    });
  }
  return jobs;
}

const files = globSync(PATTERNS, { exclude: ['**/node_modules/**'] }).sort();
const alone = files.filter((file) => needsOwnProcess(readFileSync(file, 'utf8')));
const jobs = [
  ...jobsOf(alone, false),
  ...jobsOf(
    files.filter((file) => !alone.includes(file)),
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
