import { openPostgres } from './sql/postgres.ts';
import { openSqlite } from './sql/sqlite.ts';
import { sqlStore } from './sql/sql-store.ts';
import { toldOfEvents, type EventListener } from './sql/told-of-events.ts';
import type { Database, RoundTripListener } from './sql/unit-of-work.ts';
import type { Store } from './store.ts';

const SQLITE = 'sqlite:';

/**
 * Opens the database that an address names.
 *
 * @param url `sqlite:<path>` (one process), `sqlite::memory:`, or `postgres://user:password@host:port/database` (many).
 * @param alone What for, if no second process may do it beside, where a database is for one process; see `openStoreAlone`.
 */
export function openDatabase(url: string, onRoundTrip?: RoundTripListener, alone?: string): Database {
  return url.startsWith(SQLITE)
    ? openSqlite(url.slice(SQLITE.length), { onRoundTrip, alone })
    : openPostgres(url, onRoundTrip);
}

/**
 * The store port over the database that an address names. Nothing is migrated yet.
 *
 * @param onEvents Told of what is written to the audit, when it is certain to stay.
 */
export function openStore(url: string, onEvents?: EventListener): Store {
  return storeOver(openDatabase(url), onEvents);
}

/**
 * The same for whoever needs the database to itself where it is for one process: the server, and commands that must not run beside one. On
 * PostgreSQL any number may.
 *
 * @param purpose What for, in the message that a second process gets.
 * @throws Error naming the process that has it.
 */
export function openStoreAlone(url: string, purpose: string, onEvents?: EventListener): Store {
  return storeOver(openDatabase(url, undefined, purpose), onEvents);
}

/** The same for whoever only looks: what is found is left as it is, the file of SQLite too. */
export function openStoreToLookAt(url: string): Store {
  return url.startsWith(SQLITE)
    ? storeOver(openSqlite(url.slice(SQLITE.length), { asItIs: true }))
    : openStore(url);
}

const storeOver = (database: Database, onEvents?: EventListener): Store =>
  sqlStore(onEvents ? toldOfEvents(database, onEvents) : database);
