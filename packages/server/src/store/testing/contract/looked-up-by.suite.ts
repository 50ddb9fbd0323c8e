import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import type { MakeDatabase } from '../databases.ts';
import { LOOKED_UP_BY } from '../looked-up-by.ts';
import { statementsOfStores, useStore, type TestStore } from '../test-store.ts';
import { wholeReadsInPostgres, wholeReadsInSqlite, type WholeReads } from '../whole-reads.ts';

type Rows = TestStore['rows'];

/** A primary key or a unique index, and its columns in order. */
interface Key {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Where the database keeps its schema, and how it says that a statement reads a whole table. */
interface Catalogue {
  readonly tables: (rows: Rows) => Promise<readonly string[]>;
  readonly keys: (rows: Rows, tables: readonly string[]) => Promise<readonly Key[]>;
  /** For each statement, the tables that it cannot but read row by row. */
  readonly readWhole: (
    test: Pick<TestStore, 'rows' | 'url'>,
    statements: readonly string[],
  ) => Promise<WholeReads>;
}

const sqlite: Catalogue = {
  async tables(rows) {
    const found = await rows<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'mfa\\_%' ESCAPE '\\' ORDER BY name",
    );
    return found.map(({ name }) => name);
  },
  async keys(rows, tables) {
    const keys: Key[] = [];
    for (const table of tables) {
      const indexes = await rows<{ name: string }>(
        'SELECT name FROM pragma_index_list($1) WHERE "unique" = 1',
        table,
      );
      for (const { name } of indexes) {
        const columns = await rows<{ name: string }>(
          'SELECT name FROM pragma_index_info($1) ORDER BY seqno',
          name,
        );
        keys.push({ table, columns: columns.map((column) => column.name) });
      }
    }
    return keys;
  },
  readWhole: wholeReadsInSqlite,
};

/** Parts of the audit: what holds for the whole holds for them. */
const PART = /^mfa_audit_events_(?:\d|default)/;

const postgres: Catalogue = {
  async tables(rows) {
    const found = await rows<{ name: string }>(
      `SELECT CAST(tablename AS TEXT) AS name FROM pg_tables WHERE tablename LIKE 'mfa\\_%' ORDER BY 1`,
    );
    return found.map(({ name }) => name).filter((name) => !PART.test(name));
  },
  async keys(rows, tables) {
    const found = await rows<{ table_name: string; columns: string }>(
      `SELECT CAST(t.relname AS TEXT) AS table_name,
         (SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)
          JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum) AS columns
       FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE i.indisunique AND t.relname LIKE 'mfa\\_%'`,
    );
    return found
      .map((row) => ({ table: row.table_name, columns: row.columns.split(',') }))
      .filter(({ table }) => tables.includes(table));
  },
  // An empty table is quickest read whole: what is still read so has no index to read it by.
  readWhole: ({ url }, statements) => wholeReadsInPostgres(url, statements, 'SET enable_seqscan = off'),
};

/** Statements that may read a table of people whole, and why. */
const MAY_READ_WHOLE: readonly (readonly [statement: RegExp, why: string])[] = [
  [/^DELETE FROM mfa_\w+$/, 'what nobody may go on with after a restore'],
  [
    /^SELECT \w+_key_id AS key_id, count\(\*\) AS stored FROM/,
    'for an operator who asks what still needs a key',
  ],
  [/AS locked,/, 'for an operator who asks for the quarterly review'],
];

export function lookedUpByContract(make: MakeDatabase): void {
  describe('what each table is looked up by', () => {
    const test = useStore(make);
    const catalogue = (): Catalogue => (test.url.startsWith('sqlite') ? sqlite : postgres);

    it('is known of each that there is', async () => {
      assert.deepEqual(await catalogue().tables(test.rows), Object.keys(LOOKED_UP_BY).sort());
    });

    it('is what each of its keys begins with', async () => {
      const tables = Object.keys(LOOKED_UP_BY);
      const keys = await catalogue().keys(test.rows, tables);
      assert.deepEqual([...new Set(keys.map(({ table }) => table))].sort(), tables.sort());
      const others = keys.filter(
        ({ table, columns: [first = ''] }) => !LOOKED_UP_BY[table]?.columns.includes(first),
      );
      assert.deepEqual(others, []);
    });

    it('lets every statement find its rows, but for tables that do not grow with the people of a host', async () => {
      const statements = [...statementsOfStores].filter((text) =>
        /^(?:SELECT|INSERT|UPDATE|DELETE|WITH)/.test(text),
      );
      assert.ok(statements.length > 200, 'the whole contract was run before');
      const whole: string[] = [];
      for (const [statement, tables] of await catalogue().readWhole(test, statements)) {
        const grown = tables.filter((table) => LOOKED_UP_BY[table]?.small === undefined);
        if (grown.length > 0 && !MAY_READ_WHOLE.some(([pattern]) => pattern.test(statement)))
          whole.push(`${grown.join(', ')}: ${statement}`);
      }
      assert.deepEqual(whole, []);
    });

    it('can be divided by person, each table with rows of people, where the database divides tables', async () => {
      if (test.url.startsWith('sqlite')) return;
      const client = new pg.Client(test.url);
      await client.connect();
      try {
        for (const [table, { person }] of Object.entries(LOOKED_UP_BY)) {
          if (person === undefined) continue;
          // Refused where a key lacks the person.
          await client.query(
            `CREATE TABLE divided_${table} (LIKE ${table} INCLUDING ALL) PARTITION BY HASH (${person})`,
          );
        }
      } finally {
        await client.end();
      }
    });
  });
}
