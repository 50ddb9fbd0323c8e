import pg from 'pg';
import type { Database, Row, Value } from './database.ts';

/** Any number that nothing else on this database locks with. */
const TABLES_LOCK = 7_264_613_001;

/** The host's queries are few and short; the kit has a pool of its own. */
const CONNECTIONS = 5;

export async function openPostgres(url: string, tables: readonly string[]): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  // A broken idle connection is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await makeTables(pool, tables);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const { host, pathname } = new URL(url);
  return {
    place: `PostgreSQL at ${host || 'the local socket'}${pathname}`,
    run: async (statement, ...parameters: Value[]) => (await pool.query<Row>(statement, parameters)).rows,
    has: async (table) =>
      (await pool.query('SELECT 1 WHERE to_regclass($1) IS NOT NULL', [table])).rowCount === 1,
    close: () => pool.end(),
  };
}

/** `CREATE TABLE IF NOT EXISTS` of two processes at once can still collide inside PostgreSQL, so one waits for the other. */
async function makeTables(pool: pg.Pool, tables: readonly string[]): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN');
    await connection.query('SELECT pg_advisory_xact_lock($1)', [TABLES_LOCK]);
    for (const table of tables) await connection.query(table);
    await connection.query('COMMIT');
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    connection.release();
  }
}
