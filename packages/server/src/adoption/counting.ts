import { setImmediate as otherWork } from 'node:timers/promises';
import type { Keeping } from '../activity/keeping.ts';
import type { AdoptionStore } from './adoption.store.ts';
import { DAY, dayOf } from './days.ts';

/** What happened at the end of a day may be written a little later: a day is over for good when this much of the next one is. */
const SETTLED_AFTER = 10 * 60_000;

/** Days in one run. An installation that is new to this has a year to count, and a process that stops must not wait for all of it. */
const MOST_DAYS = 30;

/**
 * Counts each day once, when it is over, so that nobody has to read the audit of a year for a chart, and forgets the numbers with the audit
 * that they were counted from. Counting comes first: where it fails, the audit stays for the next time.
 *
 * @param keeping Forgets the audit itself.
 * @param retention How long both are kept; milliseconds.
 */
export function countingBefore(keeping: Keeping, store: AdoptionStore, retention: number): Keeping {
  return {
    async sweep(now) {
      const until = dayOf(now - SETTLED_AFTER);
      for (let counted = 0; counted < MOST_DAYS; counted += 1) {
        if ((await store.countNextDay(until)) === undefined) break;
        // A day is a look at every account, in which SQLite lets nobody else do anything.
        await otherWork();
      }
      const forgotten = await store.forgetDays(dayOf(now) - Math.ceil(retention / DAY));
      return forgotten + (await keeping.sweep(now));
    },
  };
}
