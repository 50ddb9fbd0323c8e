import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { holdSqlite } from '../sql/sqlite-lock.ts';
import { assertNotMoved, markMoved } from '../sql/sqlite-moved.ts';
import type { SqlValue } from '../sql/unit-of-work.ts';

/** A table, as a database itself describes it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** What its rows are told apart and ordered by. */
  readonly key: readonly string[];
}

/** A row, its values in the order of the table's columns. */
export type Values = readonly SqlValue[];

/** The database that is moved. Nobody else serves from it or writes to it until it is closed. */
export interface Source {
  readonly tables: readonly Table[];
  /** All rows of a table, in the order of its key. */
  rows(table: Table): IterableIterator<Values, undefined>;
  /** Notes in it that it was moved, and keeps the note. */
  markMoved(to: string, at: number): void;
  /** Lets go of it, as it was if it was not marked. */
  close(): void;
}

/** What is of the one database alone. */
const NOT_MOVED = ['mfa_migrations'];

/** @throws Error when it is not there, is being served from, was moved before, or is not up to date; then it is as it was. */
export function openSource(path: string): Source {
  if (!existsSync(path)) throw new Error(`there is no database at ${path}`);
  const letGo = holdSqlite(path, 'mfa-kit move');
  const connection = new BetterSqlite3(path, { fileMustExist: true });
  const close = (): void => {
    connection.close();
    letGo();
  };
  try {
    assertNotMoved(connection);
    // Others may read; a command that would write while this goes on waits, and then fails.
    connection.exec('BEGIN IMMEDIATE');
    assertUpToDate(connection);
    return {
      tables: tablesOf(connection),
      rows: ({ name, columns, key }) =>
        connection
          .prepare<[], Values>(`SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${key.join(', ')}`)
          .raw()
          .iterate(),
      markMoved(to, at) {
        markMoved(connection, { to, at });
        connection.exec('COMMIT');
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function assertUpToDate(connection: BetterSqlite3.Database): void {
  const isOurs = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'mfa_migrations'").get();
  if (isOurs === undefined) throw new Error(`${connection.name} is no database of the kit`);
  const applied = connection
    .prepare<[], string>('SELECT name FROM mfa_migrations ORDER BY name')
    .pluck()
    .all();
  if (applied.join() !== MIGRATIONS.map(({ name }) => name).join()) {
    throw new Error(
      `${connection.name} was made by another version: bring it up to date with \`mfa-kit migrate\` of this one, and move it then`,
    );
  }
}

function tablesOf(connection: BetterSqlite3.Database): readonly Table[] {
  const names = connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'mfa\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all();
  return names
    .filter((name) => !NOT_MOVED.includes(name))
    .map((name) => {
      const columns = connection
        .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)')
        .all(name);
      const key = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
      return { name, columns: namesOf(columns), key: namesOf(key) };
    });
}

const namesOf = (columns: readonly { readonly name: string }[]): readonly string[] =>
  columns.map(({ name }) => name);
