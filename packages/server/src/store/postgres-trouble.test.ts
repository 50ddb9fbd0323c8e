import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { enrol, expectProblem, expectStatus, signIn, type Enrolled } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { openDatabase } from './open-store.ts';
import {
  affected,
  all,
  ending,
  last,
  step,
  Undo,
  type Database,
  type StepResult,
  type UnitOfWork,
} from './sql/unit-of-work.ts';
import { inPostgres, type TestDatabase } from './testing/databases.ts';
import { closeGate } from './testing/races/gate.ts';
import { layWire, type Wire } from './testing/wire.ts';

interface Counted {
  readonly id: string;
  readonly n: number;
}

const add = (id: string): UnitOfWork<number> => affected('UPDATE counted SET n = n + 1 WHERE id = $1', id);
const list = (): UnitOfWork<readonly Counted[]> => all<Counted>('SELECT * FROM counted ORDER BY id');
/** Stops where a gate is closed that holds this lock. */
const PASS = 'SELECT 1 FROM pg_advisory_xact_lock_shared(1)';
const GATE = 'SELECT pg_advisory_xact_lock(1)';

const failsWith =
  (code: string) =>
  (error: unknown): boolean => {
    assert.equal((error as { code?: string }).code, code);
    return true;
  };

/** What there is in a test: a table in which things are counted, by a way that can be watched and broken. */
interface Counting {
  readonly wire: Wire;
  /** Opens it, to be closed after the test. */
  readonly open: (parameters?: string) => { database: Database; sent: string[] };
  readonly stored: () => Promise<readonly Counted[]>;
}

async function withCounting(test: (counting: Counting) => Promise<void>): Promise<void> {
  const place: TestDatabase = await inPostgres();
  const wire = await layWire(place.url);
  const opened: Database[] = [];
  const open: Counting['open'] = (parameters = '') => {
    const sent: string[] = [];
    const database = openDatabase(`${wire.url}?${parameters}`, (statements) => sent.push(...statements));
    opened.push(database);
    return { database, sent };
  };
  const behind = openDatabase(place.url);
  opened.push(behind);
  try {
    await behind.transaction(() =>
      last([step('CREATE TABLE counted (id TEXT PRIMARY KEY, n BIGINT NOT NULL)')]),
    );
    await behind.transaction(() => last([step("INSERT INTO counted VALUES ('a', 0), ('b', 0)")]));
    await test({ wire, open, stored: () => behind.read(list) });
  } finally {
    await Promise.all(opened.map((database) => database.close()));
    await wire.close();
    await place.remove();
  }
}

const rows = (a: number, b: number): readonly Counted[] => [
  { id: 'a', n: a },
  { id: 'b', n: b },
];

describe('work on PostgreSQL that crosses with other work', () => {
  it('is done again when each holds what the other waits for', () =>
    withCounting(async ({ wire, open, stored }) => {
      const { database, sent } = open('options=-c%20deadlock_timeout%3D10ms');
      const crossing = (one: string, other: string): Promise<number> =>
        database.transaction(function* () {
          yield* add(one);
          yield* all(PASS);
          return yield* add(other);
        });
      // Both hold their first row before either asks for its second.
      const gate = await closeGate(wire.url, GATE);
      const both = Promise.all([crossing('a', 'b'), crossing('b', 'a')]);
      await gate.reached(2);
      await gate.open();
      assert.deepEqual(await both, [1, 1]);
      assert.deepEqual(await stored(), rows(2, 2));
      assert.deepEqual(
        ['BEGIN', 'ROLLBACK', 'COMMIT'].map((text) => sent.filter((one) => one === text).length),
        [3, 1, 2],
      );
    }));

  it('is done again when what it read has changed, on a server that refuses that', () =>
    withCounting(async ({ wire, open, stored }) => {
      const { database } = open('options=-c%20default_transaction_isolation%3Drepeatable%5C%20read');
      const gate = await closeGate(wire.url, GATE);
      let rounds = 0;
      const done = database.transaction(function* () {
        rounds += 1;
        yield* list();
        yield* all(PASS);
        return yield* add('a');
      });
      await gate.reached(1);
      await open().database.transaction(() => add('a'));
      await gate.open();
      assert.equal(await done, 1);
      assert.equal(rounds, 2);
      assert.deepEqual(await stored(), rows(2, 0));
    }));

  it('ends when it waits for a lock longer than it may, and changes nothing', () =>
    withCounting(async ({ wire, open, stored }) => {
      const { database } = open('lock_timeout=1');
      const gate = await closeGate(wire.url, "SELECT 1 FROM counted WHERE id = 'b' FOR UPDATE");
      const waiting = database.transaction(function* () {
        yield* add('a');
        return yield* add('b');
      });
      await assert.rejects(waiting, failsWith('55P03'));
      await gate.open();
      assert.deepEqual(await stored(), rows(0, 0));
      assert.equal(await database.transaction(() => add('b')), 1, 'the connection is as good as new');
    }));

  it('ends when a statement takes longer than it may', () =>
    withCounting(async ({ open }) => {
      const { database } = open('statement_timeout=1');
      await assert.rejects(
        database.read(() => all('SELECT 1 FROM pg_sleep(60)')),
        failsWith('57014'),
      );
    }));
});

