import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { scriptFor } from '../migrations/migration.ts';
import { settingsIn } from './postgres-address.ts';
import { askingTogether } from './postgres-look-ups.ts';
import { RoundTrip, wasForgotten } from './postgres-round-trip.ts';
import {
  step,
  Undo,
  type Database,
  type Durable,
  type RoundTripListener,
  type Step,
  type StepResult,
  type UnitOfWork,
} from './unit-of-work.ts';

/** The work is sound, the moment was not. */
const CROSSED = new Set([
  '40001', // serialisation failure
  '40P01', // deadlock
  '23514', // an event was on its way to the default part of the audit when its month was taken out of there; nothing else is checked
]);
const ATTEMPTS = 4;
/** Any number that is ours alone: whoever migrates holds this advisory lock, so that processes starting together take turns. */
const MIGRATION_LOCK = 4_936_331;

const BEGIN = step('BEGIN');
const COMMIT = step('COMMIT');
const ROLLBACK = step('ROLLBACK');
/** For this transaction only, also where that is a round trip without `BEGIN`. */
const DURABLE_SOON = step("SELECT set_config('synchronous_commit', 'off', true)");

const codeOf = (error: unknown): string => (error instanceof pg.DatabaseError ? (error.code ?? '') : '');

/** A refusal by the database leaves the connection sound; where it ended the connection, or something else did, that is thrown away. */
const isSound = (error: unknown): boolean => error instanceof pg.DatabaseError && error.severity !== 'FATAL';

/** Those that crossed must not meet again: each waits a while of its own, longer each time. Milliseconds. */
const pause = (round: number): number => randomInt(1, 10 * 2 ** round);

/** PostgreSQL through one pool, every statement prepared. Read committed: the guards are in the statements and in row locks. */
export function openPostgres(address: string, onRoundTrip?: RoundTripListener): Database {
  const { pooled, patient, named } = settingsIn(address);
  const pool = new pg.Pool(pooled);
  // A connection that breaks says so, beside failing what waits for its answer; where nobody listens, that ends the process. It is
  // replaced at the next use.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  function send(client: pg.PoolClient, steps: readonly Step[]): Promise<readonly StepResult[]> {
    onRoundTrip?.(steps.map(({ text }) => text));
    return new Promise((resolve, reject) => {
      client.query(
        new RoundTrip(steps, named, (error, results = []) => {
          if (error) reject(error);
          else resolve(results);
        }),
      );
    });
  }

  async function asking<Result>(
    ask: (steps: readonly Step[]) => Promise<readonly StepResult[]>,
    work: () => UnitOfWork<Result>,
  ): Promise<Result> {
    const unit = work();
    let turn = unit.next();
    while (!turn.done) turn = unit.next(await ask(turn.value));
    return turn.value;
  }

  /** Connections that are in the middle of what could not be undone. */
  const spoilt = new WeakSet<pg.PoolClient>();

  async function attempt<Result>(
    client: pg.PoolClient,
    work: () => UnitOfWork<Result>,
    durable: Durable | undefined,
  ): Promise<Result> {
    let stage: 'before' | 'open' | 'over' = 'before';
    try {
      const unit = work();
      let turn = unit.next();
      while (!turn.done) {
        if (stage === 'over') throw new Error('a unit of work went on after its last statements');
        const { last = false } = turn.value;
        // All that there is in one round trip is a transaction by itself.
        const before =
          stage === 'before' ? [...(last ? [] : [BEGIN]), ...(durable === 'soon' ? [DURABLE_SOON] : [])] : [];
        const after = stage === 'open' && last ? [COMMIT] : [];
        if (!last) stage = 'open';
        const results = await send(client, [...before, ...turn.value, ...after]);
        if (last) stage = 'over';
        turn = unit.next(results.slice(before.length, results.length - after.length));
      }
      if (stage === 'open') await send(client, [COMMIT]);
      return turn.value;
    } catch (error) {
      // What could not be undone is undone with its connection.
      if (stage === 'open') await send(client, [ROLLBACK]).catch(() => void spoilt.add(client));
      if (error instanceof Undo && stage !== 'over') return (error as Undo<Result>).verdict;
      throw error;
    }
  }

  /** Does something with a connection, again where it crossed with others. */
  async function withClient<Result>(once: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    const client = await pool.connect();
    let sound = true;
    try {
      for (let round = 1; ; round += 1) {
        try {
          return await once(client);
        } catch (error) {
          const crossed = CROSSED.has(codeOf(error));
          if (round === ATTEMPTS || !(crossed || wasForgotten(error))) throw error;
          if (crossed) await wait(pause(round));
        }
      }
    } catch (error) {
      sound = isSound(error);
      throw error;
    } finally {
      client.release(!sound || spoilt.has(client));
    }
  }

  const together = askingTogether((steps) => withClient((client) => send(client, steps)));

  return {
    dialect: 'postgres',
    read: (work) => withClient((client) => asking((steps) => send(client, steps), work)),
    lookUp: (work) => asking(together, work),
    transaction: (work, durable) => withClient((client) => attempt(client, work, durable)),

    async migrate(migrations, now) {
      const client = new pg.Client(patient);
      client.on('error', () => undefined);
      await client.connect();
      try {
        await client.query('BEGIN');
        await client.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
        await client.query(
          'CREATE TABLE IF NOT EXISTS mfa_migrations (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)',
        );
        const { rows } = await client.query<{ name: string }>('SELECT name FROM mfa_migrations');
        const applied = new Set(rows.map((row) => row.name));
        const missing = migrations.filter(({ name }) => !applied.has(name));
        for (const migration of missing) {
          await client.query(scriptFor('postgres', migration));
          await client.query('INSERT INTO mfa_migrations (name, applied_at) VALUES ($1, $2)', [
            migration.name,
            now,
          ]);
        }
        await client.query('COMMIT');
        return missing.map(({ name }) => name);
      } finally {
        // What was not committed is undone with the connection.
        await client.end();
      }
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
