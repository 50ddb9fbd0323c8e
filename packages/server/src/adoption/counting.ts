import { setImmediate as otherWork } from 'node:timers/promises';
import type { Keeping } from '../activity/keeping.ts';
import type { AdoptionStore } from './adoption.store.ts';
import { DAY, dayOf } from './days.ts';

/** What happened at the end of a day may be written a little later: a day is over for good when this much of the next one is. */
const SETTLED_AFTER = 10 * 60_000;

/** Days in one run. An installation that is new to this has a year to count, and a process that stops must not wait for all of it. */
const MOST_DAYS = 30;

/** Looks in one run, for the same reason, of some thousand accounts each. The next run goes on where this one came to. */
const MOST_LOOKS = 2_000;

/**
 * Counts each day once, when it is over, so that nobody has to read the audit of a year for a chart, and forgets the numbers with the audit
 * that they were counted from. Counting comes first: where it fails, the audit stays for the next time.
 *
 * @param keeping Forgets the audit itself.
 * @param retention How long both are kept; milliseconds.
 */
export function countingBefore(keeping: Keeping, store: AdoptionStore, retention: number): Keeping {
  return {
    async sweep(reached, now) {
      // Not by a clock that may have jumped: a day that is yet to come would be counted as empty, for good.
      const until = dayOf(reached - SETTLED_AFTER);
      let days = 0;
      for (let looks = 0; looks < MOST_LOOKS && days < MOST_DAYS; looks += 1) {
        const counted = await store.countNextDay(until);
        if (!counted) break;
        if (counted.isCounted) days += 1;
        // SQLite lets nobody else do anything while it looks.
        await otherWork();
      }
      const forgotten = await store.forgetDays(dayOf(reached) - Math.ceil(retention / DAY));
      return forgotten + (await keeping.sweep(reached, now));
    },
  };
}
