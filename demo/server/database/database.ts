import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** What a statement is given. */
export type Value = string | number | null;

/** What a statement answers. A `BIGINT` is a number on SQLite and text on PostgreSQL: read it with `Number()`. */
export type Row = Readonly<Record<string, Value>>;

/** The host's own tables. They lie in the same database as the kit's, and neither looks at the other's. */
export interface Database {
  /** Where the data lies, without a password, for people. */
  readonly place: string;
  /** Runs one statement with parameters `$1`, `$2` …; answers its rows, which for a change are those of `RETURNING`. */
  run(statement: string, ...parameters: Value[]): Promise<Row[]>;
  /** Whether there is a table with this name. */
  has(table: string): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens the database and makes the missing tables; several processes may do so at the same instant.
 *
 * @param url `sqlite:<path>` or `postgres://…`.
 * @param tables Statements that can be repeated (`CREATE TABLE IF NOT EXISTS …`).
 */
export async function openDatabase(url: string, tables: readonly string[]): Promise<Database> {
  return url.startsWith('sqlite:')
    ? openSqlite(url.slice('sqlite:'.length), tables)
    : openPostgres(url, tables);
}
