import { randomFillSync } from 'node:crypto';

/** Random bytes for many ids are fetched at once: fetching costs the same for one as for a hundred. They are no secrets, unlike tokens. */
const fetched = Buffer.alloc(4_096);
let used = fetched.length;

function randomBytes(count: number): Buffer {
  if (used + count > fetched.length) {
    randomFillSync(fetched);
    used = 0;
  }
  used += count;
  return fetched.subarray(used - count, used);
}

/** An id that may leave the server: 16 random bytes, base64url. It tells nothing about order, number or owner (rule K1). */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** Whether a text could be an id at all; anything else names nothing, and is not worth a look-up that a database may choke on. */
export const looksLikeId = (text: string): boolean => /^[A-Za-z0-9_-]+$/.test(text);

/** The beginning that all time-ordered ids of a moment share: what is smaller is older, what is not smaller is as young or younger. */
export const idsFrom = (at: number): string => at.toString(16).padStart(12, '0');

/** Of what follows `idsFrom`: the digits of the counter. */
const COUNTER_DIGITS = 8;

/** Where the random part of a time-ordered id begins, counted from 1 as SQL counts. */
export const RANDOM_PART_FROM = 12 + COUNTER_DIGITS + 1;

/**
 * What of a time-ordered id may leave the server: the random part. The rest would tell everybody how much the whole installation writes
 * (rule K1).
 */
export const randomPart = (id: string): string => id.slice(RANDOM_PART_FROM - 1);

/** Counts for the life of the process: its end is never reached, so no id of a millisecond sorts before an older one. */
let sequence = 0;

/**
 * An id that sorts by time: 12 hexadecimal digits of milliseconds, 8 of a counter that keeps what one process made in order, then
 * 8 random bytes. For rows that are read newest first, so that the key itself is the order.
 */
export function newTimeOrderedId(now: number): string {
  sequence = (sequence + 1) % 0x1_0000_0000;
  return idsFrom(now) + sequence.toString(16).padStart(COUNTER_DIGITS, '0') + randomBytes(8).toString('hex');
}
