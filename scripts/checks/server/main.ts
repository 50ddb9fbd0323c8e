import { runFiles } from './run-files.ts';

// `npm run test:server`: all tests that Node runs beside the sources.

const PATTERNS = [
  'packages/server/src/**/*.test.ts',
  'demo/**/*.test.ts',
  'scripts/**/*.test.ts',
  'bench/{people,load,running}/**/*.test.ts',
  'test/support/**/*.test.ts',
  'test/attacks/**/*.test.ts',
];

await runFiles(PATTERNS, 25);
