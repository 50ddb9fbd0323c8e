import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { pino } from 'pino';
import { inMemory } from '../../store/testing/databases.ts';
import { DAY, MINUTE, Person, START } from '../../store/testing/person.ts';
import { useStore } from '../../store/testing/test-store.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';
import type { WebhookStore } from './webhooks.store.ts';

const ENDPOINT = 'hooks.example.com#abc';

describe('What webhooks ask for', () => {
  const test = useStore(inMemory);
  let now: number;
  let log: string[];
  let running: Webhooks[];

  /** A process with these endpoints. */
  function processWith(names: readonly string[], store: WebhookStore = test.store): Webhooks {
    const webhooks = createWebhooks({
      store,
      endpoints: names.map((endpoint) => ({
        endpoint,
        prefixes: [''],
        url: new URL('https://hooks.example.com/abc'),
        local: false,
        keys: [],
      })),
      network: {
        resolve: () => assert.fail('nothing is delivered'),
        connect: () => assert.fail('nothing is delivered'),
        deadline: () => assert.fail('nothing is delivered'),
      },
      clock: { now: () => now },
      logger: pino({ level: 'warn' }, { write: (line: string) => void log.push(line) }),
    });
    running.push(webhooks);
    return webhooks;
  }
  const started = async (...names: string[]): Promise<Webhooks> => {
    const webhooks = processWith(names);
    await webhooks.start();
    return webhooks;
  };
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  /** Minutes pass, for clocks and timers. */
  async function pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      now += MINUTE;
      mock.timers.tick(MINUTE);
      await settled();
    }
  }
  /** Whether something that happens now is to be delivered to the endpoint. */
  async function isAskedFor(): Promise<boolean> {
    const happening = { event: 'auth.totp.added', outcome: 'success' } as const;
    await test.store.recordEntries(new Person(test.store).entriesAt(now, happening));
    const claimed = await test.store.claimWebhook(ENDPOINT, now, now + MINUTE);
    if (claimed) await test.store.webhookSent(claimed, now);
    return claimed !== undefined;
  }

  beforeEach(async () => {
    now = START;
    log = [];
    running = [];
    await test.store.subscribeWebhooks([], START, START + 1_000 * DAY);
    mock.timers.enable({ apis: ['setInterval'] });
  });
  afterEach(async () => {
    for (const webhooks of running) await webhooks.stop();
    mock.timers.reset();
  });

  it('is repeated by each process that has the endpoint, whether it runs jobs or not', async () => {
    await started(ENDPOINT);
    now += DAY;
    await pass(1);
    await started();
    assert.equal(await isAskedFor(), true);
  });

  it('outlives a day without any process that has the endpoint, and is then forgotten, which is logged', async () => {
    await (await started(ENDPOINT)).stop();
    now += DAY;
    await (await started()).stop();
    assert.deepEqual([await isAskedFor(), log], [true, []]);
    now += 1;
    await started();
    assert.equal(await isAskedFor(), false);
    assert.match(log.join(), /"forgotten":\[\{"endpoint":"hooks\.example\.com#abc","prefix":""\}\]/);
  });

  it('is forgotten by processes that go on running, too', async () => {
    await (await started(ENDPOINT)).stop();
    await started('other.example.com#1');
    now += DAY;
    await pass(2);
    assert.equal(await isAskedFor(), false);
  });

  it('is tried again when the database does not answer', async () => {
    let broken = false;
    const webhooks = processWith([ENDPOINT], {
      ...test.store,
      subscribeWebhooks: (...asked) =>
        broken ? Promise.reject(new Error('no database')) : test.store.subscribeWebhooks(...asked),
    });
    await webhooks.start();
    broken = true;
    now += DAY;
    await pass(1);
    assert.match(log.join(), /no database/);
    broken = false;
    await pass(1);
    await started();
    assert.equal(await isAskedFor(), true);
  });

  it('is repeated no more once it was stopped', async () => {
    const webhooks = await started(ENDPOINT);
    await webhooks.stop();
    await pass(2);
    await started();
    now = START + DAY + 1;
    await pass(1);
    assert.equal(await isAskedFor(), false);
  });
});