describe('a connection to PostgreSQL that breaks', () => {
  it('undoes what was begun, and the next work finds another', () =>
    withCounting(async ({ wire, open, stored }) => {
      const { database } = open('pool_size=1');
      wire.breakAt(/COMMIT/, 'before');
      await assert.rejects(database.transaction(() => add('a')));
      assert.deepEqual(await stored(), rows(0, 0));
      assert.equal(await database.transaction(() => add('a')), 1);
      assert.deepEqual(await stored(), rows(1, 0));
    }));

  it('leaves all or nothing of what ended in that moment', () =>
    withCounting(async ({ wire, open, stored }) => {
      const { database } = open('pool_size=1');
      wire.breakAt(/^UPDATE/, 'answered');
      const both = [
        step("UPDATE counted SET n = 1 WHERE id = 'a'"),
        step("UPDATE counted SET n = 1 WHERE id = 'b'"),
      ];
      await assert.rejects(database.transaction(() => ending(both)));
      assert.deepEqual(await stored(), rows(1, 1), 'it was done; only the answer is lost');
      assert.deepEqual(await database.read(list), rows(1, 1));
    }));
});

describe('prepared statements', () => {
  it('are prepared once on a connection, under a name', () =>
    withCounting(async ({ wire, open }) => {
      const { database } = open('pool_size=1');
      for (let count = 0; count < 3; count += 1) await database.read(list);
      assert.equal(wire.prepared.length, 1);
      assert.match(wire.prepared[0] ?? '', /^mfa_[0-9a-f]{24}$/);
    }));

  it('are planned by keys, however few rows there are when they are planned: with that plan they meet many', () =>
    withCounting(async ({ open }) => {
      const plan = (parameters?: string): Promise<readonly unknown[]> =>
        open(parameters).database.read(() => all("EXPLAIN SELECT n FROM counted WHERE id = 'a'"));
      assert.match(JSON.stringify(await plan()), /Index Scan using counted_pkey/);
      assert.match(
        JSON.stringify(await plan('options=-c%20lock_timeout%3D7s')),
        /Index Scan using counted_pkey/,
      );
    }));

  it('have no name where the address says so: for what stands between and knows none', () =>
    withCounting(async ({ wire, open, stored }) => {
      const { database } = open('pool_size=1&prepare=false');
      for (let count = 0; count < 2; count += 1) await database.transaction(() => add('a'));
      assert.deepEqual(await stored(), rows(2, 0));
      assert.deepEqual([...new Set(wire.prepared)], ['']);
    }));

  it('are prepared anew where a newer version of the kit has changed a table under them', () =>
    withCounting(async ({ open }) => {
      const { database } = open('pool_size=1');
      await database.read(list);
      await open().database.transaction(() =>
        last([step("ALTER TABLE counted ADD COLUMN note TEXT DEFAULT 'new'")]),
      );
      const noted = rows(0, 0).map((row) => ({ ...row, note: 'new' }));
      assert.deepEqual(await database.read(list), noted);
      await open().database.transaction(() => last([step('ALTER TABLE counted DROP COLUMN note')]));
      const inTransaction = database.transaction(function* () {
        yield* add('b');
        return yield* list();
      });
      assert.deepEqual(await inTransaction, rows(0, 1), 'and what was begun is begun anew');
    }));

  it('are prepared anew where what stands between forgot them, or has changed servers', () =>
    withCounting(async ({ open, stored }) => {
      const { database } = open('pool_size=1');
      await database.transaction(() => add('a'));
      await database.transaction(() => last([step('DEALLOCATE ALL')]));
      await database.transaction(() => add('a'));
      assert.deepEqual(await stored(), rows(2, 0));
    }));

  it('are undone with their connection where nothing else undoes them', () =>
    withCounting(async ({ open, stored }) => {
      const { database } = open('pool_size=1');
      const undone = (forget: boolean): Promise<string> =>
        database.transaction(function* () {
          yield* add('a');
          // Between this and the end, what stands between has changed to a server that knows nothing.
          if (forget) yield* all('DEALLOCATE ALL');
          throw new Undo('undone');
        });
      assert.equal(await undone(false), 'undone');
      assert.equal(await undone(true), 'undone');
      assert.deepEqual(await database.read(list), rows(0, 0));
      assert.equal(await database.transaction(() => add('b')), 1);
      assert.deepEqual(await stored(), rows(0, 1));
    }));

  it('that fail leave the connection as good as new', () =>
    withCounting(async ({ open }) => {
      const { database } = open('pool_size=1');
      const twice = (): Promise<unknown> =>
        database.transaction(() =>
          last([step("INSERT INTO counted VALUES ('a', 1)"), step('SELECT nonsense')]),
        );
      await assert.rejects(twice(), failsWith('23505'));
      await assert.rejects(twice(), failsWith('23505'));
      await assert.rejects(
        database.read(() => all('SELECT nonsense')),
        failsWith('42703'),
      );
      assert.deepEqual(await database.read(list), rows(0, 0));
    }));
});

