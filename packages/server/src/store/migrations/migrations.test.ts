import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase, openStore } from '../open-store.ts';
import { all } from '../sql/unit-of-work.ts';
import { inFile, inPostgres, type MakeDatabase } from '../testing/databases.ts';
import { START } from '../testing/person.ts';
import { startContender } from '../testing/races/contender-process.ts';
import { closeGate, throughGate } from '../testing/races/gate.ts';
import type { Migration } from './migration.ts';
import { MIGRATIONS } from './migrations.ts';

describe('the list of migrations', () => {
  it('is numbered without a gap and says what each is for', () => {
    MIGRATIONS.forEach(({ name }, index) => {
      assert.match(name, new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z0-9-]+$`));
    });
  });

  it('names each once', () => {
    assert.equal(new Set(MIGRATIONS.map(({ name }) => name)).size, MIGRATIONS.length);
  });
});

const first: Migration = {
  name: '0001-first',
  script: 'CREATE TABLE mfa_one (a TEXT); CREATE TABLE mfa_two (a TEXT);',
};
const second: Migration = { name: '0002-second', script: 'CREATE TABLE mfa_three (a TEXT);' };
const broken: Migration = {
  name: '0003-broken',
  script: 'CREATE TABLE mfa_four (a TEXT); CREATE TABLE mfa_one (again TEXT);',
};

const databases: Record<string, MakeDatabase> = { SQLite: inFile, PostgreSQL: inPostgres };
for (const [name, make] of Object.entries(databases)) {
  describe(`migrating ${name}`, () => {
    async function withDatabase(
      use: (database: ReturnType<typeof openDatabase>, url: string) => Promise<void>,
    ) {
      const { url, remove } = await make();
      const database = openDatabase(url);
      try {
        await use(database, url);
      } finally {
        await database.close();
        await remove();
      }
    }
    const applied = (database: ReturnType<typeof openDatabase>): Promise<readonly unknown[]> =>
      database.read(() => all('SELECT name, applied_at FROM mfa_migrations ORDER BY name'));

    it('applies what is missing, in order, and each once', () =>
      withDatabase(async (database) => {
        assert.deepEqual(await database.migrate([first], START), ['0001-first']);
        assert.deepEqual(await database.migrate([first, second], START + 1), ['0002-second']);
        assert.deepEqual(await database.migrate([first, second], START + 2), []);
        assert.deepEqual(await applied(database), [
          { name: '0001-first', applied_at: START },
          { name: '0002-second', applied_at: START + 1 },
        ]);
      }));

    it('leaves nothing of a migration that failed, nor of those before it in the same run', () =>
      withDatabase(async (database) => {
        await database.migrate([first], START);
        await assert.rejects(database.migrate([first, second, broken], START), /mfa_one/);
        assert.deepEqual(await applied(database), [{ name: '0001-first', applied_at: START }]);
        for (const table of ['mfa_three', 'mfa_four'])
          await assert.rejects(
            database.read(() => all(`SELECT a FROM ${table}`)),
            new RegExp(table),
          );
        assert.deepEqual(await database.migrate([first, second], START), ['0002-second'], 'and it goes on');
      }));

    it('leaves nothing at all when the first migration of an empty database fails', () =>
      withDatabase(async (database) => {
        await assert.rejects(database.migrate([{ ...broken, script: 'CREATE TABLE mfa_one (' }], START));
        await assert.rejects(applied(database), /mfa_migrations/);
      }));

    it('brings an empty database to where every method of the store works', async () => {
      const { url, remove } = await make();
      const store = openStore(url);
      assert.deepEqual(
        await store.migrate(START),
        MIGRATIONS.map(({ name }) => name),
      );
      assert.equal(await store.sweep(START), 0);
      await store.close();
      await remove();
    });

    it('is done once when two processes start at the same instant', async () => {
      const { url, remove } = await make();
      const processes = await Promise.all([startContender(url), startContender(url)]);
      try {
        const migrate = (): Promise<(readonly string[])[]> =>
          Promise.all(processes.map((process) => process.ask({ kind: 'migrate', now: START })));
        const answers =
          name === 'PostgreSQL'
            ? await throughGate(await closeGate(url, 'SELECT pg_advisory_xact_lock(4936331)'), 2, migrate)
            : await migrate();
        assert.deepEqual(
          answers.flat(),
          MIGRATIONS.map((migration) => migration.name),
        );
      } finally {
        await Promise.all(processes.map((process) => process.end()));
        await remove();
      }
    });
  });
}
