import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { pino } from 'pino';
import type { Housekeeping } from '../store/store.ts';
import type { WebhookLane } from '../notifications/webhooks/webhooks.ts';
import type { JobStore, Run } from './jobs.store.ts';
import { createJobs, type Jobs } from './jobs.ts';

const START = Date.UTC(2026, 0, 15, 12);

/** Lets everything go on that can go on without a timer. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the jobs', () => {
  let deliveries: (PromiseWithResolvers<number> & { readonly goOn: () => boolean })[];
  let sweeps: { readonly now: number; readonly done: PromiseWithResolvers<number> }[];
  let forgotten: number[];
  let reminded: number[];
  let log: string[];

  beforeEach(() => {
    deliveries = [];
    sweeps = [];
    forgotten = [];
    reminded = [];
    log = [];
    mock.timers.enable({ apis: ['setInterval', 'setTimeout'] });
  });
  afterEach(() => mock.timers.reset());

  const jobsOf = (withOutbox = true, lanes: readonly WebhookLane[] = []): Jobs =>
    createJobs({
      outbox: withOutbox
        ? {
            deliverDue(goOn = () => true) {
              const next = { ...Promise.withResolvers<number>(), goOn };
              deliveries.push(next);
              return next.promise;
            },
          }
        : undefined,
      lanes,
      recoveries: undefined,
      reminders: { remindDue: () => Promise.resolve(void reminded.push(START)) },
      store: {
        sweep(now: number) {
          const done = Promise.withResolvers<number>();
          sweeps.push({ now, done });
          return done.promise;
        },
        beginRun: (_: string, { now }: Run) => Promise.resolve(now),
        endRun: () => Promise.resolve(),
      } as unknown as Housekeeping & JobStore,
      keeping: { sweep: (now) => Promise.resolve(forgotten.push(now)) },
      clock: { now: () => START },
      logger: pino({ level: 'error' }, { write: (line: string) => void log.push(line) }),
    });

  it('run once when asked: first who is to be reminded, then what is to be delivered, then the sweeping, then the audit that is too old, by the clock that was given', async () => {
    const due = jobsOf().runDue();
    await settled();
    assert.deepEqual([reminded.length, deliveries.length, sweeps.length], [1, 1, 0]);
    deliveries[0]!.resolve(3);
    await settled();
    assert.deepEqual(
      sweeps.map(({ now }) => now),
      [START],
    );
    assert.deepEqual(forgotten, []);
    sweeps[0]!.done.resolve(0);
    await due;
    assert.deepEqual(forgotten, [START]);
  });

  it('sweep alone where there is no mailer', async () => {
    const due = jobsOf(false).runDue();
    await settled();
    sweeps[0]!.done.resolve(0);
    await due;
    assert.equal(deliveries.length, 0);
  });

  it('run again and again once started, mails every two seconds and sweeping every ten minutes', async () => {
    const jobs = jobsOf();
    jobs.start();
    assert.equal(deliveries.length, 0);
    for (let second = 1; second <= 6; second += 1) {
      mock.timers.tick(1_000);
      deliveries.at(-1)?.resolve(0);
      await settled();
    }
    assert.equal(deliveries.length, 3);
    assert.equal(sweeps.length, 0);
    mock.timers.tick(600_000 - 6_000);
    await settled();
    assert.equal(sweeps.length, 1);
    sweeps[0]!.done.resolve(0);
    deliveries.at(-1)!.resolve(0);
    await jobs.stop();
  });

  it('never overlap: a slow mail server does not pile up workers', async () => {
    const jobs = jobsOf();
    jobs.start();
    mock.timers.tick(60_000);
    const due = jobs.runDue();
    await settled();
    assert.equal(deliveries.length, 1);
    deliveries[0]!.resolve(0);
    await settled();
    mock.timers.tick(2_000);
    assert.equal(deliveries.length, 2, 'and go on when it is done');
    deliveries[1]!.resolve(0);
    sweeps[0]!.done.resolve(0);
    await Promise.all([due, jobs.stop()]);
  });

  it('are not started twice', async () => {
    const jobs = jobsOf();
    jobs.start();
    jobs.start();
    mock.timers.tick(2_000);
    deliveries[0]!.resolve(0);
    await settled();
    assert.equal(deliveries.length, 1);
    await jobs.stop();
  });

  it('go on after a failure, which is logged and not thrown', async () => {
    const jobs = jobsOf();
    const due = jobs.runDue();
    await settled();
    deliveries[0]!.reject(new Error('no database'));
    await settled();
    sweeps[0]!.done.reject(new Error('no database'));
    await due;
    const lines = log.map((line) => JSON.parse(line) as { job: string; err: { message: string } });
    assert.deepEqual(
      lines.map(({ job, err }) => [job, err.message]),
      [
        ['deliver', 'no database'],
        ['sweep', 'no database'],
      ],
    );
    jobs.start();
    mock.timers.tick(2_000);
    assert.equal(deliveries.length, 2);
    deliveries[1]!.resolve(0);
    await jobs.stop();
  });

  it('stop only when what was running has ended', async () => {
    const jobs = jobsOf();
    jobs.start();
    mock.timers.tick(2_000);
    let stopped = false;
    const stopping = jobs.stop().then(() => (stopped = true));
    await settled();
    assert.equal(stopped, false);
    deliveries[0]!.resolve(0);
    await stopping;
    mock.timers.tick(3_600_000);
    assert.deepEqual([deliveries.length, sweeps.length], [1, 0], 'and nothing begins afterwards');
  });

  it('tell the mails to break off between two of them: nobody who closes the kit waits for a whole backlog', async () => {
    const jobs = jobsOf();
    jobs.start();
    mock.timers.tick(2_000);
    assert.equal(deliveries[0]!.goOn(), true);
    const stopping = jobs.stop();
    assert.equal(deliveries[0]!.goOn(), false);
    deliveries[0]!.resolve(0);
    await stopping;
  });

  it('are given up and run again when they never end, which is logged; a run that was given up begins nothing more', async () => {
    const jobs = jobsOf();
    jobs.start();
    mock.timers.tick(2_000);
    mock.timers.tick(599_999);
    await settled();
    assert.deepEqual([deliveries.length, deliveries[0]!.goOn(), log], [1, true, []]);
    mock.timers.tick(1);
    await settled();
    assert.match(log.join(), /"job":"deliver","milliseconds":600000,"msg":"job hangs; it runs again"/);
    assert.equal(deliveries[0]!.goOn(), false);
    mock.timers.tick(2_000);
    assert.deepEqual([deliveries.length, deliveries[1]!.goOn()], [2, true]);
    deliveries[0]!.resolve(0);
    await settled();
    mock.timers.tick(2_000);
    assert.equal(deliveries.length, 2, 'the end of what was given up frees nobody for a second one');
    deliveries[1]!.resolve(0);
    sweeps[0]!.done.resolve(0);
    await jobs.stop();
  });

  it('stop only when the sweeping that follows a running delivery has ended, too', async () => {
    const jobs = jobsOf();
    const due = jobs.runDue();
    let stopped = false;
    const stopping = jobs.stop().then(() => (stopped = true));
    await settled();
    deliveries[0]!.resolve(0);
    await settled();
    assert.deepEqual([sweeps.length, stopped], [1, false]);
    sweeps[0]!.done.resolve(0);
    await Promise.all([due, stopping]);
  });

  describe('of webhooks', () => {
    /** An endpoint of which each run is ended by the test. */
    function laneTo(endpoint: string) {
      const runs: { readonly goOn: () => boolean; readonly done: PromiseWithResolvers<number> }[] = [];
      const lane: WebhookLane = {
        endpoint,
        deliverDue(goOn = () => true) {
          const done = Promise.withResolvers<number>();
          runs.push({ goOn, done });
          return done.promise;
        },
      };
      return { lane, runs };
    }

    it('are one for each endpoint: a slow one holds up neither the others nor the mails', async () => {
      const [slow, quick] = [laneTo('slow'), laneTo('quick')];
      const jobs = jobsOf(true, [slow.lane, quick.lane]);
      jobs.start();
      for (let round = 1; round <= 3; round += 1) {
        mock.timers.tick(2_000);
        assert.deepEqual([slow.runs.length, quick.runs.length, deliveries.length], [1, round, round]);
        quick.runs.at(-1)!.done.resolve(0);
        deliveries.at(-1)!.resolve(0);
        await settled();
      }
      slow.runs[0]!.done.resolve(0);
      await jobs.stop();
    });

    it('begin no more deliveries once the jobs are to stop, and those under way are waited for', async () => {
      const { lane, runs } = laneTo('one');
      const jobs = jobsOf(true, [lane]);
      jobs.start();
      mock.timers.tick(2_000);
      deliveries[0]!.resolve(0);
      assert.equal(runs[0]!.goOn(), true);
      let stopped = false;
      const stopping = jobs.stop().then(() => (stopped = true));
      await settled();
      assert.deepEqual([runs[0]!.goOn(), stopped], [false, false]);
      runs[0]!.done.resolve(0);
      await stopping;
    });

    it('tell in the log which endpoint a run failed for, and run again', async () => {
      const { lane, runs } = laneTo('hooks.example.com#abc');
      const jobs = jobsOf(false, [lane]);
      const due = jobs.runDue();
      await settled();
      runs[0]!.done.reject(new Error('no database'));
      await settled();
      sweeps[0]!.done.resolve(0);
      await due;
      assert.match(log.join(), /"job":"webhooks to hooks\.example\.com#abc"/);
      const again = jobs.runDue();
      await settled();
      assert.equal(runs.length, 2);
      runs[1]!.done.resolve(0);
      await settled();
      sweeps[1]!.done.resolve(0);
      await again;
    });
  });

  it('stop at once when they were never started', async () => {
    await jobsOf().stop();
    assert.deepEqual([deliveries.length, sweeps.length], [0, 0]);
  });
});
