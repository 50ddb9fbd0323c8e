import { mkdirSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Database, Row, Value } from './database.ts';

/** How long a statement waits for another process that writes. */
const BUSY_MILLISECONDS = 5_000;

export function openSqlite(path: string, tables: readonly string[]): Database {
  mkdirSync(dirname(resolve(path)), { recursive: true, mode: 0o700 });
  const connection = new BetterSqlite3(path, { timeout: BUSY_MILLISECONDS });
  connection.pragma('journal_mode = WAL');
  // Immediate: a transaction that reads first and writes later would fail, not wait, when another process wrote in between.
  connection.transaction(() => tables.forEach((table) => connection.exec(table))).immediate();

  const prepared = new Map<string, BetterSqlite3.Statement<unknown[], Row>>();

  function prepare(statement: string): BetterSqlite3.Statement<unknown[], Row> {
    const known = prepared.get(statement);
    if (known) return known;
    const made = connection.prepare<unknown[], Row>(statement.replaceAll(/\$(\d+)/g, '?$1'));
    prepared.set(statement, made);
    return made;
  }

  function run(statement: string, ...parameters: Value[]): Row[] {
    const ready = prepare(statement);
    // `?1` counts as a name for the driver, because it can stand in a statement more than once.
    const bound =
      parameters.length > 0 ? [Object.fromEntries(parameters.map((value, index) => [index + 1, value]))] : [];
    if (ready.reader) return ready.all(...bound);
    ready.run(...bound);
    return [];
  }

  return {
    place: relative(process.cwd(), resolve(path)),
    // Inside the promise, so that an error is a rejection here as it is on PostgreSQL.
    run: (...statement) =>
      new Promise((done) => {
        done(run(...statement));
      }),
    has: (table) =>
      new Promise((done) => {
        done(run("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = $1", table).length > 0);
      }),
    close() {
      connection.close();
      return Promise.resolve();
    },
  };
}
