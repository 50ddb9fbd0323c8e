import type { ActivityStore } from '../activity/activity.store.ts';
import { entriesOf, onceAMinute, type Origin } from '../activity/journal.ts';
import { Problem, type ProblemCode } from '../api/problem.ts';
import { newId } from '../secrets/ids.ts';
import { subjectOfAddress } from './address.ts';
import { secondsUntil } from './attempts.ts';
import { ADDRESS_LIMIT, LONGEST_JUDGEMENT, PASSKEY_OPTIONS_LIMIT } from './limits.ts';
import type { Reservation, ThrottlingStore } from './throttling.store.ts';
import { createTurns } from './turns.ts';

/** What one address may do that names nobody yet (rule L4). Routes declare it by the name of the limit, and the router asks. */
export interface AddressLimits {
  /** Runs one attempt to sign in. Only a verdict against it counts: trouble of ours is no failure of the caller's (rule S8). */
  signIn<Result>(origin: Origin, work: () => Promise<Result>): Promise<Result>;
  /**
   * The same for work that reserves what it is handed, before it verifies anything (rule S2), and withdraws it with the success that it
   * writes down. It throws `AddressClosed` where there is no room.
   */
  signInReserving<Result>(
    origin: Origin,
    work: (reservation: Reservation) => Promise<Result>,
  ): Promise<Result>;
  /** Counts a question for a passkey: each is a row that is kept for minutes. */
  askForPasskey(origin: Origin): Promise<void>;
}

/** No room could be reserved for an attempt of an address. */
export class AddressClosed extends Problem {
  constructor(retryAt: number, now: number) {
    super('too_many_attempts', { retryAfter: secondsUntil(retryAt, now) });
  }
}

/** Answers that are a verdict on what somebody tried; also on a challenge that is too old, which could be sent for as long as it is known. */
const FAILURES: ReadonlySet<ProblemCode> = new Set(['invalid_credentials', 'passkey_rejected', 'expired']);

/**
 * Attempts of one address that a process verifies at once. A whole office that signs in at nine waits a moment and is let in: what is
 * under way is reserved, not failed. Four processes that are all busy for one address have room; what a fifth would reserve is told to come
 * again in a moment.
 */
const AT_ONCE = 5;
const MOST_WAITING = 200;

export function createAddressLimits(store: ThrottlingStore & ActivityStore): AddressLimits {
  const turns = createTurns(AT_ONCE, MOST_WAITING, LONGEST_JUDGEMENT);

  /** Says what became of an attempt that did not succeed. */
  async function settle(
    origin: Origin,
    { limit, subject, attempt }: Reservation,
    error: unknown,
  ): Promise<void> {
    if (error instanceof AddressClosed) {
      const entries = entriesOf(origin, undefined);
      const refusal = entries({ event: 'auth.sign_in.failure', outcome: 'blocked', reason: 'closed' });
      await store.recordEntries(refusal.map((entry) => onceAMinute(entry, subject)));
      return;
    }
    const failed = error instanceof Problem && FAILURES.has(error.code);
    // With the store gone too, the attempt stays reserved until it counts as failed: the cautious side to err on.
    await store[failed ? 'failAttempt' : 'withdrawAttempt'](limit, subject, attempt).catch(() => undefined);
  }

  function signInReserving<Result>(
    origin: Origin,
    work: (reservation: Reservation) => Promise<Result>,
  ): Promise<Result> {
    const subject = subjectOfAddress(origin.ip);
    return turns.take(subject, async () => {
      const reservation = { limit: ADDRESS_LIMIT, subject, attempt: { id: newId(), at: origin.now } };
      try {
        return await work(reservation);
      } catch (error) {
        await settle(origin, reservation, error);
        throw error;
      }
    });
  }

  return {
    signInReserving,

    signIn: (origin, work) =>
      signInReserving(origin, async ({ limit, subject, attempt }) => {
        const reserved = await store.reserveAttempt(limit, subject, attempt);
        if (reserved.verdict === 'closed') throw new AddressClosed(reserved.retryAt, origin.now);
        const result = await work();
        await store.withdrawAttempt(limit, subject, attempt);
        return result;
      }),

    async askForPasskey(origin) {
      const attempt = { id: newId(), at: origin.now };
      const counted = await store.countAttempt(PASSKEY_OPTIONS_LIMIT, subjectOfAddress(origin.ip), attempt);
      if (counted.verdict === 'closed')
        throw new Problem('too_many_attempts', { retryAfter: secondsUntil(counted.retryAt, origin.now) });
    },
  };
}
