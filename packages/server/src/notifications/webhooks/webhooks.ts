import type { Clock } from '../../ports/clock.ts';
import type { Tracing } from '../../operating/tracing.ts';
import type { Log } from '../../ports/log.ts';
import type { Network } from '../../ports/network.ts';
import { waitAfter } from '../outbox.ts';
import { post, type Target } from './post.ts';
import { signatureOf } from './signature.ts';
import { webhookEvent, type ReportedEvent } from './webhook-event.ts';
import type { ClaimedWebhook, WebhookStore, WebhookSubscription } from './webhooks.store.ts';

const MINUTE = 60_000;
/** How long one worker has a delivery to itself. Longer than a call may take, so that a slow receiver does not make two of one. */
const CLAIM = MINUTE;
/** With waits that double from a minute to an hour, a receiver may be away for three days before a delivery is given up. */
const ATTEMPTS = 78;
/** So many at once to one endpoint; other endpoints have workers of their own. */
const WORKERS = 4;
/** What no process has asked for so long is not configured any more. A process that is stopped over night asks for it again. */
const STALE = 24 * 60 * MINUTE;
const SUBSCRIBE_EVERY = MINUTE;
/** What a receiver says that does not want to hear of it again. */
const GONE = 410;

/** Where events go, what is asked for there, and what they are signed with. */
export interface WebhookEndpoint extends Target, WebhookSubscription {
  /** The newest first. */
  readonly keys: readonly Uint8Array[];
}

/** Delivers to one endpoint. */
export interface WebhookLane {
  /** Names the endpoint; its address may be a secret in itself. */
  readonly endpoint: string;
  /**
   * Delivers everything that is due.
   *
   * @param goOn Asked before each delivery.
   * @returns how many were taken by the receiver.
   */
  deliverDue(goOn?: () => boolean): Promise<number>;
}

/** Tells the host's other servers what happened. */
export interface Webhooks {
  /** Tells the database who asks for what. What no process repeats is forgotten, so it is repeated until `stop`. */
  start(): Promise<void>;
  /** Settles when the database is left alone. */
  stop(): Promise<void>;
  /** One for each endpoint, so that a slow receiver holds up nobody but itself. */
  readonly lanes: readonly WebhookLane[];
}

export function createWebhooks(ports: {
  store: WebhookStore;
  endpoints: readonly WebhookEndpoint[];
  network: Network;
  clock: Clock;
  logger: Log;
  tracing?: Tracing | undefined;
}): Webhooks {
  const { store, endpoints, network, clock, logger, tracing } = ports;

  function call(endpoint: WebhookEndpoint, event: ReportedEvent): Promise<number> {
    const envelope = webhookEvent(event);
    const body = JSON.stringify(envelope);
    const signed = { id: envelope.id, timestamp: String(Math.floor(clock.now() / 1_000)), body };
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'mfa-kit',
      'webhook-id': signed.id,
      'webhook-timestamp': signed.timestamp,
      'webhook-signature': signatureOf(signed, endpoint.keys),
    };
    const send = (): Promise<number> => post(endpoint, headers, body, network);
    if (!tracing) return send();
    // By its name: an address may be a secret in itself.
    const attributes = { 'mfa.webhook.endpoint': endpoint.endpoint };
    return tracing.outgoing('mfa.webhook POST', attributes, send, (status) => ({
      'http.response.status_code': status,
    }));
  }

  /** @returns why it was not taken, and whether there is no use in trying again. */
  async function tried(
    endpoint: WebhookEndpoint,
    { event }: ClaimedWebhook,
  ): Promise<{ error: string; final: boolean } | undefined> {
    if (!event) return { error: 'the event is not kept any more', final: true };
    try {
      const status = await call(endpoint, event);
      return status >= 200 && status <= 299
        ? undefined
        : { error: `answered ${status}`, final: status === GONE };
    } catch (error) {
      return { error: error instanceof Error ? error.message : 'unknown', final: false };
    }
  }

  async function deliver(endpoint: WebhookEndpoint, claimed: ClaimedWebhook): Promise<boolean> {
    const failure = await tried(endpoint, claimed);
    const now = clock.now();
    if (!failure) {
      await store.webhookSent(claimed, now);
      return true;
    }
    const { attempts } = claimed;
    const { error, final } = failure;
    const name = endpoint.endpoint;
    logger.warn({ endpoint: name, event: claimed.event?.event, attempts, error }, 'webhook not delivered');
    const next = final || attempts >= ATTEMPTS ? { givenUpAt: now } : { retryAt: now + waitAfter(attempts) };
    await store.webhookFailed(claimed, next, error);
    return false;
  }

  const laneTo = (endpoint: WebhookEndpoint): WebhookLane => ({
    endpoint: endpoint.endpoint,
    async deliverDue(goOn = () => true) {
      let taken = 0;
      const work = async (): Promise<void> => {
        while (goOn()) {
          const now = clock.now();
          const claimed = await store.claimWebhook(endpoint.endpoint, now, now + CLAIM);
          if (!claimed) return;
          if (await deliver(endpoint, claimed)) taken += 1;
        }
      };
      // All of them have ended before an error is thrown: nobody goes on behind the back of whoever asked.
      const ended = await Promise.allSettled(Array.from({ length: WORKERS }, work));
      for (const outcome of ended) if (outcome.status === 'rejected') throw outcome.reason;
      return taken;
    },
  });

  async function subscribe(): Promise<void> {
    const now = clock.now();
    const forgotten = await store.subscribeWebhooks(endpoints, now, now - STALE);
    if (forgotten.length > 0) logger.warn({ forgotten }, 'webhooks that nobody asks for any more');
  }

  let timer: NodeJS.Timeout | undefined;
  let repeating = Promise.resolve();

  return {
    async start() {
      await subscribe();
      timer = setInterval(() => {
        repeating = repeating.then(subscribe).catch((error: unknown) => {
          logger.error({ err: error }, 'webhooks could not be asked for; it is tried again');
        });
      }, SUBSCRIBE_EVERY).unref();
    },
    stop() {
      clearInterval(timer);
      return repeating;
    },
    lanes: endpoints.map(laneTo),
  };
}
