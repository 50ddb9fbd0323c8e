import { openPostgres } from './sql/postgres.ts';
import { openSqlite } from './sql/sqlite.ts';
import { sqlStore } from './sql/sql-store.ts';
import type { Database, RoundTripListener } from './sql/unit-of-work.ts';
import type { Store } from './store.ts';

/**
 * Opens the database that an address names.
 *
 * @param url `sqlite:<path>` (one process), `sqlite::memory:`, or `postgres://user:password@host:port/database` (many).
 */
export function openDatabase(url: string, onRoundTrip?: RoundTripListener): Database {
  return url.startsWith('sqlite:')
    ? openSqlite(url.slice('sqlite:'.length), onRoundTrip)
    : openPostgres(url, onRoundTrip);
}

/** The store port over the database that an address names. Nothing is migrated yet. */
export const openStore = (url: string, onRoundTrip?: RoundTripListener): Store =>
  sqlStore(openDatabase(url, onRoundTrip));
