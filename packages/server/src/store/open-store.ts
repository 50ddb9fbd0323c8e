import { openPostgres } from './sql/postgres.ts';
import { openSqlite } from './sql/sqlite.ts';
import { sqlStore } from './sql/sql-store.ts';
import { toldOfEvents, type EventListener } from './sql/told-of-events.ts';
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

/**
 * The store port over the database that an address names. Nothing is migrated yet.
 *
 * @param onEvents Told of what is written to the audit, when it is certain to stay.
 */
export function openStore(url: string, onEvents?: EventListener): Store {
  const database = openDatabase(url);
  return sqlStore(onEvents ? toldOfEvents(database, onEvents) : database);
}
