import type { RecoveryWork } from '../account-recovery/recovery-work.ts';
import type { Keeping } from '../activity/keeping.ts';
import type { Clock } from '../ports/clock.ts';
import type { Outbox } from '../notifications/outbox.ts';
import type { Reminders } from '../policy/reminders.ts';
import type { WebhookLane } from '../notifications/webhooks/webhooks.ts';
import type { Log } from '../ports/log.ts';
import { newId } from '../secrets/ids.ts';
import type { Housekeeping } from '../store/store.ts';
import type { JobStore } from './jobs.store.ts';

const RECOVER_EVERY = 2_000;
const REMIND_EVERY = 60_000;
const DELIVER_EVERY = 2_000;
const SWEEP_EVERY = 600_000;
/** A run that has not ended by then waits for something that may never come, and its job runs anew. */
const LONGEST_RUN = 600_000;
/**
 * The time by which a job deletes what is old goes on by at most this much with each run (decision 0027): a clock that was set far ahead
 * deletes little until somebody sets it right, and what was switched off for long comes to what is due by itself.
 */
const PACE = 7_200_000;
const DAY = 86_400_000;
/** From here on it is told: nobody's jobs are so late in everyday life. */
const FAR_BEHIND = DAY;

/**
 * Work that no request waits for: going on with account recoveries, reminding of what policy asks, delivering mail and
 * webhooks, sweeping away what has ended, forgetting what is old. It may run in each process, or in one of its own.
 */
export interface Jobs {
  start(): void;
  /** Runs what is due, once, and settles when it is done. */
  runDue(): Promise<void>;
  /** Settles when what was running has ended; what waits to be delivered stays for the next time. */
  stop(): Promise<void>;
}

/** @param goOn Whether the run is to go on; asked between one thing and the next. */
type Work = (goOn: () => boolean) => Promise<unknown>;

/** @param reached The time by which what is old is judged, never later than `now`. */
type Housework = (reached: number, now: number) => Promise<unknown>;

export function createJobs(ports: {
  outbox: Outbox | undefined;
  lanes: readonly WebhookLane[];
  recoveries: RecoveryWork | undefined;
  reminders: Reminders;
  store: Housekeeping & JobStore;
  keeping: Keeping;
  clock: Clock;
  logger: Log;
}): Jobs {
  const { outbox, recoveries, reminders, store, keeping, clock, logger } = ports;
  const timers: NodeJS.Timeout[] = [];
  const running = new Set<Promise<unknown>>();
  let stopping = false;

  /** Runs a job once, and settles when it has ended, or was given up for having run too long. */
  async function run(name: string, work: Work): Promise<void> {
    let givenUp = false;
    const ended = work(() => !stopping && !givenUp).catch((error: unknown) => {
      logger.error({ err: error, job: name }, 'job failed; it runs again');
    });
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        givenUp = true;
        logger.error({ job: name, milliseconds: LONGEST_RUN }, 'job hangs; it runs again');
        resolve();
      }, LONGEST_RUN);
    });
    await Promise.race([ended, tooLong]);
    clearTimeout(timer);
  }

  /** One run of each job at a time: a slow mail server must not pile up workers. */
  function exclusively(name: string, work: Work): () => Promise<void> {
    let current: Promise<void> | undefined;
    return () => {
      current ??= run(name, work).finally(() => {
        if (current) running.delete(current);
        current = undefined;
      });
      running.add(current);
      return current;
    };
  }

  /** The same, and one of each at a time over all processes: it looks at everybody's, and there is nothing to share. */
  const alone = (name: string, work: Housework): (() => Promise<void>) =>
    exclusively(name, async () => {
      const run = newId();
      const now = clock.now();
      const reached = await store.beginRun(name, { run, now, until: now + LONGEST_RUN, pace: PACE });
      if (reached === undefined) return;
      try {
        await work(reached, now);
      } finally {
        await store.endRun(name, run);
      }
    });

  /** What deletes what is old, and tells when it begins to be far behind the clock, and when it has come up with it. */
  function housework(name: string, work: Housework): () => Promise<void> {
    let isFarBehind = false;
    return alone(name, (reached, now) => {
      const behind = now - reached;
      if (!isFarBehind && behind > FAR_BEHIND) {
        isFarBehind = true;
        const daysBehind = Math.round(behind / DAY);
        logger.warn({ job: name, daysBehind }, 'house-keeping is far behind the clock, and goes on slowly');
      } else if (isFarBehind && behind === 0) {
        isFarBehind = false;
        logger.info({ job: name }, 'house-keeping has come up with the clock');
      }
      return work(reached, now);
    });
  }

  const recover = recoveries && exclusively('recover', () => recoveries.runDue());
  const remind = alone('remind', () => reminders.remindDue());
  const deliver = exclusively('deliver', (goOn) => outbox?.deliverDue(goOn) ?? Promise.resolve());
  // A job for each endpoint, beside the mails: none waits for the other.
  const lanes = ports.lanes.map((lane) =>
    exclusively(`webhooks to ${lane.endpoint}`, (goOn) => lane.deliverDue(goOn)),
  );
  const sweep = housework('sweep', (reached) => store.sweep(reached));
  const forget = housework('forget', (reached, now) => keeping.sweep(reached, now));

  return {
    start() {
      if (timers.length > 0) return;
      for (const [job, every] of [
        ...(recover ? ([[recover, RECOVER_EVERY]] as const) : []),
        [remind, REMIND_EVERY],
        [deliver, DELIVER_EVERY],
        ...lanes.map((lane) => [lane, DELIVER_EVERY] as const),
        [sweep, SWEEP_EVERY],
        [forget, SWEEP_EVERY],
      ] as const) {
        const timer = setInterval(() => void job(), every);
        timer.unref();
        timers.push(timer);
      }
    },

    async runDue() {
      // First, so that the mails that they cause go out in the same run.
      if (recover) await recover();
      await remind();
      await Promise.all([deliver(), ...lanes.map((lane) => lane())]);
      await sweep();
      await forget();
    },

    async stop() {
      for (const timer of timers.splice(0)) clearInterval(timer);
      stopping = true;
      // A run asked for by `runDue` goes on to its next job when one ends.
      while (running.size > 0) await Promise.all(running);
      stopping = false;
    },
  };
}
