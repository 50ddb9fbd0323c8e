import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { mfaKit } from '../../command-line/testing/mfa-kit.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { openDatabase, openStore } from '../open-store.ts';
import { inPostgres, type TestDatabase } from '../testing/databases.ts';
import { startHolder } from '../testing/holder-process.ts';
import { Person, START } from '../testing/person.ts';
import { moveToPostgres, type MoveReport } from './move.ts';

const clock = { now: () => START };

describe('a move from SQLite to PostgreSQL', () => {
  let folder: string;
  let path: string;
  let postgres: TestDatabase;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mfa-kit-move-'));
    path = join(folder, 'kit.sqlite');
    const store = openStore(`sqlite:${path}`);
    await store.migrate(START);
    await Person.enrolled(store);
    await store.close();
    copyFileSync(path, join(folder, 'template.sqlite'));
  });
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    copyFileSync(join(folder, 'template.sqlite'), path);
    postgres = await inPostgres();
  });
  afterEach(() => postgres.remove());

  const move = (): Promise<MoveReport> => moveToPostgres(path, postgres.url, clock);

  async function inSqlite<Result>(use: (connection: BetterSqlite3.Database) => Result): Promise<Result> {
    const connection = new BetterSqlite3(path);
    try {
      return await Promise.resolve(use(connection));
    } finally {
      connection.close();
    }
  }

  async function sql<Row extends pg.QueryResultRow>(text: string): Promise<readonly Row[]> {
    const client = new pg.Client(postgres.url);
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  /** Brings the target up to date, as the move does itself. */
  async function migrateTarget(): Promise<void> {
    const store = openStore(postgres.url);
    await store.migrate(START);
    await store.close();
  }

  const tablesOf = (): Promise<readonly string[]> =>
    inSqlite((connection) =>
      connection
        .prepare<[], string>(
          `SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'mfa%' AND name <> 'mfa_migrations' ORDER BY name`,
        )
        .pluck()
        .all(),
    );

  /** Neither has the move begun here, nor has it left anything there. */
  async function assertNothingMoved(): Promise<void> {
    for (const table of await tablesOf()) {
      const [counted] = await sql<{ rows: string }>(`SELECT count(*) AS rows FROM ${table}`);
      assert.equal(counted?.rows, '0', table);
    }
    const store = openStore(`sqlite:${path}`);
    assert.ok((await store.countByKey()).length > 0);
    await store.close();
  }

  it('takes along every table that the migrations make, each of its columns, and values of every kind', async () => {
    const tables = await tablesOf();
    const filled = await inSqlite((connection) => {
      connection.exec('BEGIN');
      for (const table of tables) {
        const columns = connection
          .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
          .all(table);
        connection.exec(`DELETE FROM ${table}`);
        const insert = connection.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join()})`);
        // More than travel at once.
        for (let row = 0; row < 601; row += 1) {
          const values = columns.map(({ type }) =>
            type === 'TEXT' ? `${String(row % 7)} Zz"'\\{}, äé🔑 \n${String(row)}` : 1_768_000_000_000 + row,
          );
          insert.run(...values);
        }
      }
      connection.exec('COMMIT');
      return tables.map((table) => ({ table, rows: 601 }));
    });
    assert.deepEqual(await move(), {
      tables: filled,
      to: postgres.url.replace(/\/\/.*@/, '//'),
      before: false,
    });
    assert.ok(tables.length > 20);
  });

  it('waits for nobody: it refuses a database that is served from', async () => {
    const server = await startHolder(`sqlite:${path}`);
    await assert.rejects(move(), /kit\.sqlite is in use by another process: a server of tests/);
    await server.kill();
    assert.deepEqual(await sql("SELECT 1 FROM pg_tables WHERE tablename LIKE 'mfa_%'"), []);
  });

  it('refuses a target with rows, and names their tables', async () => {
    const store = openStore(postgres.url);
    await store.migrate(START);
    await Person.signedIn(store);
    await store.close();
    await assert.rejects(
      move(),
      /is not empty: there are rows in mfa_accounts, mfa_\w+.* Give it an empty one/,
    );
    await sql('DELETE FROM mfa_accounts');
    const beside = openStore(`sqlite:${path}`);
    await beside.close();
  });

  it('leaves nothing there when it fails in the middle', async () => {
    await migrateTarget();
    await sql(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space left'; END $$`,
    );
    await sql('CREATE TRIGGER fails BEFORE INSERT ON mfa_totp_factors FOR EACH ROW EXECUTE FUNCTION fail()');
    await assert.rejects(move(), /no space left/);
    await assertNothingMoved();
  });

  it('leaves nothing there when a row has arrived as another, and says which without its values', async () => {
    await migrateTarget();
    await sql(
      `CREATE FUNCTION change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.epoch = NEW.epoch + 1; RETURN NEW; END $$`,
    );
    await sql('CREATE TRIGGER changes BEFORE INSERT ON mfa_accounts FOR EACH ROW EXECUTE FUNCTION change()');
    await assert.rejects(move(), /^Error: row 1 of mfa_accounts has another epoch there: nothing was moved$/);
    await assertNothingMoved();
  });

  it('does not begin when one database has a table or a column that the other has not', async () => {
    await migrateTarget();
    await sql('CREATE TABLE mfa_later (what TEXT)');
    await assert.rejects(move(), /only one of the databases has mfa_later with what/);
    await sql('DROP TABLE mfa_later');
    await inSqlite((connection) => connection.exec('ALTER TABLE mfa_accounts ADD COLUMN later TEXT'));
    await assert.rejects(move(), /only one of the databases has mfa_accounts with later/);
    await assertNothingMoved();
  });

  it('does not begin with a database of another version', async () => {
    const older = join(folder, 'older.sqlite');
    const database = openDatabase(`sqlite:${older}`);
    await database.migrate(MIGRATIONS.slice(0, -1), START);
    await database.close();
    await assert.rejects(moveToPostgres(older, postgres.url, clock), /up to date with `mfa-kit migrate`/);
  });

  it('is finished by a second run when it was stopped before it could note that all was moved', async () => {
    const copy = join(folder, 'copy.sqlite');
    copyFileSync(path, copy);
    const first = await moveToPostgres(copy, postgres.url, clock);
    const words = ['move', '--from', `sqlite:${path}`, '--to', postgres.url];
    const { code, output, errors } = await mfaKit(words);
    assert.deepEqual([code, errors], [0, '']);
    assert.match(output, /\neverything was there already, and is noted now: serve from postgres:/);
    assert.throws(() => openStore(`sqlite:${path}`), /was moved to/);
    assert.equal(first.before, false);
  });

  it('says in words that the target does not answer, and lets go of the file', async () => {
    await assert.rejects(moveToPostgres(path, 'postgres://nobody@localhost:1/none', clock), /ECONNREFUSED/);
    await move();
  });
});

describe('the command to move', () => {
  const to = ['--to', 'postgres://nobody@localhost:1/none'];
  for (const [what, words, says, endsWith = 2] of [
    ['no source', to, /^no database to move: give --from sqlite:<path>$/m],
    ['a source that is none', ['--from', 'postgres://x/y', ...to], /^no database to move: give --from/],
    ['no target', ['--from', 'sqlite:/x'], /^no database to move to: give --to postgres:/],
    [
      'a file that is not there',
      ['--from', 'sqlite:/no/such.sqlite', ...to],
      /^there is no database at \/no\/such/,
      1,
    ],
  ] as const) {
    it(`says in words that there is ${what}`, async () => {
      const { code, output, errors } = await mfaKit(['move', ...words]);
      assert.deepEqual([code, output], [endsWith, '']);
      assert.match(errors, says);
    });
  }

  it('takes the target, whose password nobody else should see, from the environment', async () => {
    const words = ['move', '--from', 'sqlite:/no/such.sqlite'];
    const { errors } = await mfaKit(words, { DATABASE_URL: to[1]! });
    assert.match(errors, /^there is no database at \/no\/such/);
  });
});