describe('a transaction that is to be durable soon', () => {
  const SYNCHRONOUS = "SELECT current_setting('synchronous_commit') AS it";
  const inOneTrip = () => ending([step(SYNCHRONOUS)]);
  function* inTwoTrips(): UnitOfWork<readonly StepResult[]> {
    yield* add('a');
    return yield [step(SYNCHRONOUS)];
  }
  for (const [title, work] of Object.entries({ 'one round trip': inOneTrip, two: inTwoTrips }))
    it(`waits for no disk, and only that one: of ${title}`, () =>
      withCounting(async ({ open }) => {
        const { database } = open('pool_size=1');
        const settings = [
          await database.transaction(work, 'soon'),
          await database.transaction(work),
          await database.read(() => ending([step(SYNCHRONOUS)])),
        ];
        assert.deepEqual(
          settings.map(([result]) => result?.rows[0]?.['it']),
          ['off', 'on', 'on'],
        );
      }));
});

describe('look-ups on PostgreSQL', () => {
  it('of the same moment travel together, each sees what was just committed, and one that is refused takes nothing along', () =>
    withCounting(async ({ wire, open }) => {
      const { database } = open();
      const lookUps = (): Promise<readonly Counted[]>[] => [1, 2, 3].map(() => database.lookUp(list));
      for (const n of [1, 2]) {
        await open().database.transaction(() => add('a'));
        const before = wire.trips.length;
        assert.deepEqual(await Promise.all(lookUps()), [rows(n, 0), rows(n, 0), rows(n, 0)]);
        assert.equal(wire.trips.length, before + 1);
      }
      const refused = database.lookUp(() => all('SELECT nonsense'));
      const [nonsense, ...others] = await Promise.allSettled([refused, ...lookUps()]);
      assert.equal(nonsense.status, 'rejected');
      for (const other of others) assert.deepEqual(other, { status: 'fulfilled', value: rows(2, 0) });
    }));
});

describe('a request whose connection to PostgreSQL breaks', () => {
  let wire: Wire;
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    const { url, remove } = await inPostgres();
    wire = await layWire(url);
    kit = await startKit({
      database: () => Promise.resolve({ url: wire.url, remove: () => wire.close().then(remove) }),
    });
    ada = await enrol(kit, kit.browser());
  });
  after(() => kit.close());

  const trouble: Readonly<Record<string, RegExp>> = {
    'when the pending sign-in is looked for': /FROM mfa_pending_sign_ins p JOIN/,
    'when the attempt is counted': /INSERT INTO mfa_attempts/,
    'when the proof is spent': /DELETE FROM mfa_pending_sign_ins/,
    'when the session is opened': /INSERT INTO mfa_sessions/,
  };
  for (const [moment, statement] of Object.entries(trouble)) {
    it(`is unavailable, with nothing half done, and works when it is repeated: ${moment} (S3, S8)`, async () => {
      kit.clock.advance(60 * 60_000);
      const browser: Browser = await signIn(kit.browser());
      const sessions = async (): Promise<number> => (await kit.tables())['mfa_sessions']!.length;
      const before = await sessions();
      const code = { code: ada.app.codeAt(kit.clock.now()) };
      wire.breakAt(statement, 'before');
      const { result, events } = await kit.audited(() => browser.post('/challenge/totp', code));
      expectProblem(result, 503, 'unavailable');
      assert.deepEqual(events, []);
      assert.equal(await sessions(), before);
      expectStatus(await browser.post('/challenge/totp', code), 200);
      assert.equal(await sessions(), before + 1);
    });
  }
});
