import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens the database and makes the missing tables; several processes may do so at the same instant.
 *
 * @param url `sqlite:<path>` or `postgres://…`.
 * @param tables Statements that can be repeated (`CREATE TABLE IF NOT EXISTS …`).
 */
export async function openDatabase(url: string, tables: readonly string[]): Promise<Database> {
  return url.startsWith('sqlite:')
    ? openSqlite(url.slice('sqlite:'.length), tables)
    : openPostgres(url, tables);
}
