import type { ActivityStore } from '../activity/activity.store.ts';
import { entriesOf, onceAMinute, type Origin } from '../activity/journal.ts';
import type { Happening } from '../activity/audit-event.ts';
import { Problem } from '../api/problem.ts';
import { newId } from '../secrets/ids.ts';
import type { Method } from '../sessions/proof.ts';
import { FAILURES_PER_FACTOR, FAILURES_PER_RECOVERY_CODES, FAILURES_WORTH_A_MAIL } from './limits.ts';
import type { CountVerdict, FailureFacts, ProofAttempt, ThrottlingStore } from './throttling.store.ts';

/** What is being proven for; the audit tells them apart, the limits do not (rule L1). */
export type Purpose = 'sign-in' | 'step-up' | 'enrolment' | 'account-recovery';

/** One person's attempt at proving something, from counting to verdict. */
export interface ProofContext {
  readonly origin: Origin;
  readonly userId: string;
  readonly purpose: Purpose;
  readonly method: Method;
  readonly pendingTokenHash?: string;
  readonly sessionId?: string;
}

/** Why a proof was refused; goes to the audit only. From outside, all of these look the same. */
export type Refusal = 'wrong' | 'replay' | 'format' | 'unknown';

const FAILURE_EVENTS: Readonly<Record<Purpose, Happening['event']>> = {
  'sign-in': 'auth.2fa.failure',
  'step-up': 'auth.step_up.failure',
  enrolment: 'auth.2fa.failure',
  'account-recovery': 'auth.sign_in.failure',
};

/** Counting, refusing and recording of attempts. What is verified in between, and how, is the methods' own business. */
export interface Attempts {
  begin(context: ProofContext): ProofAttempt;
  /** Turns a verdict other than `counted` into the answer that the caller gets, with a trace in the audit. */
  refuseUncounted(
    context: ProofContext,
    verdict: Exclude<CountVerdict, { verdict: 'counted' }> | { verdict: 'locked' },
  ): Promise<never>;
  /**
   * Judges a counted attempt. Only `fail` is a verdict against it: whatever else comes out of `work` takes it back, since trouble of ours, or a
   * right code that came second, is no failure of the person's (rules L1, S8).
   */
  judge<Result>(
    attempt: ProofAttempt,
    work: () => Promise<Result>,
    options?: { onAuthenticators: boolean },
  ): Promise<Result>;
  /**
   * Records that a counted attempt failed, and answers `invalid_code` (or another code, where the proof was no code, or cannot be told to be
   * wrong). Where that cannot be written, the attempt stays counted: no guess is free because the database was in trouble (rule S2).
   */
  fail(context: ProofContext, attempt: ProofAttempt, refusal: Refusal, code?: FailureCode): Promise<never>;
}

export const secondsUntil = (then: number, now: number): number =>
  Math.max(1, Math.ceil((then - now) / 1000));

const lockedFactor = ({ id, name }: { id: string; name: string }): Happening => ({
  event: 'auth.2fa.factor_locked',
  outcome: 'blocked',
  method: 'totp',
  factor: { id, label: name },
  details: { failures: FAILURES_PER_FACTOR },
});

const LOCKED_CODES: Happening = {
  event: 'auth.2fa.factor_locked',
  outcome: 'blocked',
  method: 'recovery-code',
  details: { failures: FAILURES_PER_RECOVERY_CODES },
};

const lockings = ({
  lockedFactors,
  recoveryCodesLocked,
}: Pick<FailureFacts, 'lockedFactors' | 'recoveryCodesLocked'>): readonly Happening[] => [
  ...lockedFactors.map(lockedFactor),
  ...(recoveryCodesLocked ? [LOCKED_CODES] : []),
];

type FailureCode = 'invalid_code' | 'invalid_credentials' | 'unavailable';

/** A refusal that was counted. */
class CountedFailure extends Problem {}

export function createAttempts(store: ThrottlingStore & ActivityStore): Attempts {
  return {
    begin: ({ origin, userId, method, pendingTokenHash }) => ({
      id: newId(),
      at: origin.now,
      userId,
      ...(pendingTokenHash !== undefined && { pendingTokenHash }),
      ...(method === 'recovery-code' && { onRecoveryCodes: true as const }),
    }),

    async judge(attempt, work, { onAuthenticators } = { onAuthenticators: false }) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof CountedFailure)) {
          // With the store gone too, the attempt stays counted: the cautious side to err on.
          await store.withdrawProofAttempt(attempt, onAuthenticators).catch(() => undefined);
        }
        throw error;
      }
    },

    async refuseUncounted({ origin, userId, purpose, method, sessionId }, verdict) {
      if (verdict.verdict === 'gone') throw new Problem('challenge_expired');
      if (verdict.verdict === 'locked') {
        const entries = entriesOf(origin, userId, sessionId);
        await store.lockUsedUpFactors(userId, origin.now, (locked) => entries(...lockings(locked)));
      }
      const reason = verdict.verdict === 'locked' ? 'locked' : 'closed';
      const entries = entriesOf(origin, userId, sessionId);
      const refusal = entries({
        event: FAILURE_EVENTS[purpose],
        outcome: 'blocked',
        reason,
        method,
        details: { purpose },
      });
      // What is not counted is not limited either: whoever goes on could fill the audit otherwise.
      const subject = [userId, sessionId, purpose, method, reason].join(' ');
      await store.recordEntries(refusal.map((entry) => onceAMinute(entry, subject)));
      if (verdict.verdict === 'locked') throw new Problem('factor_locked');
      throw new Problem('too_many_attempts', { retryAfter: secondsUntil(verdict.retryAt, origin.now) });
    },

    async fail({ origin, userId, purpose, method, sessionId }, attempt, refusal, code = 'invalid_code') {
      const entries = entriesOf(origin, userId, sessionId);
      const recorded = store.recordFailure(
        attempt,
        origin.now,
        ({ closedUntil, inARow, pendingEnded, ...locked }) =>
          entries(
            {
              event: FAILURE_EVENTS[purpose],
              outcome: 'failure',
              reason: refusal,
              method,
              details: { purpose, pendingEnded, ...(inARow % FAILURES_WORTH_A_MAIL === 0 && { inARow }) },
            },
            ...(refusal === 'replay'
              ? [{ event: 'auth.2fa.replay_attempt', outcome: 'blocked', method } as const]
              : []),
            ...lockings(locked),
            ...(closedUntil === undefined
              ? []
              : [
                  {
                    event: 'auth.2fa.brute_force_blocked',
                    outcome: 'blocked',
                    method,
                    details: { seconds: secondsUntil(closedUntil, origin.now) },
                  } as const,
                ]),
          ),
      );
      await recorded.catch((cause: unknown) => {
        throw new CountedFailure('unavailable', { reason: 'a failure could not be recorded', cause });
      });
      throw new CountedFailure(code, { reason: refusal });
    },
  };
}
