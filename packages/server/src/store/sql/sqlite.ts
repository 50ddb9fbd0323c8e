import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { scriptFor } from '../migrations/migration.ts';
import { commitTogether } from './sqlite-commits.ts';
import { holdSqlite } from './sqlite-lock.ts';
import { assertNotMoved } from './sqlite-moved.ts';
import { sqliteStatements } from './sqlite-statements.ts';
import type { Database, RoundTripListener, UnitOfWork } from './unit-of-work.ts';

const IN_MEMORY = ':memory:';

/** How long a statement waits for another process that writes, a command beside the server, in milliseconds. */
const BUSY = 5_000;

/** What the log may keep of the disk when it has been written back, in bytes: a backup that takes long lets it grow, and it would stay as long. */
const LOG_KEPT = 16 * 1024 * 1024;

/** @throws Error naming the file when it cannot be opened, or made. */
function openFile(path: string, asItIs: boolean): BetterSqlite3.Database {
  try {
    if (path !== IN_MEMORY && !asItIs) makeForOwner(path);
    // The time-out comes first: changing the journal mode needs a lock that another opener may hold for a moment.
    return new BetterSqlite3(path, { timeout: BUSY, fileMustExist: asItIs });
  } catch (error) {
    throw new Error(`the database ${path} cannot be opened: ${(error as Error).message}`, { cause: error });
  }
}

/** Makes the file, if it is missing, such that other users of the machine cannot read it; SQLite gives its log the same mode. */
function makeForOwner(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * @param asItIs Leaves the file as it is, and refuses every change.
 * @throws Error when the database was moved to another.
 */
function connectSqlite(path: string, asItIs = false): BetterSqlite3.Database {
  const connection = openFile(path, asItIs);
  try {
    // The journal mode is kept in the file.
    connection.pragma(asItIs ? 'query_only = ON' : 'journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma(`journal_size_limit = ${String(LOG_KEPT)}`);
    assertNotMoved(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * SQLite, for one process. Durable before it answers: WAL with `synchronous=FULL`.
 *
 * @param path A file, made with its folder if missing, or `:memory:`.
 * @param options.alone What this process does with it that no second one may do beside, for the message that a second one gets.
 * @param options.asItIs To look at a file that is there, and change nothing in it.
 */
export function openSqlite(
  path: string,
  options: {
    readonly onRoundTrip?: RoundTripListener | undefined;
    readonly alone?: string | undefined;
    readonly asItIs?: boolean;
  } = {},
): Database {
  const { onRoundTrip, alone, asItIs } = options;
  const connection = connectSqlite(path, asItIs);
  let letGo: (() => void) | undefined;
  try {
    letGo = alone === undefined || path === IN_MEMORY ? undefined : holdSqlite(path, alone);
  } catch (error) {
    connection.close();
    throw error;
  }
  const run = sqliteStatements(connection);
  const commits = commitTogether(connection);

  function runToEnd<Result>(work: () => UnitOfWork<Result>): Result {
    const unit = work();
    let turn = unit.next();
    while (!turn.done) {
      onRoundTrip?.(turn.value.map((step) => step.text));
      turn = unit.next(turn.value.map(run));
    }
    return turn.value;
  }

  const read = <Result>(work: () => UnitOfWork<Result>): Promise<Result> =>
    new Promise((resolve) => {
      resolve(runToEnd(work));
    });

  return {
    dialect: 'sqlite',
    read,
    lookUp: read,
    // Those who wait for the disk wait for it together, so that nobody saves anything by not waiting.
    transaction: (work) => commits.allOrNothing(() => runToEnd(work)),

    migrate: (migrations, now) =>
      commits.allOrNothing(() => {
        connection.exec(
          'CREATE TABLE IF NOT EXISTS mfa_migrations (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)',
        );
        const rows = connection.prepare<[], { name: string }>('SELECT name FROM mfa_migrations').all();
        const applied = new Set(rows.map((row) => row.name));
        const missing = migrations.filter(({ name }) => !applied.has(name));
        for (const migration of missing) {
          const { name } = migration;
          connection.exec(scriptFor('sqlite', migration));
          connection.prepare('INSERT INTO mfa_migrations (name, applied_at) VALUES (?, ?)').run(name, now);
        }
        return missing.map(({ name }) => name);
      }),

    close: () =>
      new Promise((resolve) => {
        commits.settle();
        connection.close();
        letGo?.();
        resolve();
      }),
  };
}
