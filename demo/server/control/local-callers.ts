import { isIPv6 } from 'node:net';
import type { RequestHandler } from 'express';
import { Problem } from '../http/problem.ts';

/** What is looked at; a part of a request. */
export interface Caller {
  /** Of the socket; a header could be made up. */
  readonly remoteAddress: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * The control API moves the clock and reads everybody's mail, so only programs on the same machine may call it, and of the pages in a browser on
 * that machine only the demo's own.
 *
 * @param publicUrl The demo's origin.
 */
export function localCallers(publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    const refusal = refusalOf(
      { remoteAddress: request.socket.remoteAddress, headers: request.headers },
      publicUrl,
    );
    if (refusal) throw new Problem(refusal);
    next();
  };
}

/** What proxies add to the requests of others. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** @returns why this caller is refused, or `undefined`. */
export function refusalOf(
  { remoteAddress, headers }: Caller,
  publicUrl: string,
): 'forbidden' | 'cross_site' | undefined {
  if (!isLoopback(remoteAddress)) return 'forbidden';
  // A proxy on this machine makes any caller look local; what it adds to say so gives it away.
  if (FORWARDED.some((name) => headers[name] !== undefined)) return 'forbidden';
  // A foreign name that resolves to this machine (DNS rebinding) makes a foreign page look like the same site to the browser; its Host header tells.
  const host = hostNameOf(headers['host']);
  const own = new URL(publicUrl);
  if (!(host === 'localhost' || isLoopback(host) || host === own.hostname)) return 'cross_site';
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? undefined : 'cross_site';
  const origin = headers['origin'];
  // A caller with neither header is no browser.
  return origin === undefined || origin === own.origin ? undefined : 'cross_site';
}

function hostNameOf(host: string | string[] | undefined): string | undefined {
  const address = `http://${typeof host === 'string' ? host : ''}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^\[(.*)\]$/, '$1') : undefined;
}

function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return false;
  const plain = address.replace(/^::ffff:/i, '');
  return isIPv6(plain) ? plain === '::1' : /^127(\.\d{1,3}){3}$/.test(plain);
}
