import ipaddr from 'ipaddr.js';

const { IPv4, IPv6 } = ipaddr;

/** Between networks for their own benchmarks; the library does not know it by name. */
const BENCHMARKS = IPv4.parseCIDR('198.18.0.0/15');

/** What of IPv6 is given out to the public. All else is local, mapped, translated (NAT64) or reserved. */
const GLOBAL = IPv6.parseCIDR('2000::/3');
/** And of that: protocol assignments with Teredo and ORCHID; 6to4, which carries an IPv4 address; documentation. */
const SPECIAL = ['2001::/23', '2002::/16', '3fff::/20'].map((range) => IPv6.parseCIDR(range));

const parsed = (address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined =>
  ipaddr.isValid(address) ? ipaddr.parse(address) : undefined;

/**
 * Whether an address belongs to somebody on the internet: neither loopback, private, link-local, carrier-grade NAT, multicast nor reserved,
 * and no IPv6 address with an IPv4 address in it, behind which any of these could be.
 */
export function isPublicAddress(address: string): boolean {
  const ip = parsed(address);
  if (ip?.range() !== 'unicast') return false;
  return ip instanceof IPv4
    ? !ip.match(BENCHMARKS)
    : ip.match(GLOBAL) && !SPECIAL.some((range) => ip.match(range));
}

export const isLoopbackAddress = (address: string): boolean => parsed(address)?.range() === 'loopback';
