import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Clock } from '../../ports/clock.ts';

/** A copy of a database, as it was at one moment. */
export interface Backup {
  /** A time, in milliseconds, that nothing in the copy is later than. */
  readonly takenAt: number;
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
}

/** Pages that are copied before others in this process have their turn. */
const PAGES_AT_ONCE = 1_000;

/**
 * Copies a database that may be served from meanwhile. The copy is of the one moment at which it began, whatever is written while it is
 * made; it is read through and its rows are counted before it gets its name, so what has the name is whole.
 *
 * @param path The database, a file.
 * @param to Where the copy is to be, a file that is not there. Only its owner may read it.
 * @throws Error saying why there is no copy; then there is no file either.
 */
export async function backUpSqlite(path: string, to: string, clock: Clock): Promise<Backup> {
  if (!existsSync(path)) throw new Error(`there is no database at ${path}`);
  const partial = `${to}.partial`;
  assertFree(to);
  reserve(partial);
  try {
    const copied = await copy(path, partial, clock);
    const rows = readThrough(partial, copied.counts);
    flush(partial);
    assertFree(to);
    renameSync(partial, to);
    flush(dirname(resolve(to)));
    return { takenAt: copied.takenAt, tables: copied.counts.size, rows, bytes: statSync(to).size };
  } catch (error) {
    throw new Error(`no backup was made: ${reasonOf(error, to)}`, { cause: error });
  } finally {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${partial}${ending}`, { force: true });
  }
}

function assertFree(to: string): void {
  if (existsSync(to)) throw new Error(`${to} is there already, and a backup overwrites nothing`);
}

/** Makes the file that is written to, before there is anything in it that others should not read. */
function reserve(partial: string): void {
  try {
    closeSync(openSync(partial, 'wx', 0o600));
  } catch (error) {
    throw new Error(whyNotReserved(partial, error as NodeJS.ErrnoException), { cause: error });
  }
}

function whyNotReserved(partial: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'EEXIST')
    return `${partial} is there already: another backup is being made, or one was stopped; in that case delete it`;
  return `no backup was made: ${code === 'ENOENT' ? `there is no folder ${dirname(resolve(partial))}` : message}`;
}

async function copy(
  path: string,
  partial: string,
  clock: Clock,
): Promise<{ readonly takenAt: number; readonly counts: ReadonlyMap<string, number> }> {
  const source = new BetterSqlite3(path, { fileMustExist: true });
  try {
    // A reader's transaction: all that follows, the copying too, sees the moment of its first statement, and keeps nobody from writing.
    source.exec('BEGIN');
    const counts = countRows(source);
    const takenAt = clock.now();
    await source.backup(partial, { progress: () => PAGES_AT_ONCE });
    return { takenAt, counts };
  } finally {
    source.close();
  }
}

/** Reads the whole copy, and compares how many rows it has. @returns how many that are. */
function readThrough(partial: string, expected: ReadonlyMap<string, number>): number {
  const made = new BetterSqlite3(partial, { fileMustExist: true });
  try {
    // One file, which can also be read from where nothing can be written. Who serves from it makes it as it was.
    made.pragma('journal_mode = DELETE');
    const damage = made.pragma('integrity_check', { simple: true });
    if (damage !== 'ok') throw new Error(`the copy is damaged: ${String(damage)}`);
    const counts = countRows(made);
    for (const [table, rows] of expected) {
      if (counts.get(table) !== rows)
        throw new Error(`${table} has ${rows} rows, and ${counts.get(table) ?? 0} in the copy`);
    }
    return [...counts.values()].reduce((sum, rows) => sum + rows, 0);
  } finally {
    made.close();
  }
}

/** How many rows each table has, the host's too, if they live in the same file. */
function countRows(connection: BetterSqlite3.Database): ReadonlyMap<string, number> {
  const tables = connection
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  return new Map(
    tables.map((table) => [
      table,
      connection
        .prepare<[], number>(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
        .pluck()
        .get() ?? 0,
    ]),
  );
}

/** Waits until what was written to a file, or to a folder's list of files, is on the disk. */
function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function reasonOf(error: unknown, to: string): string {
  const code = (error as { code?: unknown }).code;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return `there is no room for it at ${dirname(resolve(to))}`;
  return (error as Error).message;
}
