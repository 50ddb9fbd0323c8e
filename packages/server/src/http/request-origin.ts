import type { Request } from 'express';
import proxyaddr from 'proxy-addr';
import type { Origin } from '../activity/journal.ts';
import { plainText } from '../api/plain-text.ts';
import { plainAddress } from '../throttling/address.ts';
import type { Clock } from '../ports/clock.ts';
import { newId } from '../secrets/ids.ts';

/**
 * Reads who asks, from where.
 *
 * @param trustedProxies Addresses and ranges whose `X-Forwarded-For` is believed; all others can write there what they like (rule L4).
 */
export function createRequestOrigin(
  clock: Clock,
  trustedProxies: readonly string[],
): (request: Request) => Origin {
  const trusted = proxyaddr.compile([...trustedProxies]);
  return (request) => ({
    now: clock.now(),
    requestId: newId(),
    ip: plainAddress(proxyaddr(request, trusted)),
    // A header may have kilobytes, and it is kept with each session.
    userAgent: plainText(request.get('user-agent') ?? ''),
  });
}
