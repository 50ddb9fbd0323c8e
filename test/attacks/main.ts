import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { attacks } from './attacks.ts';
import { countOf, lineOf, summaryOf } from './running/report.ts';
import { run } from './running/run.ts';
import { canUseManyAddresses, Target } from './running/target.ts';

const USAGE = `npm run attack -- <address> [<address of another process> …] [--origin <public URL>] [--log <file>]
                  [--only <part of a group's or an attack's name>] [--verbose]`;

/** `npm run attack -- http://localhost:4000`: all attacks on a server that is running already. */
async function main(): Promise<void> {
  const { values, positionals: processes } = parseArgs({
    allowPositionals: true,
    options: {
      origin: { type: 'string' },
      log: { type: 'string' },
      only: { type: 'string', default: '' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const [first] = processes;
  if (first === undefined || !processes.every((address) => URL.canParse(address))) throw new Error(USAGE);

  const { log } = values;
  const target = new Target({
    processes,
    origin: new URL(values.origin ?? first).origin,
    inside: log === undefined ? {} : { log: await newLinesOf(log) },
    manyAddresses: await canUseManyAddresses(),
  });
  const chosen = attacks.filter(({ id, group }) => `${group} ${id}`.includes(values.only));
  if (chosen.length === 0) throw new Error(`There is no attack with ${values.only} in its name.`);
  const outcomes = await run(target, chosen, (outcome) => {
    if (values.verbose) console.log(lineOf(outcome));
  });
  console.log(summaryOf(outcomes));
  console.log('The audit was not looked at: it cannot be seen from here.');
  if (log === undefined) console.log('The log was not looked at: name its file with --log.');
  console.log(countOf(outcomes));
  if (outcomes.some(({ error }) => error !== undefined)) process.exitCode = 1;
}

/** What is written to a file from now on. */
async function newLinesOf(file: string): Promise<() => Promise<string>> {
  const { length } = await readFile(file);
  return async () => (await readFile(file)).subarray(length).toString('utf8');
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
