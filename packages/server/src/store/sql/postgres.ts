import { createHash } from 'node:crypto';
import pg from 'pg';
import {
  Undo,
  type Database,
  type Row,
  type RoundTripListener,
  type Step,
  type StepResult,
  type UnitOfWork,
} from './unit-of-work.ts';

/** Serialisation failure and deadlock: the work is sound, the moment was not. */
const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 4;
/** Any number that is ours alone: whoever migrates holds this advisory lock, so that processes starting together take turns. */
const MIGRATION_LOCK = 4_936_331;

/** BIGINT, which PostgreSQL sends as text since it may exceed what a number holds; counts and milliseconds are far below that. */
const INT8 = 20;
const types = new pg.TypeOverrides();
types.setTypeParser(INT8, Number);

/** PostgreSQL through one pool, every statement prepared. Read committed: the guards are in the statements and in row locks. */
export function openPostgres(url: string, onRoundTrip?: RoundTripListener): Database {
  const settings = {
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    types,
    // Statements yielded together leave together and are answered together.
    pipeline: true,
  };
  const pool = new pg.Pool(settings);
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);

  async function send(
    client: pg.PoolClient,
    steps: readonly Step[],
    before?: string,
  ): Promise<readonly StepResult[]> {
    onRoundTrip?.(steps.map((step) => step.text));
    const preceding = before === undefined ? [] : [client.query(before)];
    const sent = steps.map(({ text, parameters }) =>
      client.query<Row>({ name: nameOf(text), text, values: [...parameters] }),
    );
    // All are settled before an error is thrown: the connection must be quiet when it goes back to the pool.
    const settled = await Promise.allSettled([...preceding, ...sent]);
    for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
    const results = await Promise.all(sent);
    return results.map((result) => ({ rows: result.rows, affected: result.rowCount ?? 0 }));
  }

  async function runToEnd<Result>(
    client: pg.PoolClient,
    work: () => UnitOfWork<Result>,
    begin?: string,
  ): Promise<Result> {
    const unit = work();
    let before = begin;
    let turn = unit.next();
    while (!turn.done) {
      const results = await send(client, turn.value, before);
      before = undefined;
      turn = unit.next(results);
    }
    return turn.value;
  }

  async function withClient<Result>(use: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    const client = await pool.connect();
    let broken = false;
    try {
      return await use(client);
    } catch (error) {
      // A refusal by the database leaves the connection sound; anything else, and it is thrown away.
      broken = !(error instanceof pg.DatabaseError) && !(error instanceof Undo);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async function attempt<Result>(work: () => UnitOfWork<Result>): Promise<Result> {
    return withClient(async (client) => {
      try {
        const result = await runToEnd(client, work, 'BEGIN');
        onRoundTrip?.(['COMMIT']);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        if (error instanceof Undo) return (error as Undo<Result>).verdict;
        throw error;
      }
    });
  }

  const eachAlone = <Result>(work: () => UnitOfWork<Result>): Promise<Result> =>
    withClient((client) => runToEnd(client, work));

  return {
    read: eachAlone,
    eachAlone,

    async transaction(work) {
      for (let round = 1; ; round += 1) {
        try {
          return await attempt(work);
        } catch (error) {
          const mayRetry =
            error instanceof pg.DatabaseError && RETRIED.has(error.code ?? '') && round < ATTEMPTS;
          if (!mayRetry) throw error;
        }
      }
    },

    async migrate(migrations, now) {
      return withClient(async (client) => {
        await client.query('BEGIN');
        try {
          await client.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
          await client.query(
            'CREATE TABLE IF NOT EXISTS mfa_migrations (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)',
          );
          const { rows } = await client.query<{ name: string }>('SELECT name FROM mfa_migrations');
          const applied = new Set(rows.map((row) => row.name));
          const missing = migrations.filter(({ name }) => !applied.has(name));
          for (const { name, script } of missing) {
            await client.query(script);
            await client.query('INSERT INTO mfa_migrations (name, applied_at) VALUES ($1, $2)', [name, now]);
          }
          await client.query('COMMIT');
          return missing.map(({ name }) => name);
        } catch (error) {
          await client.query('ROLLBACK').catch(() => undefined);
          throw error;
        }
      });
    },

    async time() {
      const { rows } = await pool.query<{ now: number }>(
        'SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS DOUBLE PRECISION) AS now',
      );
      const [row] = rows;
      if (!row) throw new Error('the database told no time');
      return row.now;
    },

    close: () => pool.end(),
  };
}

const names = new Map<string, string>();

/** The name of a prepared statement: the same text has the same name on every connection and in every process. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `mfa_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    names.set(text, name);
  }
  return name;
}
