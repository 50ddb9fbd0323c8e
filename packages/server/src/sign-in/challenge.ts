import { entriesOf, type Entry } from '../activity/journal.ts';
import type { Happening } from '../activity/audit-event.ts';
import type { Call, LiveSession } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Users } from '../ports/users.ts';
import type { RecoveryCodes } from '../recovery-codes/recovery-codes.ts';
import type { RecoveryCodeStore } from '../recovery-codes/recovery-codes.store.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { hasFactor, type AccountFacts } from '../sessions/account-facts.ts';
import type { Method } from '../sessions/proof.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { iso, signInMethods, viewOf, type ChallengeMethod } from '../sessions/session-view.ts';
import { stepUpMethods } from '../step-up/freshness-check.ts';
import type { Attempts, ProofContext } from '../throttling/attempts.ts';
import type { ProofAttempt, ThrottlingStore } from '../throttling/throttling.store.ts';
import { matchTotpCode, type TotpMatch } from '../totp/totp-check.ts';
import type { TotpStore } from '../totp/totp.store.ts';
import type { SignInOutcome } from './sign-in.ts';
import type { SignInStore, SpentProof } from './sign-in.store.ts';

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
  byTotp(call: Call, code: string): Promise<SignInOutcome>;
  /** Sign-in only, never step-up. */
  byRecoveryCode(call: Call, typed: string): Promise<SignInOutcome>;
  /** Step-up only, for people who have no factor. */
  byPassword(call: Call, password: string): Promise<SignInOutcome>;
}

/** Everything that the two purposes have in common. */
type Challenged = ProofContext & { readonly facts: AccountFacts };

