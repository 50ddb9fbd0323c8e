import type { Clock } from '@mfa-kit/server';
import type { Database, Row } from '../database/database.ts';

/**
 * A clock that a tester can move, in every process on the same database at once. What has to be waited for in life (a code's 30 seconds, a
 * recovery's 72 hours) can so be shown in a moment.
 *
 * `now()` cannot wait for the database, so it uses the offset that was read last: `refresh()` is called before each request and each second.
 */
export interface SharedClock extends Clock {
  /** Reads the offset that may have been set by another process. */
  refresh(): Promise<void>;
  /** Moves the clock on from where it stands; a negative number moves it back. */
  advance(seconds: number): Promise<void>;
  /** Sets the distance to the system's clock; 0 is the real time. */
  setOffset(seconds: number): Promise<void>;
  /** Ends the reading in the background. */
  stop(): void;
}

const REFRESH_MILLISECONDS = 1_000;

/** The furthest the clock can be moved in either direction: about a hundred years, so that every time stays a valid date. */
export const FURTHEST_SECONDS = 100 * 366 * 24 * 60 * 60;

/** @param system Where the real time comes from, in milliseconds; for tests. */
export async function sharedClock(database: Database, system: () => number = Date.now): Promise<SharedClock> {
  let offset = 0;

  function take([row]: Row[]): void {
    offset = Number(row?.['offset_milliseconds'] ?? 0);
  }

  async function refresh(): Promise<void> {
    take(await database.run('SELECT offset_milliseconds FROM demo_clock'));
  }

  await refresh();
  // For what runs without a request, such as the kit's jobs. A database that is away is noticed by those who need it.
  const background = setInterval(() => void refresh().catch(() => undefined), REFRESH_MILLISECONDS).unref();

  return {
    now: () => system() + offset,
    refresh,
    async advance(seconds) {
      const furthest = FURTHEST_SECONDS * 1000;
      // One statement: two testers that move the clock at once both move it.
      const moved = await database.run(
        `UPDATE demo_clock SET offset_milliseconds = offset_milliseconds + $1
         WHERE offset_milliseconds + $1 BETWEEN $2 AND $3 RETURNING offset_milliseconds`,
        Math.round(seconds * 1000),
        -furthest,
        furthest,
      );
      if (moved.length === 0) throw new RangeError('The clock cannot be moved by more than a hundred years.');
      take(moved);
    },
    async setOffset(seconds) {
      take(
        await database.run(
          'UPDATE demo_clock SET offset_milliseconds = $1 RETURNING offset_milliseconds',
          Math.round(seconds * 1000),
        ),
      );
    },
    stop: () => {
      clearInterval(background);
    },
  };
}
