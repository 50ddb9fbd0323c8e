import type { MonthsKept } from '../../activity/activity.store.ts';
import { all, step, together, type Database, type UnitOfWork } from './unit-of-work.ts';

/** Months that there is a table for before they begin, besides the one that is. */
const AHEAD = 2;
/** Any number that is ours alone: whoever makes or drops months holds this advisory lock, so that of several processes one does it. */
const MONTHS_LOCK = 4_936_332;
/** How long the change of a month may keep others from the audit while it waits for them. It is tried again the next time. */
const LONGEST_WAIT = '2s';

/**
 * Events of a month that are taken out of the default table when the month gets its own; nobody writes to the audit meanwhile, so that nobody
 * signs in. With more, where no job ran for months, they stay, and go one by one when they are past.
 */
const MOST_MOVED = 50_000;

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

const within = ({ from, until }: Month): string => `at >= ${String(from)} AND at < ${String(until)}`;

const indexOf = (at: number): number => {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

function monthOf(table: string): Month | undefined {
  const [, year, month] = NAME.exec(table) ?? [];
  return month === undefined ? undefined : monthAt(Number(year) * 12 + Number(month) - 1);
}

/** The months that there is a table for. */
function* monthsThere(): UnitOfWork<readonly Month[]> {
  const rows = yield* all<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = CAST('${TABLE}' AS regclass)`,
  );
  return rows.flatMap(({ name }) => monthOf(name) ?? []);
}

/** This month and those to come that have no table, unless too much of one is in the default table to be moved while others wait. */
function* missing(now: number): UnitOfWork<readonly Month[]> {
  const there = new Set((yield* monthsThere()).map(({ table }) => table));
  const wanted = Array.from({ length: AHEAD + 1 }, (_, ahead) => monthAt(indexOf(now) + ahead));
  const lacking = wanted.filter(({ table }) => !there.has(table));
  if (lacking.length === 0) return [];
  const counted = yield lacking.map((month) =>
    step(
      `SELECT count(*) AS events FROM (SELECT 1 FROM ${TABLE}_default WHERE ${within(month)} LIMIT ${String(MOST_MOVED + 1)}) AS counted`,
    ),
  );
  return lacking.filter((_, index) => Number(counted[index]?.rows[0]?.['events']) <= MOST_MOVED);
}

/** The months of which no event is kept any more. */
function* past(deleteUntil: number): UnitOfWork<readonly Month[]> {
  return (yield* monthsThere()).filter(({ until }) => until - 1 <= deleteUntil);
}

/**
 * Makes a month's table, with the events of it that came before it was there. It is attached, and not made as a part: that would keep
 * everybody from the whole audit meanwhile.
 */
function* make(month: Month): UnitOfWork<void> {
  const { table, from, until } = month;
  yield* together([
    step(`CREATE TABLE ${table} (LIKE ${TABLE} INCLUDING DEFAULTS)`),
    step(
      `WITH moved AS (DELETE FROM ${TABLE}_default WHERE ${within(month)} RETURNING *) INSERT INTO ${table} SELECT * FROM moved`,
    ),
    step(
      `ALTER TABLE ${TABLE} ATTACH PARTITION ${table} FOR VALUES FROM (${String(from)}) TO (${String(until)})`,
    ),
  ]);
}

/** Whoever changes months does it alone, and gives up soon where others use the audit. */
const changingMonths = (): UnitOfWork<void> =>
  together([
    step(`SET LOCAL lock_timeout = '${LONGEST_WAIT}'`),
    step(`SELECT pg_advisory_xact_lock(${String(MONTHS_LOCK)})`),
  ]);

function* makeMissing(now: number): UnitOfWork<number> {
  yield* changingMonths();
  // Asked again: another process may have been first.
  const months = yield* missing(now);
  if (months.length > 0) yield* together([step(`LOCK TABLE ${TABLE}_default IN ACCESS EXCLUSIVE MODE`)]);
  for (const month of months) yield* make(month);
  return months.length;
}

function* dropPast(deleteUntil: number): UnitOfWork<number> {
  yield* changingMonths();
  const months = yield* past(deleteUntil);
  yield* together(months.map(({ table }) => step(`DROP TABLE ${table}`)));
  return months.length;
}

/**
 * Keeps the audit divided by months, where the database can: SQLite has one table. What is made and what is dropped are two transactions:
 * everybody takes the whole audit first and a part of it then, and who has made a month has the default part already when dropping one
 * wants the whole.
 */
export async function keepMonths(database: Database, now: number, deleteUntil: number): Promise<MonthsKept> {
  if (database.dialect === 'sqlite') return { made: 0, dropped: 0 };
  const due = await database.read(function* () {
    return { missing: yield* missing(now), past: yield* past(deleteUntil) };
  });
  return {
    made: due.missing.length > 0 ? await database.transaction(() => makeMissing(now)) : 0,
    dropped: due.past.length > 0 ? await database.transaction(() => dropPast(deleteUntil)) : 0,
  };
}
