import type { ActivityStore } from '../activity/activity.store.ts';
import { entriesOf, onceAMinute, type Origin } from '../activity/journal.ts';
import { Problem, type ProblemCode } from '../api/problem.ts';
import { newId } from '../secrets/ids.ts';
import { subjectOfAddress } from './address.ts';
import { secondsUntil } from './attempts.ts';
import { ADDRESS_LIMIT, LONGEST_JUDGEMENT, PASSKEY_OPTIONS_LIMIT } from './limits.ts';
import type { ThrottlingStore } from './throttling.store.ts';
import { createTurns } from './turns.ts';

/** What one address may do that names nobody yet (rule L4). Routes declare it by the name of the limit, and the router asks. */
export interface AddressLimits {
  /** Runs one attempt to sign in. Only a verdict against it counts: trouble of ours is no failure of the caller's (rule S8). */
  signIn<Result>(origin: Origin, work: () => Promise<Result>): Promise<Result>;
  /** Counts a question for a passkey: each is a row that is kept for minutes. */
  askForPasskey(origin: Origin): Promise<void>;
}

/** Answers that are a verdict on what somebody tried. */
const FAILURES: ReadonlySet<ProblemCode> = new Set(['invalid_credentials', 'passkey_rejected']);

/**
 * Attempts of one address that a process verifies at once. A whole office that signs in at nine waits a moment and is let in: what is
 * under way is reserved, not failed. Four processes that are all busy for one address have room; what a fifth would reserve is told to come
 * again in a moment.
 */
const AT_ONCE = 5;
const MOST_WAITING = 200;

export function createAddressLimits(store: ThrottlingStore & ActivityStore): AddressLimits {
  const turns = createTurns(AT_ONCE, MOST_WAITING, LONGEST_JUDGEMENT);

  async function refuse(origin: Origin, address: string, retryAt: number): Promise<never> {
    const entries = entriesOf(origin, undefined);
    const refusal = entries({ event: 'auth.sign_in.failure', outcome: 'blocked', reason: 'closed' });
    await store.recordEntries(refusal.map((entry) => onceAMinute(entry, address)));
    throw new Problem('too_many_attempts', { retryAfter: secondsUntil(retryAt, origin.now) });
  }

  return {
    signIn(origin, work) {
      const address = subjectOfAddress(origin.ip);
      return turns.take(address, async () => {
        const attempt = { id: newId(), at: origin.now };
        const reserved = await store.reserveAttempt(ADDRESS_LIMIT, address, attempt);
        if (reserved.verdict === 'closed') return refuse(origin, address, reserved.retryAt);
        try {
          const result = await work();
          await store.withdrawAttempt(ADDRESS_LIMIT, address, attempt);
          return result;
        } catch (error) {
          const failed = error instanceof Problem && FAILURES.has(error.code);
          // With the store gone too, the attempt stays reserved until it counts as failed: the cautious side to err on.
          await store[failed ? 'failAttempt' : 'withdrawAttempt'](ADDRESS_LIMIT, address, attempt).catch(
            () => undefined,
          );
          throw error;
        }
      });
    },

    async askForPasskey(origin) {
      const attempt = { id: newId(), at: origin.now };
      const counted = await store.countAttempt(PASSKEY_OPTIONS_LIMIT, subjectOfAddress(origin.ip), attempt);
      if (counted.verdict === 'closed')
        throw new Problem('too_many_attempts', { retryAfter: secondsUntil(counted.retryAt, origin.now) });
    },
  };
}