export function createChallenge(ports: {
  store: SignInStore & ThrottlingStore & TotpStore & RecoveryCodeStore;
  users: Users;
  ring: KeyRing;
  sessions: Sessions;
  attempts: Attempts;
  recoveryCodes: RecoveryCodes;
}): Challenge {
  const { store, users, ring, sessions, attempts, recoveryCodes } = ports;
  const passwordCanBeAsked = users.verifyPassword !== undefined;

  function challenged({ session, pending, origin }: Call, method: Method): Challenged {
    if (session) {
      return {
        origin,
        method,
        purpose: 'step-up',
        userId: session.userId,
        sessionId: session.id,
        facts: session.facts,
      };
    }
    if (!pending) throw new Problem('challenge_expired');
    const { facts, tokenHash } = pending;
    return { origin, method, purpose: 'sign-in', userId: facts.userId, pendingTokenHash: tokenHash, facts };
  }

  /** Consumes the pending sign-in with the proof, and opens the session (rule S3). */
  async function completeSignIn(
    call: Call,
    context: Challenged,
    attempt: ProofAttempt,
    spent: SpentProof,
    happenings: (remaining: number) => Happening[],
  ): Promise<SignInOutcome> {
    const { origin, pending } = call;
    if (!pending) throw new Problem('challenge_expired');
    const proofs = [...pending.proofs, { method: spent.method, at: origin.now }];
    const { record, token } = sessions.issue(context.userId, proofs, origin);
    const entries = entriesOf(origin, context.userId, record.id);
    let facts = pending.facts;
    const outcome = await store.completeSignIn({
      pendingTokenHash: pending.tokenHash,
      attempt,
      spent,
      session: record,
      entries: (remaining): Entry[] => {
        if (facts.recoveryCodes) facts = { ...facts, recoveryCodes: { ...facts.recoveryCodes, remaining } };
        return entries(...happenings(remaining), {
          event: 'auth.sign_in.success',
          outcome: 'success',
          method: spent.method,
          details: { stage: 'complete' },
        });
      },
    });
    if (outcome === 'gone') throw new Problem('challenge_expired');
    if (outcome === 'spent') return attempts.fail(context, attempt, 'replay');
    const session = sessions.liveAfter(record, token, pending.user, facts, origin.now);
    return { view: viewOf({ session }, sessions.limits.idle), cookies: { session: token, pending: null } };
  }

  /** Records the proof in the session, under a new token (rule B1). */
  async function completeStepUp(
    session: LiveSession,
    context: Challenged,
    attempt: ProofAttempt,
    match: TotpMatch | undefined,
  ): Promise<SignInOutcome> {
    const { origin, method } = context;
    const { rotation, token, proofs } = sessions.rotate(session, { method, at: origin.now });
    const entries = entriesOf(origin, session.userId, session.id);
    const factor = match && { id: match.factor.id, label: match.factor.name };
    const outcome = await store.completeStepUp({
      userId: session.userId,
      attempt,
      ...(match && { spent: match.spent }),
      rotation,
      entries: entries({
        event: 'auth.step_up.success',
        outcome: 'success',
        method,
        ...(factor && { factor }),
      }),
    });
    if (outcome === 'gone') throw new Problem('session_required');
    if (outcome === 'spent') return attempts.fail(context, attempt, 'replay');
    const record = { ...session, tokenHash: rotation.newTokenHash, proofs };
    const live = sessions.liveAfter(record, token, session.user, session.facts, origin.now);
    return { view: viewOf({ session: live }, sessions.limits.idle), cookies: { session: token } };
  }

  return {
    describe({ session, pending }) {
      const methods = session
        ? stepUpMethods(session, passwordCanBeAsked)
        : pending
          ? signInMethods(pending.facts)
          : [];
      const expiresAt = session?.expiresAt ?? pending?.expiresAt;
      if (expiresAt === undefined) throw new Problem('challenge_expired');
      return {
        purpose: session ? 'step-up' : 'sign-in',
        methods,
        preferred: methods[0] ?? null,
        rememberDevice: false,
        expiresAt: iso(expiresAt),
      };
    },

    async byTotp(call, code) {
      const context = challenged(call, 'totp');
      const attempt = attempts.begin(context);
      const counted = await store.countTotpAttempt(attempt);
      if (counted.verdict !== 'counted') return attempts.refuseUncounted(context, counted);
      const match = matchTotpCode(ring, counted.factors, code, call.origin.now);
      if (!match) return attempts.fail(context, attempt, 'wrong');
      if (call.session) return completeStepUp(call.session, context, attempt, match);
      const factor = { id: match.factor.id, label: match.factor.name };
      return completeSignIn(call, context, attempt, match.spent, () => [
        { event: 'auth.2fa.success', outcome: 'success', method: 'totp', factor },
      ]);
    },

    async byRecoveryCode(call, typed) {
      if (call.session) throw new Problem('forbidden', { reason: 'a recovery code is no step-up' });
      const context = challenged(call, 'recovery-code');
      const attempt = attempts.begin(context);
      const { selector, code } = recoveryCodes.read(typed);
      const counted = await store.countRecoveryCodeAttempt(attempt, selector);
      if (counted.verdict !== 'counted') return attempts.refuseUncounted(context, counted);
      const stored = counted.code;
      const right = await recoveryCodes.verify(context.userId, code, stored);
      if (!code) return attempts.fail(context, attempt, 'format');
      if (!right || !stored) return attempts.fail(context, attempt, stored ? 'wrong' : 'unknown');
      if (stored.spent) return attempts.fail(context, attempt, 'replay');
      const spent = { method: 'recovery-code', selector, verifier: stored.verifier } as const;
      return completeSignIn(call, context, attempt, spent, (remaining) => [
        {
          event: 'auth.recovery_code.used',
          outcome: 'success',
          method: 'recovery-code',
          details: { remaining },
        },
      ]);
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
      const user = await users.verifyPassword(session.user.name, password);
      if (user?.id !== session.userId) return attempts.fail(context, attempt, 'wrong', 'invalid_credentials');
      return completeStepUp(session, context, attempt, undefined);
    },
  };
}
