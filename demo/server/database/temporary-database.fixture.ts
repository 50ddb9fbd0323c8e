import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../test/support/postgres.ts';

/** An empty database that several connections can open, and that is gone afterwards. */
export interface TemporaryDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** Every database that the demo runs on. */
export const DATABASES: Readonly<Record<string, () => Promise<TemporaryDatabase>>> = {
  SQLite: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'acme-notes-'));
    return { url: `sqlite:${join(folder, 'demo.sqlite')}`, remove: () => rm(folder, { recursive: true }) };
  },
  PostgreSQL: async () => {
    const server = await startPostgres();
    const name = `acme_${randomUUID().replaceAll('-', '')}`;
    await administer(server.url, `CREATE DATABASE ${name}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return {
      url: url.href,
      async remove() {
        await administer(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
        await server.stop();
      },
    };
  },
};

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
