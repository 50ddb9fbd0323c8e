import type { MonthsKept } from '../../activity/activity.store.ts';
import { all, step, together, type Database, type UnitOfWork } from './unit-of-work.ts';

/** Months that there is a table for before they begin, besides the one that is. */
const AHEAD = 2;
/** Any number that is ours alone: whoever makes or drops months holds this advisory lock, so that of several processes one does it. */
const MONTHS_LOCK = 4_936_332;
/** How long the change of a month may keep others from the audit while it waits for them. It is tried again the next time. */
const LONGEST_WAIT = '2s';

const TABLE = 'mfa_audit_events';
const NAME = new RegExp(`^${TABLE}_(\\d{4})_(\\d{2})$`);

/** A month in UTC; milliseconds, the end is not in it. */
interface Month {
  readonly table: string;
  readonly from: number;
  readonly until: number;
}

/** @param index Months since the year 0. */
const monthAt = (index: number): Month => {
  const [year, month] = [Math.floor(index / 12), index % 12];
  const table = `${TABLE}_${String(year).padStart(4, '0')}_${String(month + 1).padStart(2, '0')}`;
  return { table, from: Date.UTC(year, month), until: Date.UTC(year, month + 1) };
};

const indexOf = (at: number): number => {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

function monthOf(table: string): Month | undefined {
  const [, year, month] = NAME.exec(table) ?? [];
  return month === undefined ? undefined : monthAt(Number(year) * 12 + Number(month) - 1);
}

interface Due {
  readonly missing: readonly Month[];
  readonly past: readonly Month[];
}

/** What there is to do: the months that are missing, and those of which no event is kept any more. */
function* due(now: number, deleteUntil: number): UnitOfWork<Due> {
  const rows = yield* all<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = CAST('${TABLE}' AS regclass)`,
  );
  const months = rows.flatMap(({ name }) => monthOf(name) ?? []);
  const there = new Set(months.map(({ table }) => table));
  const wanted = Array.from({ length: AHEAD + 1 }, (_, ahead) => monthAt(indexOf(now) + ahead));
  return {
    missing: wanted.filter(({ table }) => !there.has(table)),
    past: months.filter(({ until }) => until - 1 <= deleteUntil),
  };
}

/**
 * Makes a month's table, with the events of it that came before it was there. It is attached, and not made as a part: that would keep
 * everybody from the whole audit meanwhile.
 */
function* make({ table, from, until }: Month): UnitOfWork<void> {
  const within = `at >= ${String(from)} AND at < ${String(until)}`;
  yield* together([
    step(`CREATE TABLE ${table} (LIKE ${TABLE} INCLUDING DEFAULTS)`),
    step(
      `WITH moved AS (DELETE FROM ${TABLE}_default WHERE ${within} RETURNING *) INSERT INTO ${table} SELECT * FROM moved`,
    ),
    step(
      `ALTER TABLE ${TABLE} ATTACH PARTITION ${table} FOR VALUES FROM (${String(from)}) TO (${String(until)})`,
    ),
  ]);
}

/** Makes the months to come, and drops those that are past, in the order in which everybody else takes these tables. */
function* keep(now: number, deleteUntil: number): UnitOfWork<MonthsKept> {
  yield* together([
    step(`SET LOCAL lock_timeout = '${LONGEST_WAIT}'`),
    step(`SELECT pg_advisory_xact_lock(${String(MONTHS_LOCK)})`),
  ]);
  // Asked again: another process may have been first.
  const { missing, past } = yield* due(now, deleteUntil);
  if (missing.length > 0) yield* together([step(`LOCK TABLE ${TABLE}_default IN ACCESS EXCLUSIVE MODE`)]);
  for (const month of missing) yield* make(month);
  yield* together(past.map(({ table }) => step(`DROP TABLE ${table}`)));
  return { made: missing.length, dropped: past.length };
}

/** Keeps the audit divided by months, where the database can: SQLite has one table. */
export async function keepMonths(database: Database, now: number, deleteUntil: number): Promise<MonthsKept> {
  if (database.dialect === 'sqlite') return { made: 0, dropped: 0 };
  const { missing, past } = await database.read(() => due(now, deleteUntil));
  if (missing.length + past.length === 0) return { made: 0, dropped: 0 };
  return database.transaction(() => keep(now, deleteUntil));
}
