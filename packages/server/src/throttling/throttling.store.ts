import type { Entry } from '../activity/journal.ts';
import type { Limit } from './limits.ts';

/** One attempt. It is counted as failed before anything is verified (rule S2) and withdrawn when it succeeds. */
export interface Attempt {
  readonly id: string;
  readonly at: number;
}

/** An attempt at proving who one is: by the second half of a sign-in, in a session (step-up), or at the confirmation of an enrolment. */
export interface ProofAttempt extends Attempt {
  readonly userId: string;
  /** Set for the second half of a sign-in, which allows a few attempts of its own. */
  readonly pendingTokenHash?: string;
  /** Set where it is tried on the person's recovery codes, which allow so many failures in a row of their own. */
  readonly onRecoveryCodes?: true;
}

export type CountVerdict =
  | { readonly verdict: 'counted' }
  /** The limit is closed until then; the attempt was not counted. */
  | { readonly verdict: 'closed'; readonly retryAt: number }
  /** The pending sign-in is used up, expired, or its account changed. */
  | { readonly verdict: 'gone' };

export type ReservationVerdict = Exclude<CountVerdict, { verdict: 'gone' }>;

/** Room for an attempt, for those who reserve it with what they ask the database first, and withdraw it with what they write last. */
export interface Reservation {
  readonly limit: Limit;
  readonly subject: string;
  readonly attempt: Attempt;
}

/** What a failure led to. */
export interface FailureFacts {
  /** Set when this failure closed the account. */
  readonly closedUntil?: number;
  /** Authenticators that this failure locked. */
  readonly lockedFactors: readonly { readonly id: string; readonly name: string }[];
  /** Whether this failure locked the person's recovery codes. */
  readonly recoveryCodesLocked: boolean;
  /** Failures on the account since the last proof that was accepted, this one included, however slowly they came. */
  readonly inARow: number;
  /** Whether this failure was the last that the pending sign-in allowed. */
  readonly pendingEnded: boolean;
}

export interface ThrottlingStore {
  /** Counts an attempt against one limit and subject. */
  countAttempt(limit: Limit, subject: string, attempt: Attempt): Promise<CountVerdict>;
  /**
   * Reserves room for an attempt that is yet to be judged. Failures close the limit until the oldest of them has left its window; where
   * others under way take the rest of the room, it is closed for a moment only. So many failures there are at most, however many come at once.
   */
  reserveAttempt(limit: Limit, subject: string, attempt: Attempt): Promise<ReservationVerdict>;
  /** Says that an attempt that was reserved failed. */
  failAttempt(limit: Limit, subject: string, attempt: Attempt): Promise<void>;
  /** Takes back what was counted or reserved. */
  withdrawAttempt(limit: Limit, subject: string, attempt: Attempt): Promise<void>;
  /** Counts an attempt against the account and, where there is one, the pending sign-in. */
  countProofAttempt(attempt: ProofAttempt): Promise<CountVerdict>;
  /**
   * Takes back what `countProofAttempt` and its kin counted, where nothing was judged: the trouble was ours, or a right code came second.
   *
   * @param onAuthenticators Whether the attempt was counted on the person's authenticators too.
   */
  withdrawProofAttempt(attempt: ProofAttempt, onAuthenticators: boolean): Promise<void>;
  /** Locks authenticators and recovery codes whose count is full though no failure said so: the process that counted did not live to tell. */
  lockUsedUpFactors(
    userId: string,
    now: number,
    entries: (locked: Pick<FailureFacts, 'lockedFactors' | 'recoveryCodesLocked'>) => readonly Entry[],
  ): Promise<void>;
  /** Says that a counted attempt failed: ends a used-up pending sign-in, closes a used-up account, locks a used-up authenticator. */
  recordFailure(
    attempt: ProofAttempt,
    now: number,
    entries: (facts: FailureFacts) => readonly Entry[],
  ): Promise<FailureFacts>;
}
