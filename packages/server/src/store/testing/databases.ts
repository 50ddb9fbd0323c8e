import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { startPostgres, type Postgres } from '../../../../../test/support/postgres.ts';

/** An empty database, and its end. */
export interface TestDatabase {
  readonly url: string;
  readonly remove: () => Promise<void>;
}

export type MakeDatabase = () => Promise<TestDatabase>;

/** SQLite in memory: the quickest, and one connection only. */
export const inMemory: MakeDatabase = () =>
  Promise.resolve({ url: 'sqlite::memory:', remove: () => Promise.resolve() });

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

/** A database of its own in PostgreSQL. */
export const inPostgres: MakeDatabase = async () => {
  server ??= startPostgres();
  const { url: administration } = await server;
  const name = `mfa_${randomUUID().replaceAll('-', '')}`;
  await run(administration, `CREATE DATABASE ${name}`);
  const url = new URL(administration);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => run(administration, `DROP DATABASE ${name} WITH (FORCE)`) };
};

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
