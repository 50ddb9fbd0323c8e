import type BetterSqlite3 from 'better-sqlite3';

/** Where a database went, and when, in milliseconds. */
export interface Moved {
  readonly to: string;
  readonly at: number;
}

/** Notes in a database that everything in it was moved. From then on nobody opens it to serve from it. */
export function markMoved(connection: BetterSqlite3.Database, { to, at }: Moved): void {
  connection.exec('CREATE TABLE mfa_moved (to_database TEXT NOT NULL, at BIGINT NOT NULL)');
  connection.prepare('INSERT INTO mfa_moved (to_database, at) VALUES (?, ?)').run(to, at);
}

function findMoved(connection: BetterSqlite3.Database): Moved | undefined {
  const marked = connection.prepare("SELECT name FROM sqlite_schema WHERE name = 'mfa_moved'").get();
  return marked === undefined
    ? undefined
    : connection.prepare<[], Moved>('SELECT to_database AS "to", at FROM mfa_moved').get();
}

/**
 * Two databases with the same sessions and codes, each going on by itself, would let every code be used twice.
 *
 * @throws Error when the database was moved.
 */
export function assertNotMoved(connection: BetterSqlite3.Database): void {
  const moved = findMoved(connection);
  if (moved) {
    throw new Error(
      `${connection.name} was moved to ${moved.to} at ${new Date(moved.at).toISOString()}: give that address. What is here is how it was then`,
    );
  }
}
