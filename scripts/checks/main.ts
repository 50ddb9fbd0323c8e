import { availableParallelism } from 'node:os';
import { chosenOf } from './chosen.ts';
import { createResources } from './resources.ts';
import { runStep } from './run-step.ts';
import { runInLanes } from './schedule.ts';
import { keepScratchInMemory } from './scratch-folder.ts';
import type { Outcome, Step } from './step.ts';
import { steps } from './steps.ts';

/** More would only make the browsers time out: each step keeps a core busy by itself. */
const lanes = Math.min(2, availableParallelism());

interface Timed extends Outcome {
  readonly seconds: number;
}

function report(step: Step, { passed, finding, output, seconds }: Timed): void {
  console.log(`\n=== ${step.name}: ${step.title}`);
  if (output.trim() !== '') console.log(output.trimEnd());
  console.log(`=== ${step.name}: ${passed ? 'ok' : 'FAILED'}, ${finding} (${seconds.toFixed(1)} s)`);
}

async function main(): Promise<void> {
  const chosen = chosenOf(steps, process.argv.slice(2));
  keepScratchInMemory();
  const resources = createResources(console.log);
  const failed: string[] = [];
  const begin = performance.now();
  const work = async (step: Step): Promise<Timed> => {
    const start = performance.now();
    const outcome = await runStep(step, resources);
    if (!outcome.passed) failed.push(step.name);
    return { ...outcome, seconds: (performance.now() - start) / 1000 };
  };
  try {
    await runInLanes(chosen, lanes, work, report);
  } finally {
    await resources.release();
  }
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  if (failed.length > 0) {
    // In the order of the report, not in the order of ending.
    const names = chosen.map(({ name }) => name).filter((name) => failed.includes(name));
    console.log(`\nFailed: ${names.join(', ')} (of ${String(chosen.length)} steps, ${seconds} s)`);
    process.exitCode = 1;
  } else {
    console.log(`\nAll ${String(chosen.length)} steps passed (${seconds} s)`);
  }
}

// Ending by a signal has to run the exit handlers that end the database and the steps at work.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
