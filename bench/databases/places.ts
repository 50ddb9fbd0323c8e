import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnPostgres, type Postgres, type ServerSettings } from '../../test/support/postgres.ts';
import { openSql } from './sql.ts';

export const DATABASES = ['postgres', 'sqlite'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

export const TITLES: Readonly<Record<DatabaseKind, string>> = { postgres: 'PostgreSQL', sqlite: 'SQLite' };

/** It has written what it says it has written, and has the memory and the room that any installation gives it. */
const DURABLE: ServerSettings = {
  fsync: 'on',
  full_page_writes: 'on',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
};

/** Databases for everybody who is measured: one server, and one folder, for all of them. */
export interface Places {
  /** An empty database. @returns its address, as the kit takes it. */
  open(kind: DatabaseKind, name: string): Promise<string>;
  /** The server's version, where it was started. */
  postgresVersion(): Promise<string | undefined>;
  close(): Promise<void>;
}

export function openPlaces(): Places {
  const folder = mkdtempSync(join(tmpdir(), 'mfa-kit-bench-'));
  let server: Promise<Postgres> | undefined;

  async function openInServer(name: string): Promise<string> {
    server ??= startOwnPostgres(DURABLE);
    const { url } = await server;
    const administration = await openSql(url);
    await administration.run(`CREATE DATABASE ${name}`);
    await administration.close();
    const place = new URL(url);
    place.pathname = name;
    return place.href;
  }

  return {
    open: (kind, name) =>
      kind === 'sqlite'
        ? Promise.resolve(`sqlite:${join(folder, `${name}.sqlite`)}`)
        : openInServer(`bench_${name.replaceAll('-', '_')}`),

    async postgresVersion() {
      if (!server) return undefined;
      const administration = await openSql((await server).url);
      const [row] = await administration.all<{ server_version: string }>('SHOW server_version');
      await administration.close();
      return row?.server_version;
    },

    async close() {
      await (await server)?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
