import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { createUnderWay } from './under-way.ts';

/** Lets everything go on that can go on without a timer. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('what is under way', () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => {
    mock.timers.reset();
  });

  it('is waited for by everybody who asks, until the last has ended', async () => {
    const underWay = createUnderWay();
    await underWay.none(1_000);
    underWay.begin();
    underWay.begin();
    let gone = 0;
    const waiting = [1, 2].map(() => underWay.none(1_000).then(() => (gone += 1)));
    underWay.end();
    await settled();
    assert.equal(gone, 0);
    underWay.end();
    await Promise.all(waiting);
    assert.equal(gone, 2);
  });

  it('is not waited for any longer than that', async () => {
    const underWay = createUnderWay();
    underWay.begin();
    const none = underWay.none(1_000);
    mock.timers.tick(1_000);
    await none;
  });
});
