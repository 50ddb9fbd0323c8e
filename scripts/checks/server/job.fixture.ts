import { runJob } from './job.ts';

// Runs the files that it is given in one process, and says what came of it: node:test does not run tests inside of a test.

const { passed, failed, output } = await runJob({
  name: 'a job',
  files: process.argv.slice(2),
  shares: true,
});
console.log(JSON.stringify({ passed, failed, output }));
