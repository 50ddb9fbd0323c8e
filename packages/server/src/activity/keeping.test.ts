import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SweepOrder } from './activity.store.ts';
import { createKeeping } from './keeping.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const DAY = 86_400_000;

/** Keeps an audit from which so much can be swept, and of which months can be let go of unless somebody is in the way. */
function keepingOf(rows: number, inTheWay?: Error) {
  const orders: SweepOrder[] = [];
  const months: (readonly number[])[] = [];
  let left = rows;
  const store = {
    sweepActivity(order: SweepOrder) {
      orders.push(order);
      const swept = Math.min(left, order.most);
      left -= swept;
      return Promise.resolve(swept);
    },
    keepMonths(...asked: readonly [now: number, deleteUntil: number]) {
      months.push(asked);
      return inTheWay ? Promise.reject(inTheWay) : Promise.resolve({ made: 1, dropped: 1 });
    },
  };
  const keeping = createKeeping(store, { retention: 397 * DAY, sample: 0.1 });
  return { sweep: () => keeping.sweep(NOW, NOW), orders, months };
}

describe('Keeping the audit', () => {
  it('sweeps batch by batch until nothing is left, and says how much it was', async () => {
    const { sweep, orders } = keepingOf(1_234);
    assert.equal(await sweep(), 1_234);
    assert.equal(orders.length, 4);
  });

  it('ends after so many batches, and goes on the next time', async () => {
    const { sweep, orders } = keepingOf(70_000);
    assert.equal(await sweep(), 50_000);
    assert.equal(orders.length, 100);
    assert.equal(await sweep(), 20_000);
    assert.equal(await sweep(), 0);
  });

  it('makes months ready and lets go of those that are past by the same retention', async () => {
    const { sweep, months } = keepingOf(0);
    await sweep();
    assert.deepEqual(months, [[NOW, NOW - 397 * DAY]]);
  });

  it('sweeps all the same when a month cannot be let go of now, and tells of it', async () => {
    const inTheWay = new Error('somebody reads the audit');
    const { sweep, orders } = keepingOf(1_234, inTheWay);
    await assert.rejects(sweep(), inTheWay);
    assert.equal(orders.length, 4);
  });

  it('forgets what is older than the retention, and samples what was in the feed for ninety days', async () => {
    const { sweep, orders } = keepingOf(0);
    await sweep();
    assert.deepEqual(orders, [
      { deleteUntil: NOW - 397 * DAY, sampleUntil: NOW - 90 * DAY, sample: 0.1, now: NOW, most: 500 },
    ]);
  });
});
