import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ACCOUNT_LIMIT,
  ADDRESS_LIMIT,
  ATTEMPTS_PER_PENDING_SIGN_IN,
  FAILURES_PER_FACTOR,
  nextClosing,
} from './limits.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = 1_768_478_405_000;

describe('The limits', () => {
  it('are those of the security rules (L1, L2, L4)', () => {
    assert.equal(ATTEMPTS_PER_PENDING_SIGN_IN, 5);
    assert.deepEqual({ ...ACCOUNT_LIMIT, name: '' }, { name: '', attempts: 10, window: 15 * MINUTE });
    assert.equal(FAILURES_PER_FACTOR, 30);
    assert.deepEqual({ ...ADDRESS_LIMIT, name: '' }, { name: '', attempts: 20, window: 5 * MINUTE });
    assert.notEqual(ACCOUNT_LIMIT.name, ADDRESS_LIMIT.name);
  });
});

describe('The wait of a closed account (L1)', () => {
  it('is fifteen minutes, then twice as long each time, an hour at most', () => {
    let last = { closedUntil: 0, closures: 0 };
    let now = NOW;
    const waits = [];
    for (let round = 0; round < 6; round += 1) {
      last = nextClosing(now, last);
      waits.push((last.closedUntil - now) / MINUTE);
      now = last.closedUntil + MINUTE;
    }
    assert.deepEqual(waits, [15, 30, 60, 60, 60, 60]);
  });

  it('begins anew a day after the last closing ended, not a moment before', () => {
    const before = { closedUntil: NOW, closures: 3 };
    assert.deepEqual(nextClosing(NOW + DAY, before), { closedUntil: NOW + DAY + 60 * MINUTE, closures: 4 });
    assert.deepEqual(nextClosing(NOW + DAY + 1, before), {
      closedUntil: NOW + DAY + 1 + 15 * MINUTE,
      closures: 1,
    });
  });

  it('stays a number after any count of closings', () => {
    assert.equal(nextClosing(NOW, { closedUntil: NOW, closures: 5000 }).closedUntil, NOW + 60 * MINUTE);
  });
});
