import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COMPILED_ONCE } from '../../../../../test/support/compiled-once.ts';

/** What a command answered. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

const program = fileURLToPath(new URL('../main.ts', import.meta.url));

/** Runs the command in a process of its own, as an operator does. */
export function mfaKit(words: readonly string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !['DATABASE_URL', 'MFA_KEYS'].includes(name),
  );
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...words],
      { env: { ...Object.fromEntries(inherited), ...COMPILED_ONCE, ...environment } },
      (error, output, errors) => resolve({ code: error ? Number(error.code) : 0, output, errors }),
    );
  });
}
