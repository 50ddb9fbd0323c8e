import { runFiles } from './run-files.ts';

// `npm run test:e2e`: all tests of browser and server together. A file takes half a minute, so that few are enough for a job.

await runFiles(['test/e2e/**/*.test.ts'], 6);
