import { after, before, describe, it } from 'node:test';
import { inMemory, inMigratedPostgres, type MakeDatabase } from './testing/databases.ts';
import { RACES } from './testing/races/all-races.ts';
import { startContender, type ContenderProcess } from './testing/races/contender-process.ts';
import { closeTables, throughGate } from './testing/races/gate.ts';
import { countVerdicts, type Race } from './testing/races/race.ts';
import { openTestStore, type TestStore } from './testing/test-store.ts';

/** Connections of one process; more contenders than these queue up inside it. */
const POOL = 10;

/** All wait at the gate for the last, however slow the machine is. */
const withTime: MakeDatabase = async () => {
  const { url, remove } = await inMigratedPostgres();
  return { url: `${url}?lock_timeout=0&statement_timeout=0&idle_in_transaction_session_timeout=0`, remove };
};

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

function onOwnStore(make: MakeDatabase): () => TestStore {
  let opened: TestStore | undefined;
  before(async () => {
    opened = await openTestStore(make);
  });
  after(() => opened?.close());
  return () => opened!;
}

/** Declares the test of a race, which is run as often as it says. */
function inRounds({ title, rounds = 1 }: Race, run: () => Promise<void>): void {
  it(rounds === 1 ? title : `${title} (${rounds} rounds)`, async () => {
    for (let round = 0; round < rounds; round += 1) await run();
  });
}

describe('races on SQLite in one process', () => {
  const current = onOwnStore(inMemory);

  for (const race of RACES) {
    inRounds(race, async () => {
      const test = current();
      const stake = await race.prepare(test.store);
      const running = numbers(race.contenders).map((index) => race.contend(test.store, stake, index));
      await race.judge(test, stake, countVerdicts(await Promise.all(running)));
    });
  }
});

describe('races on PostgreSQL in one process', () => {
  const current = onOwnStore(withTime);

  for (const race of RACES) {
    inRounds(race, async () => {
      const test = current();
      const stake = await race.prepare(test.store);
      const gate = await closeTables(test.url, race.gate);
      const verdicts = await throughGate(gate, Math.min(race.contenders, POOL), () =>
        Promise.all(numbers(race.contenders).map((index) => race.contend(test.store, stake, index))),
      );
      await race.judge(test, stake, countVerdicts(verdicts));
    });
  }
});

describe('races on PostgreSQL between two processes', () => {
  const current = onOwnStore(withTime);
  let processes: readonly ContenderProcess[] = [];

  before(async () => {
    processes = await Promise.all([startContender(current().url), startContender(current().url)]);
  });
  after(async () => {
    await Promise.all(processes.map((contender) => contender.end()));
  });

  for (const race of RACES) {
    inRounds(race, async () => {
      const test = current();
      const stake = await race.prepare(test.store);
      const gate = await closeTables(test.url, race.gate);
      const shares = processes.map((_, process) =>
        numbers(race.contenders).filter((index) => index % processes.length === process),
      );
      const waiting = shares.reduce((sum, { length }) => sum + Math.min(length, POOL), 0);
      const verdicts = await throughGate(gate, waiting, () =>
        Promise.all(
          processes.map((contender, process) =>
            contender.ask({ kind: 'contend', title: race.title, stake, indices: shares[process]! }),
          ),
        ),
      );
      await race.judge(test, stake, countVerdicts(verdicts.flat()));
    });
  }
});
