import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { pino } from 'pino';
import { randomPart } from '../../secrets/ids.ts';
import { inMemory } from '../../store/testing/databases.ts';
import { DAY, HOUR, MINUTE, Person, START } from '../../store/testing/person.ts';
import { useStore } from '../../store/testing/test-store.ts';
import { RECEIVER } from './testing/certificate.ts';
import { networkTo, startReceiver, type Receiver, type WitnessedNetwork } from './testing/receiver.ts';
import { verifyWebhook } from './verify-webhook.ts';
import { createWebhooks, type WebhookEndpoint, type Webhooks } from './webhooks.ts';
import type { WebhookStore } from './webhooks.store.ts';

describe('The webhooks', () => {
  const test = useStore(inMemory);
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  let receiver: Receiver;
  let network: WitnessedNetwork;
  let now: number;
  let log: string[];
  let ada: Person;

  const endpointAt = (path: string, change: Partial<WebhookEndpoint> = {}): WebhookEndpoint => ({
    endpoint: `${RECEIVER}#${path}`,
    url: new URL(`https://${RECEIVER}/${path}`),
    local: false,
    keys: [key],
    prefixes: [''],
    ...change,
  });
  const all = endpointAt('all');
  const webhooksTo = (endpoints: readonly WebhookEndpoint[], store: WebhookStore = test.store): Webhooks =>
    createWebhooks({
      store,
      endpoints,
      network,
      clock: { now: () => now },
      logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
    });
  const askFor = (...endpoints: WebhookEndpoint[]): Promise<unknown> =>
    test.store.subscribeWebhooks(endpoints, now, START);
  const deliver = (endpoint = all, store?: WebhookStore): Promise<number> =>
    webhooksTo([endpoint], store).lanes[0]!.deliverDue();
  const happen = (times = 1): Promise<void> =>
    test.store.recordEntries(
      ada.entriesAt(
        now,
        ...Array.from({ length: times }, () => ({ event: 'auth.totp.added', outcome: 'success' }) as const),
      ),
    );
  const answerWith = (status: number): void => {
    receiver.answer = (response) => {
      response.writeHead(status).end();
    };
  };
  const stored = (): Promise<
    readonly {
      attempts: number;
      last_error: string | null;
      sent_at: number | null;
      given_up_at: number | null;
    }[]
  > =>
    test.rows(
      'SELECT attempts, last_error, sent_at, given_up_at FROM mfa_webhook_deliveries ORDER BY event_id',
    );

  before(async () => {
    receiver = await startReceiver();
  });
  after(() => receiver.stop());

  beforeEach(async () => {
    now = START;
    log = [];
    receiver.received.length = 0;
    answerWith(204);
    network = networkTo(receiver.port);
    ada = new Person(test.store);
    await test.store.subscribeWebhooks([], START, START + 1_000 * DAY);
    await test.store.sweep(START + 1_000 * DAY);
    await askFor(all);
  });

  it('deliver each event once, signed so that verifyWebhook() believes it (B7)', async () => {
    await happen();
    assert.equal(await deliver(), 1);
    assert.equal(await deliver(), 0);
    const [{ headers, body, path } = assert.fail('nothing arrived'), ...more] = receiver.received;
    assert.deepEqual(more, []);
    assert.equal(path, '/all');
    assert.equal(headers['content-type'], 'application/json');
    const event = verifyWebhook({ headers, body, secret, now });
    assert.equal(event?.id, headers['webhook-id']);
    assert.equal(
      verifyWebhook({ headers, body, secret, now: now + 6 * MINUTE }),
      undefined,
      'not replayed later',
    );
  });

  it('say what the audit has of the event, in the form that is documented, and nothing else', async () => {
    await test.store.beginSignIn(ada.start(START, { membership: { workspace: 'acme' } }));
    const [entry] = ada.entriesAt(now, {
      event: 'auth.2fa.failure',
      outcome: 'failure',
      reason: 'wrong',
      method: 'totp',
      factor: { id: 'factor-1', label: 'Ärmel "✓"' },
      details: { purpose: 'sign-in', inARow: 5 },
    });
    await test.store.recordEntries([entry!]);
    await deliver();
    const { event } = entry!;
    assert.deepEqual(JSON.parse(receiver.received[0]!.body), {
      id: randomPart(event.id),
      version: 1,
      type: 'auth.2fa.failure',
      at: '2026-01-15T12:00:00.000Z',
      data: {
        subject: ada.id,
        workspace: 'acme',
        actor: { kind: 'user', id: ada.id },
        outcome: 'failure',
        reason: 'wrong',
        method: 'totp',
        factor: { id: 'factor-1', name: 'Ärmel "✓"' },
        session: event.sessionId ?? null,
        ip: '192.0.2.7',
        userAgent: 'a browser',
        requestId: event.requestId,
        details: { purpose: 'sign-in', inARow: 5 },
      },
    });
  });

  it('are signed with the old secret and the new one while it is exchanged', async () => {
    await happen();
    const fresh = randomBytes(32);
    await deliver({ ...all, keys: [fresh, key] });
    const [{ headers, body } = assert.fail('nothing arrived')] = receiver.received;
    for (const known of [secret, `whsec_${fresh.toString('base64')}`])
      assert.ok(verifyWebhook({ headers, body, secret: known, now }));
  });

  it('wait longer and longer for a receiver that is away, under the same id and signed anew, and lose nothing', async () => {
    await happen();
    answerWith(503);
    for (const minutes of [1, 2, 4, 8]) {
      assert.equal(await deliver(), 0);
      now += minutes * MINUTE - 1;
      assert.equal(await deliver(), 0);
      now += 1;
    }
    assert.equal(receiver.received.length, 4);
    answerWith(200);
    assert.equal(await deliver(), 1);
    assert.deepEqual(await stored(), [{ attempts: 5, last_error: null, sent_at: now, given_up_at: null }]);
    assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1);
    assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size, 5);
    const { headers, body } = receiver.received.at(-1)!;
    assert.ok(verifyWebhook({ headers, body, secret, now }));
  });

  it('are given up after three days of trying, and tried again when an operator says so', async () => {
    await happen();
    // Where nobody listens at all, which is quicker to find out.
    network.addressesOf = () => Promise.reject(new Error('no such name'));
    let rounds = 0;
    for (; (await stored())[0]?.given_up_at === null; rounds += 1) {
      await deliver();
      now += HOUR;
    }
    const [{ given_up_at: givenUpAt, attempts } = assert.fail('nothing is stored')] = await stored();
    assert.equal(attempts, 78);
    const days = (givenUpAt! - START) / DAY;
    assert.ok(days >= 3 && days < 3.5, `${days} days`);
    assert.equal(await deliver(), 0);
    const [listed] = await test.store.listGivenUpWebhooks(1);
    assert.equal(listed?.error, 'no such name');

    network = networkTo(receiver.port);
    assert.equal(await test.store.retryWebhooks(now, listed.id), 1);
    assert.equal(await deliver(), 1);
  });

  it('are given up at once by a receiver that says 410: it does not want to hear of it again', async () => {
    await happen();
    answerWith(410);
    await deliver();
    assert.deepEqual(await stored(), [
      { attempts: 1, last_error: 'answered 410', sent_at: null, given_up_at: START },
    ]);
  });

  it('take a redirect for a failure, and do not follow it (B7)', async () => {
    await happen();
    receiver.answer = (response) => {
      response.writeHead(308, { location: `https://${RECEIVER}/elsewhere` }).end();
    };
    assert.equal(await deliver(), 0);
    assert.equal((await stored())[0]?.last_error, 'answered 308');
    assert.equal(receiver.received.length, 1);
  });

  it('come again under the same id after a process was killed, before or after the receiver had it', async () => {
    await happen();
    const killed = new Error('killed');
    const before: WebhookStore = {
      ...test.store,
      claimWebhook: (...claim) => test.store.claimWebhook(...claim).then(() => Promise.reject(killed)),
    };
    await assert.rejects(deliver(all, before), killed);
    assert.equal(await deliver(), 0, 'still claimed');
    now += MINUTE;
    await assert.rejects(deliver(all, { ...test.store, webhookSent: () => Promise.reject(killed) }), killed);
    assert.equal(receiver.received.length, 1);
    now += MINUTE;
    assert.equal(await deliver(), 1);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    assert.deepEqual([ids.length, new Set(ids).size], [2, 1], 'twice rather than never');
  });

  it('go out by several processes at once, each delivery by one of them', async () => {
    await happen(40);
    const [one, other] = [webhooksTo([all]), webhooksTo([all])];
    const taken = await Promise.all([one, other].map(({ lanes: [lane] }) => lane!.deliverDue()));
    assert.equal(taken[0]! + taken[1]!, 40);
    assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 40);
    assert.equal(receiver.received.length, 40);
  });

  it('go to one endpoint four at a time, and no more', async () => {
    await happen(12);
    let [open, most] = [0, 0];
    const four = Promise.withResolvers<undefined>();
    receiver.answer = (response) => {
      open += 1;
      most = Math.max(most, open);
      if (open === 4) four.resolve(undefined);
      void four.promise.then(() => {
        open -= 1;
        response.writeHead(204).end();
      });
    };
    assert.equal(await deliver(), 12);
    assert.equal(most, 4);
  });

  it('to one endpoint wait for no other: one that answers nothing holds up itself alone', async () => {
    const stuck = endpointAt('stuck');
    const both = webhooksTo([stuck, all]);
    await askFor(stuck, all);
    await happen(6);
    const reached = Promise.withResolvers<undefined>();
    receiver.answer = (response, { url }) => {
      if (url === '/stuck') reached.resolve(undefined);
      else response.writeHead(204).end();
    };
    const waiting = both.lanes[0]!.deliverDue();
    await reached.promise;
    assert.equal(await both.lanes[1]!.deliverDue(), 6);
    await happen();
    assert.equal(await both.lanes[1]!.deliverDue(), 1, 'and again, while the other still waits');
    network.endTime();
    assert.equal(await waiting, 0);
    const errors = await test.rows(
      'SELECT DISTINCT last_error FROM mfa_webhook_deliveries WHERE endpoint = $1 AND last_error IS NOT NULL',
      stuck.endpoint,
    );
    assert.deepEqual(errors, [{ last_error: 'no answer in time' }]);
  });

  it('begin nothing new when they are told to stop', async () => {
    await happen(9);
    let asked = 0;
    const [lane] = webhooksTo([all]).lanes;
    assert.equal(await lane!.deliverDue(() => (asked += 1) <= 4), 4);
    assert.equal(await deliver(), 5);
  });

  it('say when the audit has the event no more', async () => {
    await happen();
    await test.store.sweepActivity({
      deleteUntil: START + MINUTE,
      sampleUntil: START,
      sample: 1,
      now,
      most: 1_000,
    });
    assert.equal(await deliver(), 0);
    assert.equal((await stored())[0]?.last_error, 'the event is not kept any more');
    assert.equal(receiver.received.length, 0);
  });

  it('name an endpoint in the log without its path, which may be a secret in itself (K6)', async () => {
    const hidden = endpointAt('services/hidden-path', { endpoint: `${RECEIVER}#abc` });
    await askFor(hidden);
    await happen();
    answerWith(500);
    await deliver(hidden);
    assert.match(log.join(), /"endpoint":"hooks\.example\.com#abc".*answered 500/);
    assert.doesNotMatch(log.join(), /hidden-path/);
  });
});
