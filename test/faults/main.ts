import { parseArgs } from 'node:util';
import { runKills, type KillRun } from './kill-run.ts';

const USAGE =
  'npm run faults -- [--sign-ins 10000] [--kill-every 5] [--people 200] [--at-once 16] [--sqlite]';

/** `npm run faults`: the long proof. Servers are killed by the clock on the wall, as nothing in particular would do it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'sign-ins': { type: 'string', default: '10000' },
      'kill-every': { type: 'string', default: '5' },
      people: { type: 'string', default: '200' },
      'at-once': { type: 'string', default: '16' },
      sqlite: { type: 'boolean', default: false },
    },
  });
  const numberOf = (name: Exclude<keyof typeof values, 'sqlite'>): number => {
    const number = Number(values[name]);
    if (!(number > 0)) throw new Error(USAGE);
    return number;
  };
  const seconds = numberOf('kill-every');
  const killing: KillRun['killing'] = (_fleet, kill) => {
    const timer = setInterval(kill, seconds * 1_000);
    return () => clearInterval(timer);
  };

  const begin = performance.now();
  const { tally, kills, mails } = await runKills({
    database: values.sqlite ? 'SQLite' : 'PostgreSQL',
    signIns: numberOf('sign-ins'),
    people: numberOf('people'),
    lanes: numberOf('at-once'),
    killing,
    say: (line) => console.log(line),
  });
  const methods = [...tally.signIns].map(([method, count]) => `${method} ${count}`).join(', ');
  console.log(
    `${tally.complete} sign-ins: ${methods}; ${tally.stepUps} step-ups, ${tally.enrolments} enrolments`,
  );
  console.log(
    `${kills} kills, one each ${seconds} s where both servers were there: ${tally.cut} requests cut, ${tally.unavailable} answered 503`,
  );
  console.log(`${mails} mails, each sent`);
  console.log(`${((performance.now() - begin) / 1_000).toFixed(0)} s; the invariant checker found nothing`);
}

await main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
