import { parseArgs } from 'node:util';
import { CHEAP_ARGON2 } from '../support/cheap-argon2.ts';
import { attacks } from './attacks.ts';
import { countOf, lineOf, summaryOf } from './running/report.ts';
import { run, type Outcome } from './running/run.ts';
import { startServers } from './running/servers.ts';

// `npm run test:attacks`: all attacks on servers that it starts itself, on each database with as many processes as it is made for.

const { values } = parseArgs({ options: { verbose: { type: 'boolean' }, only: { type: 'string' } } });
const only = values.only;
const chosen =
  only === undefined ? attacks : attacks.filter(({ id, group }) => `${group} ${id}`.includes(only));

const all: Outcome[] = [];
for (const { database, processes, environment } of [
  { database: 'SQLite', processes: 1, environment: {} },
  // What a hash costs has been attacked by then.
  { database: 'PostgreSQL', processes: 2, environment: CHEAP_ARGON2 },
] as const) {
  const begin = performance.now();
  const servers = await startServers(database, processes, environment);
  try {
    const outcomes = await run(servers.target, chosen, (outcome) => {
      if (values.verbose) console.log(lineOf(outcome));
    });
    all.push(...outcomes);
    const seconds = ((performance.now() - begin) / 1000).toFixed(0);
    const name = `${database}, ${processes} process${processes === 1 ? '' : 'es'}`;
    console.log(`${summaryOf(outcomes)}\n${name}: ${countOf(outcomes)} (${seconds} s)\n`);
  } finally {
    await servers.stop();
  }
}
console.log(countOf(all));
if (all.length === 0 || all.some(({ error }) => error !== undefined)) process.exitCode = 1;
