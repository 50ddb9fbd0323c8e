import os from 'node:os';
import path from 'node:path';

/**
 * Environment for programs that tests start again and again: what Node compiled for one of them is there for the next, which starts in
 * half the time. Not for a process that runs tests itself: `node --test` does not end with it.
 */
export const COMPILED_ONCE = {
  NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'mfa-kit-compiled'),
} as const;
