import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { startPostgres, type Postgres } from '../../../../test/support/postgres.ts';
import { openDatabase } from '../store/open-store.ts';
import { step, together } from '../store/sql/unit-of-work.ts';

/** A database that belongs to one kit alone. */
export interface TestDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** Makes a database that nobody used before. */
export type OpenTestDatabase = () => Promise<TestDatabase>;

/** A file and not `:memory:`, so that a test can look into it through a connection of its own. */
export const sqliteDatabase: OpenTestDatabase = () => {
  const folder = mkdtempSync(join(tmpdir(), 'mfa-'));
  return Promise.resolve({
    url: `sqlite:${join(folder, 'kit.sqlite')}`,
    remove() {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
};

/** A schema of its own in a server that a whole file, or a whole run, shares. */
async function postgresSchema(server: Postgres): Promise<TestDatabase> {
  const schema = `kit_${randomBytes(6).toString('hex')}`;
  const administration = openDatabase(server.url);
  await administration.transaction(() => together([step(`CREATE SCHEMA ${schema}`)]));
  const url = new URL(server.url);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return {
    url: url.href,
    async remove() {
      await administration.transaction(() => together([step(`DROP SCHEMA ${schema} CASCADE`)]));
      await administration.close();
    },
  };
}

/** Runs the same tests over SQLite and over PostgreSQL: what the kit promises does not depend on where it stores. */
export function describeOnEachDatabase(title: string, tests: (open: OpenTestDatabase) => void): void {
  describe(`${title} (SQLite)`, () => tests(sqliteDatabase));
  describe(`${title} (PostgreSQL)`, () => {
    let server: Promise<Postgres> | undefined;
    tests(async () => {
      server ??= startPostgres();
      return postgresSchema(await server);
    });
    after(async () => (await server)?.stop());
  });
}
