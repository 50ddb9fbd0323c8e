import type { ActivityStore } from '../activity/activity.store.ts';
import { entriesOf, onceAMinute, type Origin } from '../activity/journal.ts';
import type { Call } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Log } from '../ports/log.ts';
import type { Users } from '../ports/users.ts';
import type { RecoveryCodes } from '../recovery-codes/recovery-codes.ts';
import type { RecoveryCodeStore } from '../recovery-codes/recovery-codes.store.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { hasFactor } from '../sessions/account-facts.ts';
import { iso, type ChallengeMethod } from '../sessions/session-view.ts';
import { counts, signInMethods, stepUpMethods } from '../step-up/what-proves-what.ts';
import type { Attempts, ProofContext } from '../throttling/attempts.ts';
import type { ThrottlingStore } from '../throttling/throttling.store.ts';
import { matchTotpCode } from '../totp/totp-check.ts';
import type { TotpStore } from '../totp/totp.store.ts';
import { challenged, type Completion } from './completion.ts';
import type { SignInOutcome } from './sign-in.ts';

/** What can be proven now, and until when. */
export interface ChallengeView {
  readonly purpose: 'sign-in' | 'step-up';
  readonly methods: readonly ChallengeMethod[];
  readonly preferred: ChallengeMethod | null;
  readonly rememberDevice: boolean;
  readonly expiresAt: string;
}

/** The second half of a sign-in, and step-up inside a session: the same calls, told apart by what the browser holds. */
export interface Challenge {
  describe(call: Call): ChallengeView;
  /** @param rememberDevice Whether to skip the challenge in this browser from now on; ignored inside a session (rule B2). */
  byTotp(call: Call, code: string, rememberDevice?: boolean): Promise<SignInOutcome>;
  /** Sign-in only, never step-up. */
  byRecoveryCode(call: Call, typed: string): Promise<SignInOutcome>;
  /** Step-up only, for people who have no factor. */
  byPassword(call: Call, password: string): Promise<SignInOutcome>;
}

export function createChallenge(ports: {
  store: ThrottlingStore & TotpStore & RecoveryCodeStore & ActivityStore;
  users: Users;
  ring: KeyRing;
  attempts: Attempts;
  completion: Completion;
  recoveryCodes: RecoveryCodes;
  logger: Log;
}): Challenge {
  const { store, users, ring, attempts, completion, recoveryCodes, logger } = ports;
  const unreadableTo =
    ({ requestId }: Origin) =>
    (factorId: string, error: unknown): void => {
      logger.error({ requestId, err: error, factorId }, 'the secret of an authenticator cannot be opened');
    };
  const passwordCanBeAsked = users.verifyPassword !== undefined;

  /** Before any secret is loaded: whoever is asked for their passkey is not told whether a code was right. */
  async function refuseForgeable({ origin, userId, sessionId, purpose }: ProofContext): Promise<never> {
    const entries = entriesOf(
      origin,
      userId,
      sessionId,
    )({
      event: purpose === 'step-up' ? 'auth.step_up.failure' : 'auth.2fa.failure',
      outcome: 'blocked',
      reason: 'passkey-only',
      method: 'totp',
      details: { purpose },
    });
    // Counted against nothing, so that it could fill the audit.
    await store.recordEntries(entries.map((entry) => onceAMinute(entry, `${userId} ${purpose}`)));
    throw new Problem('forbidden', { reason: 'passkey-only' });
  }

  return {
    describe({ session, pending }) {
      const methods = session
        ? stepUpMethods(session, passwordCanBeAsked)
        : pending
          ? signInMethods(pending)
          : [];
      const expiresAt = session?.expiresAt ?? pending?.expiresAt;
      if (expiresAt === undefined) throw new Problem('challenge_expired');
      return {
        purpose: session ? 'step-up' : 'sign-in',
        methods,
        preferred: methods[0] ?? null,
        rememberDevice: !session && pending?.rememberDevice === true,
        expiresAt: iso(expiresAt),
      };
    },

    async byTotp(call, code, rememberDevice = false) {
      const context = challenged(call, 'totp');
      const prover = call.session ?? call.pending;
      if (prover && !counts('totp', prover)) return refuseForgeable(context);
      const attempt = attempts.begin(context);
      const counted = await store.countTotpAttempt(attempt);
      if (counted.verdict !== 'counted') return attempts.refuseUncounted(context, counted);
      const judged = async (): Promise<SignInOutcome> => {
        const match = matchTotpCode(ring, counted.factors, code, call.origin.now, unreadableTo(call.origin));
        if (match === 'wrong') return attempts.fail(context, attempt, 'wrong');
        if (match === 'undecided') return attempts.fail(context, attempt, 'unknown', 'unavailable');
        const factor = { id: match.factor.id, label: match.factor.name };
        const accepted = {
          proof: { method: 'totp', at: call.origin.now, factor: factor.id },
          attempt,
          spent: match.spent,
          lost: () => attempts.fail(context, attempt, 'replay'),
        } as const;
        if (call.session) return completion.stepUp(call, call.session, { ...accepted, factor });
        if (!call.pending) throw new Problem('challenge_expired');
        return completion.signIn(call, call.pending, {
          ...accepted,
          rememberDevice,
          happenings: () => [{ event: 'auth.2fa.success', outcome: 'success', method: 'totp', factor }],
        });
      };
      return attempts.judge(attempt, judged, { onAuthenticators: true });
    },

    async byRecoveryCode(call, typed) {
      if (call.session) throw new Problem('forbidden', { reason: 'a recovery code is no step-up' });
      const context = challenged(call, 'recovery-code');
      const attempt = attempts.begin(context);
      const { selector, code } = recoveryCodes.read(typed);
      const counted = await store.countRecoveryCodeAttempt(attempt, selector);
      if (counted.verdict !== 'counted') return attempts.refuseUncounted(context, counted);
      const stored = counted.code;
      return attempts.judge(attempt, async () => {
        const right = await recoveryCodes.verify(context.userId, code, stored);
        if (!code) return attempts.fail(context, attempt, 'format');
        if (!right || !stored) return attempts.fail(context, attempt, stored ? 'wrong' : 'unknown');
        if (stored.spent) return attempts.fail(context, attempt, 'replay');
        if (!call.pending) throw new Problem('challenge_expired');
        return completion.signIn(call, call.pending, {
          proof: { method: 'recovery-code', at: call.origin.now },
          attempt,
          spent: { method: 'recovery-code', selector, verifier: stored.verifier },
          happenings: (remaining = 0) => [
            {
              event: 'auth.recovery_code.used',
              outcome: 'success',
              method: 'recovery-code',
              details: { remaining },
            },
          ],
          lost: () => attempts.fail(context, attempt, 'replay'),
        });
      });
    },

    async byPassword(call, password) {
      const { session } = call;
      if (!session) throw new Problem('session_required');
      if (!users.verifyPassword || hasFactor(session.facts)) {
        throw new Problem('forbidden', { reason: 'the password proves nothing more here' });
      }
      const context = challenged(call, 'password');
      const attempt = attempts.begin(context);
      const counted = await store.countProofAttempt(attempt);
      if (counted.verdict !== 'counted') return attempts.refuseUncounted(context, counted);
      return attempts.judge(attempt, async () => {
        const user = await users.verifyPassword?.(session.user.name, password);
        if (user?.id !== session.userId)
          return attempts.fail(context, attempt, 'wrong', 'invalid_credentials');
        return completion.stepUp(call, session, {
          proof: { method: 'password', at: call.origin.now },
          attempt,
          lost: () => Promise.reject(new Problem('session_required')),
        });
      });
    },
  };
}
