import ipaddr from 'ipaddr.js';
import { compile } from 'proxy-addr';
import type { DoctorStore } from './doctor.store.ts';
import { foundIf, type Finding } from './finding.ts';

/** So many events show whether people have addresses of their own; fewer say nothing. */
const EVENTS = 200;
const ENOUGH = 20;
/** Addresses that are nobody's proxy; the last are for documentation. */
const ANYBODY = ['8.8.8.8', '198.51.100.7', '2001:4860:4860::8888', '2001:db8::7'];

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
