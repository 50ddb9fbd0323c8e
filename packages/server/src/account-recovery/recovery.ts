import { createHash } from 'node:crypto';
import type { User } from '../ports/users.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The first link of an e-mail recovery opens it within this time (rule R1). */
export const OPEN_LINK_LIFETIME = HOUR;
/** The last link finishes it within this time. */
export const FINISH_LINK_LIFETIME = DAY;
/** A case that nobody decided about is over after this time. */
const UNDECIDED_LIFETIME = 14 * DAY;

/** 2: asked for by mail. 3: a case that support opened. */
export type RecoveryTier = 2 | 3;

/**
 * `pending` is a case that no second person decided about yet, `requested` a recovery whose first link was not followed yet. From then
 * on both are the same: `waiting`, `ready`, and one of four ends.
 */
export type RecoveryStatus =
  'pending' | 'requested' | 'waiting' | 'ready' | 'completed' | 'cancelled' | 'expired' | 'rejected';

/** A way back in that was begun, as it is stored. Times are milliseconds. */
export interface Recovery {
  readonly id: string;
  readonly userId: string;
  readonly tier: RecoveryTier;
  readonly status: RecoveryStatus;
  /** A digest of the addresses that the person had when it began: other addresses void it (rule R1). */
  readonly addresses: string;
  readonly startedAt: number;
  /** When the wait began; absent before that. */
  readonly waitingSince?: number;
  /** When it ends. */
  readonly readyAt?: number;
  /** When what is asked of the person now, or next, is asked no more. */
  readonly expiresAt: number;
  /** When there is something to do next: to remind, to go on, to end. */
  readonly dueAt: number;
  /** Set once it is over, however it ended. */
  readonly closedAt?: number;
}

/** Where a recovery goes next. */
export type RecoveryMove = Pick<Recovery, 'status' | 'expiresAt' | 'dueAt'>;

/** The beginning of the wait. */
export interface RecoveryOpening extends RecoveryMove {
  readonly waitingSince: number;
  readonly readyAt: number;
}

/** What is known of a person's addresses afterwards: whether they are the same, and not what they were. */
export function addressesDigest({ emails }: User): string {
  return createHash('sha256')
    .update(JSON.stringify(emails.map((email) => email.trim().toLowerCase()).sort()))
    .digest('base64url');
}

/** A reminder each day while the person waits, then the end of the wait. */
function nextDue(waitingSince: number, readyAt: number, now: number): number {
  const days = Math.floor((now - waitingSince) / DAY) + 1;
  return Math.min(waitingSince + days * DAY, readyAt);
}

/** The times of recoveries, as the configured wait makes them. */
export interface RecoveryTimes {
  /** What is stored when somebody asks for a recovery by mail. */
  requested(id: string, user: User, now: number): Recovery;
  /** From the first link on, the person waits. */
  opened(now: number): RecoveryOpening;
  /** The next reminder, or the end of the wait. */
  reminded(recovery: Recovery, now: number): RecoveryMove;
  /** The end of the wait: the last link goes out. */
  ready(now: number): RecoveryMove;
  /** What is stored when support opens a case. The wait begins at once; the person is told at once, too. */
  pendingCase(
    id: string,
    user: User,
    now: number,
    skipWait: boolean,
  ): Recovery & { readonly readyAt: number };
  /** What a case becomes when a second person approves it: what is left of the wait, if anything. */
  approved(recovery: Recovery, now: number): RecoveryMove;
  /** What is true by the clock, whether or not a job has written it down yet. */
  statusAt(recovery: Recovery, now: number): RecoveryStatus;
}

/** @param wait Milliseconds. */
export function createRecoveryTimes(wait: number): RecoveryTimes {
  const ready = (now: number): RecoveryMove => {
    const expiresAt = now + FINISH_LINK_LIFETIME;
    return { status: 'ready', expiresAt, dueAt: expiresAt };
  };
  return {
    ready,

    requested(id, user, now) {
      const expiresAt = now + OPEN_LINK_LIFETIME;
      return {
        id,
        userId: user.id,
        tier: 2,
        status: 'requested',
        addresses: addressesDigest(user),
        startedAt: now,
        expiresAt,
        dueAt: expiresAt,
      };
    },

    opened(now) {
      const readyAt = now + wait;
      return {
        status: 'waiting',
        waitingSince: now,
        readyAt,
        expiresAt: readyAt + FINISH_LINK_LIFETIME,
        dueAt: nextDue(now, readyAt, now),
      };
    },

    reminded({ status, waitingSince = 0, readyAt = 0, expiresAt }, now) {
      // A case that is still undecided when its wait is over only waits for its end.
      const dueAt = now < readyAt ? nextDue(waitingSince, readyAt, now) : expiresAt;
      return { status, expiresAt, dueAt };
    },

    pendingCase(id, user, now, skipWait) {
      const readyAt = skipWait ? now : now + wait;
      const expiresAt = now + UNDECIDED_LIFETIME;
      return {
        id,
        userId: user.id,
        tier: 3,
        status: 'pending',
        addresses: addressesDigest(user),
        startedAt: now,
        waitingSince: now,
        readyAt,
        expiresAt: Math.max(expiresAt, readyAt),
        dueAt: skipWait ? expiresAt : nextDue(now, readyAt, now),
      };
    },

    approved({ waitingSince = 0, readyAt = 0 }, now) {
      return {
        status: 'waiting',
        expiresAt: Math.max(now, readyAt) + FINISH_LINK_LIFETIME,
        dueAt: now < readyAt ? nextDue(waitingSince, readyAt, now) : now,
      };
    },

    statusAt({ status, readyAt = 0, expiresAt, closedAt }, now) {
      if (closedAt !== undefined) return status;
      if (status === 'waiting') return now < readyAt ? 'waiting' : 'ready';
      return now < expiresAt ? status : 'expired';
    },
  };
}
