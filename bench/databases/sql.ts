import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';

export type Value = string | number | null;
export type Values = Readonly<Record<string, Value>>;

/** A connection behind the back of whoever is measured, to put in place what a measurement needs. `$1` marks a parameter in both databases. */
export interface Sql {
  run(text: string, ...parameters: readonly Value[]): Promise<void>;
  all<Found>(text: string, ...parameters: readonly Value[]): Promise<readonly Found[]>;
  /** Inserts rows of one shape, many at once. */
  insert(table: string, rows: readonly Values[]): Promise<void>;
  close(): Promise<void>;
}

const ROWS_AT_ONCE = 200;

function insertion(table: string, rows: readonly Values[]): { text: string; parameters: readonly Value[] } {
  const names = Object.keys(rows[0] ?? {});
  const lists = rows.map(
    (_, row) => `(${names.map((_name, column) => `$${row * names.length + column + 1}`).join(', ')})`,
  );
  return {
    text: `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES ${lists.join(', ')}`,
    parameters: rows.flatMap((row) => names.map((name) => row[name] ?? null)),
  };
}

function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let begin = 0; begin < items.length; begin += ROWS_AT_ONCE)
    yield items.slice(begin, begin + ROWS_AT_ONCE);
}

/**
 * Lets PostgreSQL look at what was put in place, as it does by itself within a minute or two: whoever is measured first would otherwise have
 * worse plans than whoever is measured last. SQLite looks at nothing by itself.
 */
export async function letLook(url: string): Promise<void> {
  if (url.startsWith('sqlite:')) return;
  const sql = await openSql(url);
  await sql.run('ANALYZE');
  await sql.close();
}

export function openSql(url: string): Promise<Sql> {
  return url.startsWith('sqlite:')
    ? Promise.resolve(sqliteSql(url.slice('sqlite:'.length)))
    : postgresSql(url);
}

function sqliteSql(path: string): Sql {
  const database = new BetterSqlite3(path);
  database.pragma('busy_timeout = 20000');
  // What is put in place here may be lost with the machine: it is thrown away anyway.
  database.pragma('synchronous = OFF');
  const bound = (parameters: readonly Value[]): readonly object[] =>
    parameters.length === 0
      ? []
      : [Object.fromEntries(parameters.map((value, index) => [String(index + 1), value]))];
  const prepared = (text: string): BetterSqlite3.Statement =>
    database.prepare(text.replaceAll(/\$(\d+)/g, '?$1'));
  const insertAll = database.transaction((table: string, rows: readonly Values[]) => {
    for (const chunk of chunks(rows)) {
      const { text, parameters } = insertion(table, chunk);
      prepared(text).run(...bound(parameters));
    }
  });
  return {
    run(text, ...parameters) {
      prepared(text).run(...bound(parameters));
      return Promise.resolve();
    },
    all: <Found>(text: string, ...parameters: readonly Value[]) =>
      Promise.resolve(prepared(text).all(...bound(parameters)) as Found[]),
    insert(table, rows) {
      insertAll.immediate(table, rows);
      return Promise.resolve();
    },
    close() {
      database.close();
      return Promise.resolve();
    },
  };
}

async function postgresSql(url: string): Promise<Sql> {
  const client = new pg.Client({ connectionString: url });
  // When a run ends early the server ends before whoever uses it; what went wrong was said by then.
  client.on('error', () => undefined);
  await client.connect();
  // What is put in place here may be lost with the machine: it is thrown away anyway.
  await client.query('SET synchronous_commit = off');
  return {
    async run(text, ...parameters) {
      await client.query(text, [...parameters]);
    },
    all: async <Found>(text: string, ...parameters: readonly Value[]) =>
      (await client.query(text, [...parameters])).rows as Found[],
    async insert(table, rows) {
      await client.query('BEGIN');
      for (const chunk of chunks(rows)) {
        const { text, parameters } = insertion(table, chunk);
        await client.query(text, [...parameters]);
      }
      await client.query('COMMIT');
    },
    close: () => client.end(),
  };
}
