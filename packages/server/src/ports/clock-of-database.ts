import type { Clock } from './clock.ts';

/** How often the distance to the database's clock is measured. */
const MEASURED_EVERY = 60_000;
/** Of several measurements the quickest is the truest. */
const SAMPLES = 5;

/** A clock that goes by another one, and has to be stopped. */
export interface FollowingClock extends Clock {
  /** Measures now; where that fails, the clock goes on as it went. */
  follow(): Promise<void>;
  stop(): void;
}

/** What a measurement found: what has to be added to the stopwatch, and by how much that may be wrong. Milliseconds. */
interface Distance {
  readonly offset: number;
  readonly error: number;
}

/**
 * The database's clock (rule S9): all processes on one database agree, and a machine whose clock is wrong, or jumps, changes nothing.
 * Its distance is measured at start and every minute; in between a stopwatch counts, which nobody can set.
 *
 * @param measure Asks the database what time it is, in milliseconds since 1970.
 * @param stopwatch Milliseconds from anywhere; it never goes back.
 * @throws whatever the first measurement throws: without the time, nobody is let in (rule S8).
 */
export async function followClock(
  measure: () => Promise<number>,
  stopwatch: () => number = () => performance.now(),
): Promise<FollowingClock> {
  async function sample(): Promise<Distance> {
    const asked = stopwatch();
    const told = await measure();
    const answered = stopwatch();
    // It was told somewhere between the two.
    return { offset: told - (asked + answered) / 2, error: (answered - asked) / 2 };
  }

  async function distance(): Promise<Distance> {
    let best = await sample();
    for (let count = 1; count < SAMPLES; count += 1) {
      const next = await sample();
      if (next.error < best.error) best = next;
    }
    return best;
  }

  let current = await distance();
  const timer = setInterval(() => void clock.follow(), MEASURED_EVERY);
  timer.unref();

  const clock: FollowingClock = {
    now: () => Math.floor(stopwatch() + current.offset),

    async follow() {
      const found = await distance().catch(() => undefined);
      if (!found) return;
      // Two measurements of the same clock differ by their errors: that is no reason for a step, least of all for one back.
      const differs = Math.abs(found.offset - current.offset) > found.error + current.error;
      if (differs || found.error < current.error) current = found;
    },

    stop: () => {
      clearInterval(timer);
    },
  };
  return clock;
}
