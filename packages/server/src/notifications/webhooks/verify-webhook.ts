import { systemClock } from '../../ports/clock.ts';
import { webhookKey } from '../../secrets/webhook-secret.ts';
import { isSignedWith } from './signature.ts';
import type { WebhookEvent } from './webhook-event.ts';

const FIVE_MINUTES = 300_000;

/** Headers as Node has them, or as `fetch` has them. */
type ReceivedHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

function header(headers: ReceivedHeaders, name: string): string | undefined {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * For whoever receives webhooks: tells whether one came from the kit, unchanged and lately.
 *
 * The same id may come again, when an answer was lost: act on each id once.
 *
 * @param received.body The body as it arrived, before any JSON was read of it.
 * @param received.secret The endpoint's secret, `whsec_…`; several while they are being exchanged.
 * @param received.now Milliseconds since 1970; default: the system's clock.
 * @param received.tolerance How far the time of sending may be from now, in milliseconds; default five minutes. A delivery that
 *   somebody recorded is worth nothing afterwards.
 * @returns the event, or `undefined` for what is not to be believed.
 * @throws TypeError when a secret is not of the right form.
 */
export function verifyWebhook(received: {
  headers: ReceivedHeaders;
  body: string | Uint8Array;
  secret: string | readonly string[];
  now?: number;
  tolerance?: number;
}): WebhookEvent | undefined {
  const { headers, secret, now = systemClock.now(), tolerance = FIVE_MINUTES } = received;
  const keys = [secret].flat().map((one) => {
    const key = webhookKey(one);
    if (!key) throw new TypeError('a webhook secret is whsec_ and at least 32 bytes in base64');
    return key;
  });
  const id = header(headers, 'webhook-id');
  const timestamp = header(headers, 'webhook-timestamp');
  const signature = header(headers, 'webhook-signature');
  if (id === undefined || timestamp === undefined || signature === undefined) return undefined;
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp) * 1_000) > tolerance)
    return undefined;
  const body =
    typeof received.body === 'string' ? received.body : Buffer.from(received.body).toString('utf8');
  if (!isSignedWith({ id, timestamp, body }, signature, keys)) return undefined;
  return JSON.parse(body) as WebhookEvent;
}
