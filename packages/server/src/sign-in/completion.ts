import type { AccountRecoveryStore, ClosedRecovery } from '../account-recovery/account-recovery.store.ts';
import {
  cancelledRecovery,
  completedRecovery,
  emptiedAccount,
} from '../account-recovery/happenings.ts';
import type { Recovery } from '../account-recovery/recovery.ts';
import type { Happening } from '../activity/audit-event.ts';
import { entriesOf, type Entry, type Origin } from '../activity/journal.ts';
import type { Call, LivePendingSignIn, LiveSession } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { User } from '../ports/users.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';
import type { Proof } from '../sessions/proof.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { viewOf } from '../sessions/session-view.ts';
import type { ProofContext } from '../throttling/attempts.ts';
import type { ProofAttempt } from '../throttling/throttling.store.ts';
import type { SignInOutcome } from './sign-in.ts';
import type { SignInStore, SpentProof, StepUpCompletion } from './sign-in.store.ts';

/** An accepted proof, before anything is written. */
interface Accepted {
  readonly proof: Proof;
  readonly attempt?: ProofAttempt;
  /** Answers when what was to be spent was spent, or removed, by somebody else first. */
  readonly lost: () => Promise<SignInOutcome>;
}

export interface SignInProof extends Accepted {
  readonly spent: SpentProof;
  /** @param remaining Recovery codes left, when one was spent. */
  readonly happenings: (remaining: number | undefined) => readonly Happening[];
}

export interface StepUpProof extends Accepted {
  readonly spent?: NonNullable<StepUpCompletion['spent']>;
  readonly factor?: { readonly id: string; readonly label: string };
  readonly happenings?: readonly Happening[];
}

/** The last link and the password of an account recovery, both accepted. */
export interface RecoveryProof {
  readonly recovery: Recovery;
  readonly tokenHash: string;
  readonly attempt: ProofAttempt;
  /** Who administers the person's workspace, and is told. */
  readonly admins: readonly User[];
}

/** Where every accepted proof ends: in a new session, or in the session that there is. One place for all methods (rule S6). */
export interface Completion {
  /** Consumes the pending sign-in with the proof, and opens the session (rule S3). */
  signIn(call: Call, pending: LivePendingSignIn, accepted: SignInProof): Promise<SignInOutcome>;
  /** Records the proof in the session, under a new token (rule B1). */
  stepUp(call: Call, session: LiveSession, accepted: StepUpProof): Promise<SignInOutcome>;
  /** Uses up the recovery, empties the account, and opens the session that may only enrol (rule R2). */
  accountRecovery(call: Call, user: User, accepted: RecoveryProof): Promise<SignInOutcome>;
}

/** A sign-in with a second step cancels what was open. */
export const cancelledBySignIn =
  (origin: Origin, userId: string, sessionId: string) =>
  (recoveries: readonly ClosedRecovery[]): readonly Entry[] =>
    entriesOf(
      origin,
      userId,
      sessionId,
    )(...recoveries.map((recovery) => cancelledRecovery(recovery, 'signed-in')));

/** Whom a challenge is for: the bearer of a session steps up, the bearer of a pending sign-in finishes it. */
export function challenged({ session, pending, origin }: Call, method: Proof['method']): ProofContext {
  if (session) return { origin, method, purpose: 'step-up', userId: session.userId, sessionId: session.id };
  if (!pending) throw new Problem('challenge_expired');
  return {
    origin,
    method,
    purpose: 'sign-in',
    userId: pending.facts.userId,
    pendingTokenHash: pending.tokenHash,
  };
}

