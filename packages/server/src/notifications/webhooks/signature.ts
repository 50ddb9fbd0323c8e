import { createHmac, timingSafeEqual } from 'node:crypto';

/** What is signed: nothing of it can be changed, nor put together from two deliveries. */
export interface Signed {
  readonly id: string;
  /** Seconds since 1970, as they stand in the header. */
  readonly timestamp: string;
  readonly body: string;
}

const VERSION = 'v1';

const macOf = ({ id, timestamp, body }: Signed, key: Uint8Array): Buffer =>
  createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();

/** The value of `webhook-signature`: one signature for each key, so that a receiver may know the old one or the new one. */
export const signatureOf = (signed: Signed, keys: readonly Uint8Array[]): string =>
  keys.map((key) => `${VERSION},${macOf(signed, key).toString('base64')}`).join(' ');

/** Whether one of the signatures in a header was made with one of the keys; in constant time for each. */
export function isSignedWith(signed: Signed, header: string, keys: readonly Uint8Array[]): boolean {
  const given = header
    .split(' ')
    .filter((one) => one.startsWith(`${VERSION},`))
    .map((one) => Buffer.from(one.slice(VERSION.length + 1), 'base64'));
  return keys.some((key) => {
    const right = macOf(signed, key);
    return given.some((mac) => mac.length === right.length && timingSafeEqual(mac, right));
  });
}
