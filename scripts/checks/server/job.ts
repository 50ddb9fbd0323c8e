import path from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import report from '../../../test/support/node-reporter.mjs';
import type { Task } from '../schedule.ts';

/** Test files that are run one after the other. */
export interface Job extends Task {
  readonly files: readonly string[];
  /** Whether they share one process, or each has its own. */
  readonly shares: boolean;
}

/** What came of it. */
export interface JobOutcome {
  readonly passed: number;
  readonly failed: number;
  /** All that was reported but for the count. */
  readonly output: string;
  readonly seconds: number;
}

const together = fileURLToPath(new URL('together.ts', import.meta.url));
/** In milliseconds. Nothing takes this long, unless it hangs. */
const LONGEST = { file: 8 * 60_000, group: 15 * 60_000 } as const;

/** Runs the tests of some files. */
export async function runJob({ files, shares }: Job): Promise<JobOutcome> {
  const begin = performance.now();
  /** Files of which a test was heard. */
  const heard = new Set<string>();
  const events = run({
    ...(shares
      ? { files: [together], argv: [...files] }
      : { files: files.map((file) => path.resolve(file)) }),
    concurrency: 1,
    timeout: shares ? LONGEST.group : LONGEST.file,
  });
  events.on('test:pass', ({ file }) => heard.add(path.resolve(file ?? '')));
  events.on('test:fail', ({ file }) => heard.add(path.resolve(file ?? '')));
  let output = '';
  for await (const text of report(events)) output += text;
  const [line, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  if (line === undefined) throw new Error(`Nobody counted the tests:\n${output}`);
  output = output.replace(line, '');
  // One that has a process of its own is reported by it. A shared one that dies says nothing of those which it did not come to.
  const silent = shares ? [...files, together].filter((file) => !heard.has(path.resolve(file))) : [];
  for (const file of silent) output += `FAILED ${path.relative('.', file)}\n  none of its tests ran\n`;
  return {
    passed: Number(passed),
    failed: Number(failed) + silent.length,
    output,
    seconds: (performance.now() - begin) / 1000,
  };
}
