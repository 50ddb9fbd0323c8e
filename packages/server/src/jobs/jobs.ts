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
  const alone = (name: string, work: Work): (() => Promise<void>) =>
    exclusively(name, async (goOn) => {
      const run = newId();
      const now = clock.now();
      if (!(await store.beginRun(name, run, now, now + LONGEST_RUN))) return;
      try {
        await work(goOn);
      } finally {
        await store.endRun(name, run);
      }
    });

  const recover = recoveries && exclusively('recover', () => recoveries.runDue());
  const remind = alone('remind', () => reminders.remindDue());
  const deliver = exclusively('deliver', (goOn) => outbox?.deliverDue(goOn) ?? Promise.resolve());
  // A job for each endpoint, beside the mails: none waits for the other.
  const lanes = ports.lanes.map((lane) =>
    exclusively(`webhooks to ${lane.endpoint}`, (goOn) => lane.deliverDue(goOn)),
  );
  const sweep = alone('sweep', () => store.sweep(clock.now()));
  const forget = alone('forget', () => keeping.sweep(clock.now()));

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
