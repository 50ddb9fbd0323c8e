import { isIPv6 } from 'node:net';

/** A server that listens on IPv4 and IPv6 sees IPv4 callers as `::ffff:192.0.2.1`; people know that address without its prefix. */
export function plainAddress(address: string | undefined): string {
  if (address === undefined || address === '') return 'unknown';
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
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
