import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import proxyaddr from 'proxy-addr';
import type { Origin } from '../activity/journal.ts';
import { plainText } from '../api/plain-text.ts';
import { plainAddress } from '../throttling/address.ts';
import type { Clock } from '../ports/clock.ts';
import { newId } from '../secrets/ids.ts';

/** What proxies make: UUIDs, hexadecimal, base64. Short enough to be kept with each event, and nothing in it that a log could be misread by. */
const REQUEST_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{7,63}$/;

/** W3C Trace Context: version, trace, parent, flags. A trace of zeros is none. */
const TRACE = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/;

/** What the proxy in front calls the request, so that its log and ours can be laid beside each other. */
function idOfProxy(request: Request): string | undefined {
  const id = request.get('x-request-id');
  if (id !== undefined && REQUEST_ID.test(id)) return id;
  return TRACE.exec(request.get('traceparent') ?? '')?.[1];
}

/** So many addresses are kept in mind. Proxies are few, and those behind them are asked about once in a request. */
const KEPT = 1_000;

/** Whether an address is a proxy's that is believed. To read one takes longer than to know it again, and most requests come from one. */
function trustIn(trustedProxies: readonly string[]): (address: string) => boolean {
  const trusted = proxyaddr.compile([...trustedProxies]);
  const known = new Map<string, boolean>();
  return (address) => {
    const said = known.get(address) ?? trusted(address, 0);
    if (known.size >= KEPT) known.clear();
    known.set(address, said);
    return said;
  };
}

/** Whether a request comes from a proxy that is believed, as far as its connection tells. */
export function createTrust(trustedProxies: readonly string[]): (request: IncomingMessage) => boolean {
  const trusted = trustIn(trustedProxies);
  return ({ socket }) => trusted(socket.remoteAddress ?? '');
}

/**
 * Reads who asks, from where.
 *
 * @param trustedProxies Addresses and ranges whose `X-Forwarded-For`, `X-Request-Id` and `traceparent` are believed; all others can write
 * there what they like (rule L4).
 */
export function createRequestOrigin(
  clock: Clock,
  trustedProxies: readonly string[],
): (request: Request) => Origin {
  const trusted = trustIn(trustedProxies);
  const isFromProxy = createTrust(trustedProxies);
  return (request) => ({
    now: clock.now(),
    requestId: (isFromProxy(request) ? idOfProxy(request) : undefined) ?? newId(),
    ip: plainAddress(proxyaddr(request, trusted)),
    // A header may have kilobytes, and it is kept with each session.
    userAgent: plainText(request.get('user-agent') ?? ''),
  });
}
