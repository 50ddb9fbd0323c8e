import { parseArgs } from 'node:util';
import { CHEAP_ARGON2 } from '../support/cheap-argon2.ts';
import type { Group } from './attack.ts';
import { attacks } from './attacks.ts';
import { countOf, lineOf, summaryOf } from './running/report.ts';
import { run, type Outcome } from './running/run.ts';
import { startServers } from './running/servers.ts';

// `npm run test:attacks`: all attacks on servers that it starts itself, on each database with as many processes as it is made for.

const { values } = parseArgs({ options: { verbose: { type: 'boolean' }, only: { type: 'string' } } });
const only = values.only;
const chosen =
  only === undefined ? attacks : attacks.filter(({ id, group }) => `${group} ${id}`.includes(only));

/** Groups about what is hashed slowly. They meet servers that hash as slowly as any; for the others a person is set up in a moment. */
const OF_HASHES: readonly Group[] = ['guessing', 'recovery codes'];
const ofHashes = chosen.filter(({ group }) => OF_HASHES.includes(group));
const ofOthers = chosen.filter(({ group }) => !OF_HASHES.includes(group));

const runs = [
  { database: 'SQLite', processes: 1, hashing: 'hashing at full cost', environment: {}, on: ofHashes },
  { database: 'SQLite', processes: 1, hashing: 'hashing cheaply', environment: CHEAP_ARGON2, on: ofOthers },
  {
    database: 'PostgreSQL',
    processes: 2,
    hashing: 'hashing cheaply',
    environment: CHEAP_ARGON2,
    on: chosen,
  },
] as const;

const all: Outcome[] = [];
for (const { database, processes, hashing, environment, on } of runs) {
  if (on.length === 0) continue;
  const begin = performance.now();
  const servers = await startServers(database, processes, environment);
  try {
    const outcomes = await run(servers.target, on, (outcome) => {
      if (values.verbose) console.log(lineOf(outcome));
    });
    all.push(...outcomes);
    const seconds = ((performance.now() - begin) / 1000).toFixed(0);
    const name = `${database}, ${processes} process${processes === 1 ? '' : 'es'}, ${hashing}`;
    console.log(`${summaryOf(outcomes)}\n${name}: ${countOf(outcomes)} (${seconds} s)\n`);
  } finally {
    await servers.stop();
  }
}
console.log(countOf(all));
if (all.length === 0 || all.some(({ error }) => error !== undefined)) process.exitCode = 1;
