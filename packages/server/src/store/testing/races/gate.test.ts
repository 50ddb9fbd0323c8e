import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import { inMigratedPostgres } from '../databases.ts';
import { useStore } from '../test-store.ts';
import { closeGate } from './gate.ts';

const TAKE = 'SELECT pg_advisory_xact_lock($1)';

describe('a gate in PostgreSQL', () => {
  const test = useStore(inMigratedPostgres);

  it('is reached by those who wait for it and by those who queue behind them, not by those who wait for somebody else', async () => {
    const elsewhere = await closeGate(test.url, TAKE, '1');
    const gate = await closeGate(test.url, TAKE, '2');
    const order: string[] = [];
    const stranger = taking('1');
    await elsewhere.reached(1);
    const reached = gate.reached(1).then(() => order.push('reached'));
    // A reading that went by anybody who waits would have settled by now.
    for (let look = 0; look < 20; look += 1) await elsewhere.reached(1);
    order.push('contenders');
    const contenders = [taking('2'), taking('2')];
    await reached;
    await gate.reached(2);
    await gate.open();
    await elsewhere.open();
    await Promise.all([stranger, ...contenders]);
    assert.deepEqual(order, ['contenders', 'reached']);
  });

  async function taking(lock: string): Promise<void> {
    const client = new pg.Client(test.url);
    await client.connect();
    await client.query(TAKE, [lock]);
    await client.end();
  }
});
