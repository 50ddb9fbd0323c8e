import ipaddr from 'ipaddr.js';
import { compile } from 'proxy-addr';
import { newToken } from '../secrets/tokens.ts';
import type { DoctorStore } from './doctor.store.ts';
import { found, foundIf, type Finding } from './finding.ts';
import type { Ask, Place } from './web.ts';

/** So many events show whether people have addresses of their own; fewer say nothing. */
const EVENTS = 200;
const ENOUGH = 20;
/** Addresses that are nobody's proxy; the last are for documentation. */
const ANYBODY = ['8.8.8.8', '198.51.100.7', '2001:4860:4860::8888', '2001:db8::7'];

/** Of a network for documentation: nobody comes from there. */
const MADE_UP = '198.51.100.7';
/** Events of the last minute are looked through. Milliseconds. */
const LATELY = 60_000;

/**
 * Tries whether a stranger may choose the address that they are known by: signs in as nobody, with a made-up `X-Forwarded-For`, and looks what the
 * audit says of it. That event stays.
 */
export async function tryForgedAddress(
  ask: Ask,
  store: DoctorStore,
  { publicUrl, basePath }: Place,
  now: number,
): Promise<readonly Finding[]> {
  const { value } = newToken();
  const answer = await ask(`${publicUrl}${basePath}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl, 'x-forwarded-for': MADE_UP },
    body: JSON.stringify({ login: `doctor-${value}@example.com`, password: value }),
  }).catch(() => undefined);
  const requestId = answer?.headers.get('x-request-id');
  const ip = requestId ? await store.findAddressOf(requestId, now - LATELY) : undefined;
  if (ip === undefined)
    return [found('proxy.unproven', answer ? `it answered ${answer.status}` : 'no answer')];
  return foundIf(ip === MADE_UP, 'proxy.forged');
}

/** Holds `trustedProxies` against the addresses that people seem to come from. */
export async function examineProxies(
  store: DoctorStore,
  { publicUrl, trustedProxies }: { readonly publicUrl: string; readonly trustedProxies: readonly string[] },
): Promise<readonly Finding[]> {
  const trusts = compile([...trustedProxies]);
  const believed = ANYBODY.filter((address) => trusts(address, 0));
  const [most, ...others] = await store.listNewestAddresses(EVENTS);
  const local = new URL(publicUrl).hostname === 'localhost';
  const shared =
    !local && most !== undefined && others.length === 0 && most.events >= ENOUGH && isOwn(most.ip);
  return [
    ...foundIf(believed.length > 0, 'proxy.everybody', trustedProxies.join(', ')),
    ...foundIf(shared, 'proxy.unnamed', `${most?.events ?? 0} events from ${most?.ip ?? ''}`),
    ...foundIf(publicUrl.startsWith('https:') && trustedProxies.length === 0 && !shared, 'proxy.likely'),
  ];
}

/** Networks of one's own, where people are not. */
const OWN = new Set(['loopback', 'private', 'linkLocal', 'uniqueLocal', 'carrierGradeNat']);

const isOwn = (ip: string): boolean => ipaddr.isValid(ip) && OWN.has(ipaddr.process(ip).range());