export function createCompletion(ports: {
  store: SignInStore & AccountRecoveryStore;
  sessions: Sessions;
}): Completion {
  const { store, sessions } = ports;
  return {
    async signIn({ origin }, pending, { proof, attempt, spent, happenings, lost }) {
      const userId = pending.facts.userId;
      const { record, token } = sessions.issue(userId, [...pending.proofs, proof], origin);
      const entries = entriesOf(origin, userId, record.id);
      let { facts } = pending;
      const outcome = await store.completeSignIn({
        pendingTokenHash: pending.tokenHash,
        ...(attempt && { attempt }),
        spent,
        session: record,
        cancelled: cancelledBySignIn(origin, userId, record.id),
        entries: (remaining) => {
          facts = withRemaining(facts, remaining);
          return entries(...happenings(remaining), {
            event: 'auth.sign_in.success',
            outcome: 'success',
            method: proof.method,
            details: { stage: 'complete' },
          });
        },
      });
      if (outcome === 'gone') throw new Problem('challenge_expired');
      if (outcome === 'spent') return lost();
      const session = sessions.liveAfter(record, token, pending.user, facts, origin.now);
      return { view: viewOf({ session }, sessions.limits.idle), cookies: { session: token, pending: null } };
    },

    async stepUp({ origin }, session, { proof, attempt, spent, factor, happenings = [], lost }) {
      const { rotation, token, proofs } = sessions.rotate(session, proof);
      const entries = entriesOf(origin, session.userId, session.id);
      const outcome = await store.completeStepUp({
        userId: session.userId,
        ...(attempt && { attempt }),
        ...(spent && { spent }),
        now: origin.now,
        rotation,
        entries: entries(...happenings, {
          event: 'auth.step_up.success',
          outcome: 'success',
          method: proof.method,
          ...(factor && { factor }),
        }),
      });
      if (outcome === 'gone') throw new Problem('session_required');
      if (outcome === 'spent') return lost();
      const record = { ...session, tokenHash: rotation.newTokenHash, proofs };
      const live = sessions.liveAfter(record, token, session.user, session.facts, origin.now);
      return { view: viewOf({ session: live }, sessions.limits.idle), cookies: { session: token } };
    },

    async accountRecovery({ origin, session, pending }, user, { recovery, tokenHash, attempt, admins }) {
      const proofs = [
        { method: 'password', at: origin.now },
        { method: 'account-recovery', at: origin.now },
      ] as const;
      const { record, token } = sessions.issue(user.id, proofs, origin);
      const entries = entriesOf(origin, user.id, record.id);
      const ended = (userId: string, sessionId: string, reason: string): readonly Entry[] =>
        entriesOf(origin, userId, sessionId)({ event: 'auth.session.ended', outcome: 'success', reason });
      const outcome = await store.completeRecovery({
        recoveryId: recovery.id,
        tokenHash,
        attempt,
        session: record,
        replacing: {
          ...(session && { sessionId: session.id }),
          ...(pending && { pendingTokenHash: pending.tokenHash }),
        },
        entries: (emptied) => [
          ...(session && session.userId !== user.id
            ? ended(session.userId, session.id, 'new-sign-in')
            : []),
          ...emptied.sessionIds.flatMap((id) => ended(user.id, id, 'account-recovery')),
          ...entries(...emptiedAccount(emptied, 'account-recovery')),
          ...entries(completedRecovery(recovery, emptied)).map((entry) => ({
            ...entry,
            further: admins.map(({ id }) => ({
              name: 'member-recovered' as const,
              userId: id,
              facts: { at: origin.now },
            })),
          })),
          ...entries({
            event: 'auth.sign_in.success',
            outcome: 'success',
            method: 'account-recovery',
            details: { stage: 'complete' },
          }),
        ],
      });
      if (outcome === 'gone') throw new Problem('expired', { reason: 'cancelled or finished meanwhile' });
      // Read back rather than guessed: nothing that was known of the person before is true any more.
      const live = await sessions.resume(token.value, origin.now);
      if (!live) throw new Problem('unavailable', { reason: 'the session just written is not there' });
      return {
        view: viewOf({ session: live }, sessions.limits.idle),
        cookies: { session: token, pending: null },
      };
    },
  };
}

function withRemaining(facts: AccountFacts, remaining: number | undefined): AccountFacts {
  return remaining === undefined || !facts.recoveryCodes
    ? facts
    : { ...facts, recoveryCodes: { ...facts.recoveryCodes, remaining } };
}
