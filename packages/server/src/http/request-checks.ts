import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Identity } from '../api/call.ts';
import { Problem } from '../api/problem.ts';

const UTF_8 = /^\s*(?:utf-8|"utf-8")\s*$/;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** GET and HEAD change nothing (rule B4), so what guards changes leaves them alone. */
export const changesState = (request: Request): boolean => !SAFE_METHODS.has(request.method);

/**
 * Browsers say where a request comes from; old ones by `Origin` alone. A caller with neither header is no browser and cannot be tricked
 * into sending somebody's cookies.
 *
 * @param origins Where the application is: the public URL, and the related origins that share its passkeys.
 * @throws Problem `cross_site`
 */
export function assertSameSite(request: Request, origins: readonly string[]): void {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) {
    if (site === 'cross-site') throw new Problem('cross_site', { reason: 'Sec-Fetch-Site' });
    return;
  }
  const origin = request.get('origin');
  if (origin !== undefined && !origins.includes(origin))
    throw new Problem('cross_site', { reason: 'Origin' });
}

/**
 * A form on another page can send three content types without asking first; JSON is not one of them. It is UTF-8 and nothing else
 * (RFC 8259, 8.1): in UTF-7 a filter in front would read another text than the server.
 *
 * @throws Problem `unsupported_media_type`
 */
export function assertJson(request: Request): void {
  const [type, ...parameters] = (request.get('content-type') ?? '').toLowerCase().split(';');
  if (type?.trim() !== 'application/json') throw new Problem('unsupported_media_type');
  const charsets = parameters.map((text) => text.split('=')).filter(([name]) => name?.trim() === 'charset');
  if (!charsets.every(([, value]) => UTF_8.test(value ?? ''))) {
    throw new Problem('unsupported_media_type', { reason: 'charset' });
  }
}

/**
 * A live cookie alone changes nothing: the caller also shows the value that only the page of this origin could read.
 * Dead cookies are nobody's, so they ask for nothing.
 *
 * @throws Problem `csrf_failed`
 */
export function assertCsrf(request: Request, { session, pending }: Identity): void {
  const expected = session?.csrf ?? pending?.csrf;
  if (expected === undefined) return;
  const given = Buffer.from(request.get('x-mfa-csrf') ?? '');
  const wanted = Buffer.from(expected);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Problem('csrf_failed');
}
