import { isIP, isIPv4, isIPv6 } from 'node:net';

/**
 * An address as people know it, or `unknown`. A server that listens on IPv4 and IPv6 sees IPv4 callers as `::ffff:192.0.2.1`, and some
 * proxies add a port; what a proxy passes on that is no address at all is somebody's invention.
 */
export function plainAddress(text: string | undefined): string {
  if (text !== undefined && isIPv4(text)) return text;
  const address = (text ?? '').replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  if (!isIP(address)) return 'unknown';
  if (!isIPv6(address)) return address;
  // An IPv6 address has many spellings, and a zone that only the machine it was written on understands.
  const spelling = new URL(`http://[${address.split('%')[0] ?? ''}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(spelling);
  if (!mapped) return spelling;
  const [high, low] = [mapped[1], mapped[2]].map((group) => Number.parseInt(group ?? '0', 16));
  return [high, low].flatMap((half = 0) => [half >> 8, half & 0xff]).join('.');
}

/**
 * What attempts from an address are filed under. An IPv6 customer has a whole /64 to choose addresses from, so the first half counts.
 *
 * @param address As the socket or a believed proxy gives it.
 */
export function subjectOfAddress(address: string): string {
  const plain = plainAddress(address);
  return isIPv6(plain) ? beginningOf(plain, 4) : plain;
}

/**
 * The network that an address is part of: a /24 of IPv4 and a /48 of IPv6, which is what a household or an office has. Providers give
 * out new addresses all the time, and mostly from the same network.
 *
 * @param address As `plainAddress` gives it.
 */
export function networkOf(address: string): string {
  if (isIPv6(address)) return beginningOf(address, 3);
  return isIP(address) ? `${address.split('.').slice(0, 3).join('.')}.0/24` : address;
}

/** The first groups of an IPv6 address, as a network. */
function beginningOf(plain: string, count: number): string {
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined
      ? before
      : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return `${groups.slice(0, count).join(':')}::/${String(count * 16)}`;
}
