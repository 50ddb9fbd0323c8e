import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { startPostgres, type Postgres } from '../../../../../test/support/postgres.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { openDatabase } from '../open-store.ts';

/** An empty database, and its end. */
export interface TestDatabase {
  readonly url: string;
  readonly remove: () => Promise<void>;
}

export type MakeDatabase = () => Promise<TestDatabase>;

/** A database that stays: several use it, beside or after each other, and somebody else removes it. */
export const alreadyAt =
  (url: string): MakeDatabase =>
  () =>
    Promise.resolve({ url, remove: () => Promise.resolve() });

/** SQLite in memory: the quickest, and one connection only. */
export const inMemory: MakeDatabase = alreadyAt('sqlite::memory:');

/** SQLite in a file, in a folder that does not exist yet. */
export const inFile: MakeDatabase = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mfa-kit-store-'));
  return {
    url: `sqlite:${join(folder, 'made-when-missing', 'store.sqlite')}`,
    remove: () => rm(folder, { recursive: true }),
  };
};

let server: Promise<Postgres> | undefined;

/** One server for all databases of a test file, ended with the file. */
after(async () => {
  await (await server)?.stop();
});

/** An empty database of its own in PostgreSQL. */
export const inPostgres: MakeDatabase = async () => databaseIn(await runningServer());

/** A migrated database of its own in PostgreSQL: a copy, which costs a third of what migrating anew does. */
export const inMigratedPostgres: MakeDatabase = async () => {
  const url = await runningServer();
  return databaseIn(url, await migratedTemplate(url));
};

async function runningServer(): Promise<string> {
  server ??= startPostgres();
  return (await server).url;
}

async function databaseIn(administration: string, template = 'template1'): Promise<TestDatabase> {
  const name = `mfa_${randomUUID().replaceAll('-', '')}`;
  await administer(administration, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: addressOf(administration, name),
    async remove() {
      await administer(administration, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** Any number that no other lock of the tests has. */
const TEMPLATE_LOCK = 7_301_955;

let template: Promise<string> | undefined;

/** The database that the migrations of this very moment made, shared by all files of a run. */
function migratedTemplate(administration: string): Promise<string> {
  template ??= administer(administration, async (client) => {
    const name = `mfa_migrated_${createHash('sha256').update(JSON.stringify(MIGRATIONS)).digest('hex').slice(0, 16)}`;
    await client.query(`SELECT pg_advisory_lock(${TEMPLATE_LOCK})`);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      const unfinished = `${name}_unfinished`;
      await client.query(`DROP DATABASE IF EXISTS ${unfinished}`);
      await client.query(`CREATE DATABASE ${unfinished}`);
      const database = openDatabase(addressOf(administration, unfinished));
      await database.migrate(MIGRATIONS, 0);
      await database.close();
      await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
    }
    return name;
  });
  return template;
}

function addressOf(administration: string, name: string): string {
  const url = new URL(administration);
  url.pathname = `/${name}`;
  return url.href;
}

/** @param work What to do over a connection of its own, of which locks end with it. */
async function administer<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
