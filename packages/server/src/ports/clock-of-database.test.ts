import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { followClock, type FollowingClock } from './clock-of-database.ts';

const NOON = Date.UTC(2026, 0, 15, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** All that can go on without a timer has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('The clock that follows a database (S9)', () => {
  /** The database's clock, and a stopwatch that began somewhere. */
  let database: number;
  let stopwatch: number;
  let asked: number;
  /** How long each way to the database takes. */
  let way: { there: number; back: number };
  let away: boolean;
  let clock: FollowingClock | undefined;

  const pass = (milliseconds: number): void => {
    database += milliseconds;
    stopwatch += milliseconds;
  };
  const measure = (): Promise<number> => {
    asked += 1;
    if (away) return Promise.reject(new Error('away'));
    pass(way.there);
    const told = database;
    pass(way.back);
    return Promise.resolve(told);
  };
  const follow = async (): Promise<{ now: () => number; again: () => Promise<void>; stop: () => void }> => {
    const following = (clock = await followClock(measure, () => stopwatch));
    return {
      now: () => following.now(),
      again: () => following.follow(),
      stop: () => {
        following.stop();
      },
    };
  };

  beforeEach(() => {
    [database, stopwatch, asked, way, away] = [NOON, 123.4, 0, { there: 0, back: 0 }, false];
    mock.timers.enable({ apis: ['setInterval', 'Date'], now: NOON });
  });
  afterEach(() => {
    clock?.stop();
    mock.timers.reset();
  });

  it('tells the database\u2019s time, whatever the machine takes it for: an hour off changes nothing', async () => {
    mock.timers.setTime(NOON + HOUR);
    const { now } = await follow();
    assert.equal(now(), NOON);
    pass(5_000);
    assert.equal(now(), NOON + 5_000);
  });

  it('does not notice that the machine\u2019s clock jumps, forward or back', async () => {
    const { now } = await follow();
    for (const jump of [HOUR, 400 * 24 * HOUR, 0]) {
      mock.timers.setTime(NOON + jump);
      assert.equal(now(), database);
      pass(1_000);
      assert.equal(now(), database);
    }
  });

  it('is measured at start and every minute, and follows where the database\u2019s clock was set', async () => {
    const { now } = await follow();
    const atStart = asked;
    assert.ok(atStart > 0);
    database += HOUR;
    pass(MINUTE - 1);
    mock.timers.tick(MINUTE - 1);
    await settled();
    assert.equal(asked, atStart);
    assert.equal(now(), NOON + MINUTE - 1);
    pass(1);
    mock.timers.tick(1);
    await settled();
    assert.ok(asked > atStart);
    assert.equal(now(), NOON + HOUR + MINUTE);
  });

  it('is right to half of the quickest round trip, and takes no step back for what may be the way', async () => {
    way = { there: 8, back: 2 };
    const { now, again } = await follow();
    assert.ok(Math.abs(now() - database) <= 5);
    const before = now();
    way = { there: 0, back: 10 };
    const from = stopwatch;
    await again();
    assert.equal(now(), Math.floor(before + (stopwatch - from)));
  });

  it('takes the truer measurement when the way gets shorter', async () => {
    way = { there: 80, back: 0 };
    const { now, again } = await follow();
    way = { there: 0, back: 0 };
    await again();
    assert.equal(now(), database);
  });

  it('goes on by its stopwatch while the database is away, and is measured again later', async () => {
    const { now, again } = await follow();
    away = true;
    pass(MINUTE);
    await again();
    assert.equal(now(), NOON + MINUTE);
    away = false;
    database += HOUR;
    await again();
    assert.equal(now(), NOON + MINUTE + HOUR);
  });

  it('is none where the first measurement fails (S8)', async () => {
    away = true;
    await assert.rejects(follow(), /away/);
  });

  it('asks no more once it is stopped', async () => {
    const { stop } = await follow();
    stop();
    const until = asked;
    mock.timers.tick(10 * MINUTE);
    await settled();
    assert.equal(asked, until);
  });
});
