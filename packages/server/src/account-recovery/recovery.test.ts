import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addressesDigest, createRecoveryTimes, type Recovery } from './recovery.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 0, 15, 12);
const user = { id: 'user-ada', name: 'ada', displayName: 'Ada', emails: ['ada@example.com'] };

describe('The times of an account recovery', () => {
  const times = createRecoveryTimes(72 * HOUR);
  const waiting = (now = NOW): Recovery => ({
    ...times.requested('r-1', user, now),
    ...times.opened(now),
  });

  it('are an hour for the first link, then the wait, then a day for the last link (R1)', () => {
    assert.equal(times.requested('r-1', user, NOW).expiresAt, NOW + HOUR);
    const opened = times.opened(NOW);
    assert.deepEqual([opened.readyAt, opened.expiresAt], [NOW + 3 * DAY, NOW + 4 * DAY]);
    assert.equal(times.ready(NOW).expiresAt, NOW + DAY);
  });

  it('remind once a day, and after days without a running job once, too', () => {
    const recovery = waiting();
    assert.equal(recovery.dueAt, NOW + DAY);
    assert.equal(times.reminded(recovery, NOW + DAY).dueAt, NOW + 2 * DAY);
    assert.equal(times.reminded(recovery, NOW + 2 * DAY + 5 * HOUR).dueAt, NOW + 3 * DAY);
    assert.equal(times.reminded(recovery, NOW + 3 * DAY - 1).dueAt, NOW + 3 * DAY);
  });

  it('always come to the end of the wait, by steps of a day at most, whatever the wait is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 24, max: 720 }), (hours) => {
        const some = createRecoveryTimes(hours * HOUR);
        let recovery: Recovery = { ...some.requested('r-1', user, NOW), ...some.opened(NOW) };
        let steps = 0;
        while (recovery.dueAt < recovery.readyAt!) {
          const moved = some.reminded(recovery, recovery.dueAt);
          assert.ok(moved.dueAt > recovery.dueAt && moved.dueAt - recovery.dueAt <= DAY);
          recovery = { ...recovery, ...moved };
          steps += 1;
        }
        assert.equal(recovery.dueAt, NOW + hours * HOUR);
        assert.equal(steps, Math.ceil(hours / 24) - 1);
      }),
    );
  });

  it('tell what is true by the clock, whether or not a job has run', () => {
    const recovery = waiting();
    const status = (at: number, change: Partial<Recovery> = {}): string =>
      times.statusAt({ ...recovery, ...change }, at);
    assert.equal(status(NOW + 3 * DAY - 1), 'waiting');
    assert.equal(status(NOW + 3 * DAY), 'ready');
    assert.equal(status(NOW + 9 * DAY), 'ready', 'the last link has not gone out, so it cannot have expired');
    assert.equal(status(NOW + 4 * DAY - 1, { status: 'ready' }), 'ready');
    assert.equal(status(NOW + 4 * DAY, { status: 'ready' }), 'expired');
    assert.equal(status(NOW + 9 * DAY, { status: 'cancelled', closedAt: NOW }), 'cancelled');
  });

  it('of a case begin when it is opened; an approval that comes late gives the last link its whole day', () => {
    const opened = times.pendingCase('r-1', user, NOW, false);
    assert.deepEqual(
      [opened.status, opened.readyAt, opened.expiresAt],
      ['pending', NOW + 3 * DAY, NOW + 14 * DAY],
    );
    assert.deepEqual(times.approved(opened, NOW + 30 * HOUR), {
      status: 'waiting',
      expiresAt: NOW + 4 * DAY,
      dueAt: NOW + 2 * DAY,
    });
    assert.deepEqual(times.approved(opened, NOW + 5 * DAY), {
      status: 'waiting',
      expiresAt: NOW + 6 * DAY,
      dueAt: NOW + 5 * DAY,
    });
    assert.equal(times.reminded(opened, NOW + 3 * DAY).dueAt, NOW + 14 * DAY);
  });

  it('of a case without a wait leave nothing to remind of', () => {
    const opened = times.pendingCase('r-1', user, NOW, true);
    assert.deepEqual([opened.readyAt, opened.dueAt], [NOW, NOW + 14 * DAY]);
  });

  it('of a case with the longest wait leave time to decide until it is over', () => {
    const slow = createRecoveryTimes(30 * DAY).pendingCase('r-1', user, NOW, false);
    assert.ok(slow.expiresAt >= slow.readyAt);
  });
});

describe('The digest of addresses', () => {
  it('is the same for the same addresses in any order and any writing, and tells none of them', () => {
    const digest = (...emails: string[]): string => addressesDigest({ ...user, emails });
    assert.equal(digest('a@x.example', 'B@x.example'), digest(' b@X.example ', 'A@x.example'));
    for (const other of [[], ['a@x.example'], ['a@x.example', 'b@x.example', 'c@x.example']])
      assert.notEqual(digest(...other), digest('a@x.example', 'b@x.example'));
    assert.match(digest('a@x.example'), /^[\w-]{43}$/);
  });
});
