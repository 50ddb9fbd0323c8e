import assert from 'node:assert/strict';
import pg from 'pg';

/** A barrier inside PostgreSQL: it holds back everybody who wants what it has locked, from whatever process. */
export interface Gate {
  /** Settles when so many are waiting in front of it, and never for those who wait for somebody else. */
  reached(waiting: number): Promise<void>;
  open(): Promise<void>;
}

/** Longest time, in looks, that contenders may take to arrive; each look is a round trip. */
const MOST_LOOKS = 20_000;

/** Who waits for this connection, or for somebody who does: a row's second contender queues behind the first. */
const WAITING = `WITH RECURSIVE queue(pid) AS (
    SELECT pg_backend_pid()
    UNION SELECT a.pid FROM pg_stat_activity a JOIN queue ON queue.pid = ANY (pg_blocking_pids(a.pid))
    WHERE a.datname = current_database() AND a.wait_event_type = 'Lock')
  SELECT count(*) - 1 AS waiting FROM queue`;

/** @param lock The statement that takes what the contenders will want. */
export async function closeGate(url: string, lock: string, ...parameters: string[]): Promise<Gate> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('BEGIN');
  await client.query(lock, parameters);
  return {
    async reached(waiting) {
      for (let look = 0; look < MOST_LOOKS; look += 1) {
        // Seen within a transaction, the statistics stand still unless they are asked for anew.
        await client.query('SELECT pg_stat_clear_snapshot()');
        const { rows } = await client.query<{ waiting: string }>(WAITING);
        if (Number(rows[0]?.waiting) >= waiting) return;
      }
      assert.fail(`fewer than ${waiting} contenders came to the gate`);
    },
    async open() {
      await client.query('COMMIT');
      await client.end();
    },
  };
}

/** Lets readers through, and holds back SELECT … FOR UPDATE and every change. */
export const closeTables = (url: string, tables: readonly string[]): Promise<Gate> =>
  closeGate(url, `LOCK TABLE ${tables.join(', ')} IN EXCLUSIVE MODE`);

/**
 * Starts contenders in front of a closed gate and opens it when so many have arrived; a gate never stays closed after a failure.
 *
 * @returns what they answered.
 */
export async function throughGate<Answer>(
  gate: Gate,
  waiting: number,
  start: () => Promise<Answer>,
): Promise<Answer> {
  const running = start();
  const early = running.then(() => assert.fail('the contenders went past the gate'));
  try {
    await Promise.race([gate.reached(waiting), early]);
  } finally {
    early.catch(() => undefined);
    await gate.open();
  }
  return running;
}
