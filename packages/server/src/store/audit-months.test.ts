import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase, openStore } from './open-store.ts';
import { sqlStore } from './sql/sql-store.ts';
import { all, type Step } from './sql/unit-of-work.ts';
import { inMemory, inPostgres } from './testing/databases.ts';
import { doing, everything, signedIn } from './testing/events.ts';
import { notedSteps } from './testing/noted-steps.ts';
import { DAY, Person, START } from './testing/person.ts';
import { closeGate, throughGate } from './testing/races/gate.ts';
import { openTestStore, type TestStore } from './testing/test-store.ts';

const NOTHING_PAST = 0;
const march = (day: number): number => Date.UTC(2026, 2, day);

async function withStore(use: (test: TestStore) => Promise<void>, make = inPostgres): Promise<void> {
  const test = await openTestStore(make);
  try {
    await use(test);
  } finally {
    await test.close();
  }
}

/** The tables that the audit is divided into, and how many events are in each. */
async function months({ rows }: TestStore): Promise<Record<string, number>> {
  const tables = await rows<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = CAST('mfa_audit_events' AS regclass) ORDER BY 1`,
  );
  const counted: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await rows<{ n: number }>(`SELECT count(*) AS n FROM ${name}`);
    counted[name.replace('mfa_audit_events_', '')] = row?.n ?? 0;
  }
  return counted;
}

const signInAt = ({ store }: TestStore, subject: string, ...moments: readonly number[]): Promise<void> =>
  store.recordEntries(moments.flatMap((at) => doing(subject, { at, sessionId: 'a session' })(signedIn)));

describe('the audit in PostgreSQL, month by month', () => {
  it('has a table for this month and the next two from the migration on, and for those that begin later before they do', () =>
    withStore(async (test) => {
      assert.deepEqual(await months(test), { '2026_01': 0, '2026_02': 0, '2026_03': 0, default: 0 });
      assert.deepEqual(await test.store.keepMonths(START, NOTHING_PAST), { made: 0, dropped: 0 });
      assert.deepEqual(await test.store.keepMonths(march(1), NOTHING_PAST), { made: 2, dropped: 0 });
      assert.deepEqual(Object.keys(await months(test)), [
        '2026_01',
        '2026_02',
        '2026_03',
        '2026_04',
        '2026_05',
        'default',
      ]);
    }));

  it('puts each event into its month, and loses none of a month that nobody made a table for', () =>
    withStore(async (test) => {
      const moments = [0, Date.UTC(2026, 0, 31, 23, 59, 59, 999), Date.UTC(2026, 1, 1), Date.UTC(2031, 6, 1)];
      await signInAt(test, 'ada', ...moments);
      assert.deepEqual(await months(test), { '2026_01': 1, '2026_02': 1, '2026_03': 0, default: 2 });
      const read = await test.store.listActivity('ada', everything);
      assert.deepEqual(
        read.map(({ at }) => at),
        moments.toReversed(),
      );
    }));

  it('takes the events that came before their month had a table into it when it has', () =>
    withStore(async (test) => {
      const moments = [march(31), Date.UTC(2026, 3, 1), Date.UTC(2026, 3, 30), Date.UTC(2026, 4, 1)];
      await signInAt(test, 'ada', ...moments);
      const before = await test.store.listActivity('ada', everything);
      await test.store.keepMonths(march(1), NOTHING_PAST);
      const divided = { '2026_01': 0, '2026_02': 0, '2026_03': 1, '2026_04': 2, '2026_05': 1, default: 0 };
      assert.deepEqual(await months(test), divided);
      assert.deepEqual(await test.store.listActivity('ada', everything), before);
    }));

  it('is prepared once by several processes at the same moment', () =>
    withStore(async (test) => {
      const gate = await closeGate(test.url, 'SELECT pg_advisory_xact_lock(4936332)');
      const contenders = [1, 2, 3].map(() => openStore(test.url));
      const kept = await throughGate(gate, 3, () =>
        Promise.all(contenders.map((store) => store.keepMonths(march(1), NOTHING_PAST))),
      );
      assert.deepEqual(kept.map(({ made }) => made).sort(), [0, 0, 2]);
      await Promise.all(contenders.map((store) => store.close()));
    }));

  it('lets go of a month when every event of it is past its retention, and not a millisecond before', () =>
    withStore(async (test) => {
      const end = Date.UTC(2026, 1, 1) - 1;
      await signInAt(test, 'ada', START, end, end + 1);
      assert.equal((await test.store.keepMonths(march(1), end - 1)).dropped, 0);
      assert.equal((await test.store.keepMonths(march(1), end)).dropped, 1);
      const left = await test.store.listActivity('ada', everything);
      assert.deepEqual(
        left.map(({ at }) => at),
        [end + 1],
      );
      assert.equal((await test.store.keepMonths(march(1), end)).dropped, 0);
    }));

  it('gives way to who uses the audit, changes nothing, and does it the next time', () =>
    withStore(async (test) => {
      await signInAt(test, 'ada', START);
      const reading = await closeGate(test.url, 'SELECT count(*) FROM mfa_audit_events');
      await assert.rejects(test.store.keepMonths(march(1), Date.UTC(2026, 1, 1)), /lock timeout/);
      await reading.open();
      assert.equal((await test.store.listActivity('ada', everything)).length, 1);
      assert.deepEqual(await test.store.keepMonths(march(1), Date.UTC(2026, 1, 1)), { made: 2, dropped: 1 });
    }));

  it('leaves a month where it is of which too much came before its table: nobody could sign in while it is moved', () =>
    withStore(async (test) => {
      await signInAt(test, 'ada', Date.UTC(2026, 3, 1));
      const COLUMNS = 'subject, at, event, outcome, actor_kind, details, workspace';
      await test.rows(
        `INSERT INTO mfa_audit_events (id, ${COLUMNS})
         SELECT 'event ' || n, ${COLUMNS} FROM mfa_audit_events, generate_series(1, 50000) n`,
      );
      await signInAt(test, 'ada', Date.UTC(2026, 4, 1));
      assert.deepEqual(await test.store.keepMonths(march(1), NOTHING_PAST), { made: 1, dropped: 0 });
      const { '2026_04': april, '2026_05': may, default: left } = await months(test);
      assert.deepEqual([april, may, left], [undefined, 1, 50_001]);
    }));

  for (const [when, at, trips] of [
    ['of no month', Date.UTC(2031, 0, 1), 1],
    ['of the month that is made', Date.UTC(2026, 4, 1), 2],
  ] as const)
    it(`takes an event ${when} while months are made and past ones dropped, without a deadlock`, () =>
      withStore(async (test) => {
        const keeper = openStore(test.url);
        // Holds the making of a month up in its middle; who writes is let through.
        const gate = await closeGate(
          test.url,
          'LOCK TABLE ONLY mfa_audit_events IN SHARE UPDATE EXCLUSIVE MODE',
        );
        const kept = keeper.keepMonths(march(1), Date.UTC(2026, 1, 1));
        await gate.reached(1);
        test.roundTrips.length = 0;
        const written = signInAt(test, 'ada', at);
        await gate.reached(2);
        await gate.open();
        await written;
        assert.deepEqual(await kept, { made: 2, dropped: 1 });
        assert.equal((await test.store.listActivity('ada', everything)).length, 1);
        assert.equal(test.roundTrips.length - 1, trips, 'again where its month was made meanwhile');
        await keeper.close();
      }));

  it('writes once what is written once, whichever month each of the contenders is in', () =>
    withStore(async (test) => {
      const [late, early] = [Date.UTC(2026, 0, 31, 23, 59, 59, 999), Date.UTC(2026, 1, 1)];
      const entries = [late, early, late, early].map((at) => {
        const [entry] = doing('ada', { at })(signedIn);
        return { ...entry!, once: 'the same text' };
      });
      await Promise.all(entries.map((entry) => test.store.recordEntries([entry])));
      assert.equal((await test.store.listActivity('ada', everything)).length, 1);
    }));

  it('is read in the months that are asked for, and in no other', () =>
    withStore(async (test) => {
      await signInAt(test, 'ada', START, Date.UTC(2026, 1, 10), march(10));
      const { store, monthsRead, close } = watching(test.url);
      const today = Math.floor(START / DAY);
      const february = { most: 50, from: Date.UTC(2026, 1, 1), to: march(1) - 1 };
      const asked: Readonly<Record<string, () => Promise<unknown>>> = {
        '2026_02': () =>
          store.listWorkspaceActivity('', { ...february, from: february.to, type: 'auth.none' }),
        '2026_01': () => store.listDays(undefined, { from: today, until: today + 1 }),
        '2026_03': () => store.countEvents(['auth.sign_in.success'], { from: march(1), until: march(2) }),
        '2026_01 2026_02 default': () =>
          store.sweepActivity({
            deleteUntil: Date.UTC(2025, 0, 1),
            sampleUntil: Date.UTC(2026, 1, 1),
            sample: 0.1,
            now: START,
            most: 10,
          }),
      };
      for (const [read, work] of Object.entries(asked)) assert.equal(await monthsRead(work), read);
      await close();
    }));
});

/** A store beside another, that tells which months its calls read. */
function watching(url: string) {
  const database = openDatabase(url);
  const steps: Step[] = [];
  const store = sqlStore(notedSteps(database, (step) => steps.push(step)));

  async function monthsRead(work: () => Promise<unknown>): Promise<string> {
    steps.length = 0;
    await work();
    const read = new Set<string>();
    for (const { text, parameters } of steps.filter((one) => one.text.includes('mfa_audit_events'))) {
      const [row] = await database.read(() =>
        all<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, ...parameters),
      );
      const [explained] = JSON.parse(row?.['QUERY PLAN'] ?? '') as [{ Plan: PlanNode }];
      noteRead(explained.Plan, read);
    }
    return [...read].sort().join(' ');
  }
  return { store, monthsRead, close: () => database.close() };
}

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}

/** What a plan names and never ran was not read. */
function noteRead(node: PlanNode, read: Set<string>): void {
  const [, month] = /^mfa_audit_events_(\w+)$/.exec(node['Relation Name'] ?? '') ?? [];
  if (month !== undefined && node['Actual Loops'] > 0) read.add(month);
  for (const part of node.Plans ?? []) noteRead(part, read);
}

describe('the audit in SQLite', () => {
  it('is one table, of which nothing is made ahead and nothing dropped', () =>
    withStore(async ({ store }) => {
      await store.recordEntries(doing(new Person(store).id, { at: START })(signedIn));
      assert.deepEqual(await store.keepMonths(START + 1_000 * DAY, START + 900 * DAY), {
        made: 0,
        dropped: 0,
      });
    }, inMemory));
});
