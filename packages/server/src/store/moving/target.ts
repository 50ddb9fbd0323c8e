import pg from 'pg';
import type { SqlValue } from '../sql/unit-of-work.ts';
import type { Table, Values } from './source.ts';

/** The empty database that everything is moved to. What is done to it stays together or not at all. */
export interface Target {
  /** Its tables and the type of each of their columns. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The tables that have rows. */
  filled(): Promise<readonly string[]>;
  /** Adds rows, whose values come in the order of the table's columns. */
  add(table: Table, rows: readonly Values[]): Promise<void>;
  /** All rows of a table, in the order of its key, some at a time. */
  rows(table: Table, atOnce: number): AsyncIterable<readonly Values[]>;
  /** Keeps what was added, and has the database look at how much it is. */
  keep(): Promise<void>;
  /** Undoes what was not kept, and lets go. */
  close(): Promise<void>;
}

/** As the drivers of the kit read them: counts and times are far below what a number holds. */
const INT8 = 20;
const types = new pg.TypeOverrides();
types.setTypeParser(INT8, Number);

const TABLES = `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE n.nspname = current_schema() AND c.relname LIKE 'mfa\\_%' AND c.relname <> 'mfa_migrations'
  AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped`;

/** @param url A database that is up to date. Nobody else writes to its tables until it is closed. */
export async function openTarget(url: string): Promise<Target> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, types });
  await client.connect();
  try {
    return await beginMove(client);
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function beginMove(client: pg.Client): Promise<Target> {
  await client.query('BEGIN');
  // However long it takes.
  await client.query('SET LOCAL statement_timeout = 0');
  await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
  const { rows } = await client.query<{ table: string; column: string; type: string }>(TABLES);
  const tables = new Map<string, Map<string, string>>();
  for (const { table, column, type } of rows)
    tables.set(table, (tables.get(table) ?? new Map<string, string>()).set(column, type));
  // A server that was started on it too early can read, and waits with everything else.
  await client.query(`LOCK TABLE ${[...tables.keys()].join(', ')} IN EXCLUSIVE MODE`);

  const typesOf = ({ name, columns }: Table): readonly string[] =>
    columns.map((column) => tables.get(name)?.get(column) ?? 'text');

  return {
    tables,

    async filled() {
      const filled: string[] = [];
      for (const table of tables.keys()) {
        const { rowCount } = await client.query(`SELECT 1 FROM ${table} LIMIT 1`);
        if (rowCount !== 0) filled.push(table);
      }
      return filled;
    },

    async add(table, added) {
      // One parameter a column, with the values of all rows: a statement stays the same however many they are.
      const lists = typesOf(table).map((type, index) => `$${index + 1}::${type}[]`);
      await client.query(
        `INSERT INTO ${table.name} (${table.columns.join(', ')}) SELECT * FROM unnest(${lists.join(', ')})`,
        table.columns.map((_, index) => added.map((row) => row[index])),
      );
    },

    async *rows(table, atOnce) {
      const types = typesOf(table);
      const order = table.key.map((column) =>
        // By bytes, as SQLite does, and not as in a dictionary.
        types[table.columns.indexOf(column)] === 'text' ? `${column} COLLATE "C"` : column,
      );
      const text = `SELECT ${table.columns.join(', ')} FROM ${table.name} ORDER BY ${order.join(', ')}`;
      await client.query(`DECLARE moved NO SCROLL CURSOR FOR ${text}`);
      try {
        for (;;) {
          const fetched = await client.query<SqlValue[]>({
            text: `FETCH ${String(atOnce)} FROM moved`,
            rowMode: 'array',
          });
          if (fetched.rows.length === 0) return;
          yield fetched.rows;
        }
      } finally {
        await client.query('CLOSE moved');
      }
    },

    async keep() {
      for (const table of tables.keys()) await client.query(`ANALYZE ${table}`);
      await client.query('COMMIT');
    },

    async close() {
      // What was not committed is undone with the connection.
      await client.end();
    },
  };
}
