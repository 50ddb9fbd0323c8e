import { randomBytes } from 'node:crypto';

/** An id that may leave the server: 16 random bytes, base64url. It tells nothing about order, number or owner (rule K1). */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** Whether a text could be an id at all; anything else names nothing, and is not worth a look-up that a database may choke on. */
export const looksLikeId = (text: string): boolean => /^[A-Za-z0-9_-]+$/.test(text);

/** Counts for the life of the process: its end is never reached, so no id of a millisecond sorts before an older one. */
let sequence = 0;

/**
 * An id that sorts by time: 12 hexadecimal digits of milliseconds, 8 of a counter that keeps what one process made in order, then
 * 8 random bytes. For rows that are read newest first, so that the key itself is the order.
 */
export function newTimeOrderedId(now: number): string {
  sequence = (sequence + 1) % 0x1_0000_0000;
  return (
    now.toString(16).padStart(12, '0') +
    sequence.toString(16).padStart(8, '0') +
    randomBytes(8).toString('hex')
  );
}
