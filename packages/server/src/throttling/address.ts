import { isIP, isIPv6 } from 'node:net';

/**
 * An address as people know it, or `unknown`. A server that listens on IPv4 and IPv6 sees IPv4 callers as `::ffff:192.0.2.1`, and some
 * proxies add a port; what a proxy passes on that is no address at all is somebody's invention.
 */
export function plainAddress(text: string | undefined): string {
  const address = (text ?? '').replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  if (!isIP(address)) return 'unknown';
  const mapped =
    isIPv6(address) &&
    /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/.exec(new URL(`http://[${address.split('%')[0] ?? ''}]`).hostname);
  if (!mapped) return address;
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
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = (plain.split('%')[0] ?? '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined
      ? before
      : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
