import { realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import BetterSqlite3 from 'better-sqlite3';
import { openLockFile, orSayWhose } from './sqlite-lock-file.ts';

interface Holder {
  readonly purpose: string;
  readonly process: number;
  readonly host: string;
  readonly since: string;
}

/** What this process holds, by the lock's path. Each lock once, however many stores of this process are open: what is refused is a second process. */
const held = new Map<string, { readonly lock: BetterSqlite3.Database; stores: number }>();

/** How long to wait for others who look at the lock at the same moment, in milliseconds. */
const LOOKING = 2_000;

/**
 * Takes a database for this process alone, until it is let go or the process ends, however it ends.
 *
 * The lock is the operating system's, on a file beside the database that SQLite itself locks: it ends with the process that has it, also
 * with one that was killed, so nothing of a dead process ever has to be cleared away. A number of a process in a file would not do: in a
 * container everybody is number 1. The lock is the one that SQLite lets readers pass (RESERVED), so that whoever is refused can read in the
 * same file who has it.
 *
 * @param path The database, which is there.
 * @param purpose What for, in the words of the message that a second process gets.
 * @returns lets go.
 * @throws Error naming who has it.
 */
export function holdSqlite(path: string, purpose: string): () => void {
  // One database, one lock, whatever links lead to it.
  const database = realpathSync(path);
  const place = `${database}.lock`;
  const mine = held.get(place) ?? { lock: takeLock(place, database, purpose), stores: 0 };
  mine.stores += 1;
  held.set(place, mine);
  let holding = true;
  return () => {
    // A store may be closed twice; it had the lock once.
    if (!holding) return;
    holding = false;
    mine.stores -= 1;
    if (mine.stores > 0) return;
    held.delete(place);
    mine.lock.close();
  };
}

function takeLock(place: string, database: string, purpose: string): BetterSqlite3.Database {
  const lock = openLockFile(place, database, LOOKING);
  try {
    orSayWhose(place, database, () => {
      writeHolder(lock, purpose);
    });
    // What is held for good is a second transaction, which writes nothing. Who got in between the two has the lock now.
    beginAtOnce(lock);
    return lock;
  } catch (error) {
    if (!isBusy(error)) {
      lock.close();
      throw error;
    }
    const holder = readHolder(lock);
    lock.close();
    throw new Error(refusal(database, holder), { cause: error });
  }
}

function writeHolder(lock: BetterSqlite3.Database, purpose: string): void {
  beginAtOnce(lock);
  lock.exec(
    'CREATE TABLE IF NOT EXISTS holder (purpose TEXT NOT NULL, process BIGINT NOT NULL, host TEXT NOT NULL, since TEXT NOT NULL)',
  );
  lock.exec('DELETE FROM holder');
  // Told to people only; the time is of no consequence, so it may come from SQLite.
  lock
    .prepare(`INSERT INTO holder (purpose, process, host, since) VALUES (?, ?, ?, datetime('now') || ' UTC')`)
    .run(purpose, process.pid, hostname());
  lock.exec('COMMIT');
}

/** Takes the lock, or fails now: who has it has it for good. */
function beginAtOnce(lock: BetterSqlite3.Database): void {
  lock.pragma('busy_timeout = 0');
  lock.exec('BEGIN IMMEDIATE');
  lock.pragma(`busy_timeout = ${String(LOOKING)}`);
}

const isBusy = (error: unknown): boolean =>
  error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY');

function readHolder(lock: BetterSqlite3.Database): Holder | undefined {
  try {
    lock.pragma(`busy_timeout = ${String(LOOKING)}`);
    return lock.prepare<[], Holder>('SELECT purpose, process, host, since FROM holder').get();
  } catch {
    // Not written yet, or being written.
    return undefined;
  }
}

function refusal(database: string, holder: Holder | undefined): string {
  const who = holder
    ? `another process: ${holder.purpose}, process ${String(holder.process)} on ${holder.host}, since ${holder.since}`
    : 'another process';
  return `${database} is in use by ${who}. An SQLite database is for one process: end that one first. Several need PostgreSQL, to which \`mfa-kit move\` leads`;
}
