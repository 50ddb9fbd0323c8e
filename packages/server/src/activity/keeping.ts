import type { ActivityFeedStore } from './activity.store.ts';

const DAY = 86_400_000;

/** So long, the least that an audit is kept, every event is in its person's feed; after that, of the second factors that were right only a sample stays. */
const EVERYTHING_KEPT = 90 * DAY;

/** Rows in one transaction: others want to write as well. */
const BATCH = 500;

/** Batches in one run. What is left is for the next one: a process that stops must not wait for a whole year of audit. */
const MOST_BATCHES = 100;

/** Forgets what is old. */
export interface Keeping {
  /**
   * @param reached The time by which it is judged what is old.
   * @param now For which months are made ready.
   * @returns how many events were deleted or chosen to stay.
   */
  sweep(reached: number, now: number): Promise<number>;
}

/**
 * @param settings.retention Milliseconds.
 * @param settings.sample The share of successes that stay, between 0 and 1.
 */
export function createKeeping(
  store: Pick<ActivityFeedStore, 'sweepActivity' | 'keepMonths'>,
  { retention, sample }: { retention: number; sample: number },
): Keeping {
  return {
    async sweep(reached, now) {
      const keeping = {
        deleteUntil: reached - retention,
        sampleUntil: reached - EVERYTHING_KEPT,
        sample,
        now,
        most: BATCH,
      };
      // Whole months first: what goes with one is not deleted event by event. Where that fails, the events go all the same.
      const months = store.keepMonths(now, keeping.deleteUntil);
      await months.catch(() => undefined);
      let sum = 0;
      for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
        const swept = await store.sweepActivity(keeping);
        if (swept === 0) break;
        sum += swept;
      }
      await months;
      return sum;
    },
  };
}
