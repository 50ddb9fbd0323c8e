import type { AccountRecoveryStore, ClosedRecovery } from '../account-recovery/account-recovery.store.ts';
import { cancelledRecovery, completedRecovery, emptiedAccount } from '../account-recovery/happenings.ts';
import type { Recovery } from '../account-recovery/recovery.ts';
import type { Happening } from '../activity/audit-event.ts';
import { entriesOf, type Entry, type Origin } from '../activity/journal.ts';
import type { Call, LivePendingSignIn, LiveSession } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { User } from '../ports/users.ts';
import { forgottenBecause, type RememberedDevices } from '../remembered-devices/remembered-devices.ts';
import type { NewDevice } from '../remembered-devices/remembered-devices.store.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';
import type { Proof } from '../sessions/proof.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { sessionEnded } from '../sessions/session-ended.ts';
import { viewOf } from '../sessions/session-view.ts';
import type { ProofContext } from '../throttling/attempts.ts';
import type { ProofAttempt } from '../throttling/throttling.store.ts';
import { replacedBy } from './replacing.ts';
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
  /** Whether the person asked for this browser to be remembered; never with a recovery code. */
  readonly rememberDevice?: boolean;
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
  devices: RememberedDevices;
}): Completion {
  const { store, sessions, devices } = ports;
  return {
    async signIn(
      { origin, deviceCookie },
      pending,
      { proof, attempt, spent, rememberDevice, happenings, lost },
    ) {
      const userId = pending.facts.userId;
      const { record, token, room } = sessions.issue(userId, [...pending.proofs, proof], origin);
      const entries = entriesOf(origin, userId, record.id);
      const remembered =
        rememberDevice === true && pending.rememberDevice
          ? devices.remember(deviceCookie, origin)
          : undefined;
      let { facts } = pending;
      const outcome = await store.completeSignIn({
        pendingTokenHash: pending.tokenHash,
        ...(attempt && { attempt }),
        spent,
        session: record,
        room,
        cancelled: cancelledBySignIn(origin, userId, record.id),
        ...(remembered && { device: remembered.device }),
        forgetting: (ids) => ids.flatMap((id) => entries(forgottenBecause('too-many', id))),
        entries: (remaining) => {
          facts = withRemaining(facts, remaining);
          return entries(
            ...happenings(remaining),
            {
              event: 'auth.sign_in.success',
              outcome: 'success',
              method: proof.method,
              details: { stage: 'complete' },
            },
            ...(remembered ? [rememberedDevice(remembered.device)] : []),
          );
        },
      });
      if (outcome === 'gone') throw new Problem('challenge_expired');
      if (outcome === 'spent') return lost();
      const session = await sessions.liveAfter(record, token, pending.user, facts, origin.now);
      return {
        view: viewOf({ session }, sessions.limits.idle),
        cookies: { session: token, pending: null, ...(remembered && { device: remembered.cookie }) },
      };
    },

    async stepUp({ origin }, session, { proof, attempt, spent, factor, happenings = [], lost }) {
      const { rotation, token, proofs } = sessions.rotate(session, proof, origin.now);
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
      const live = await sessions.liveAfter(record, token, session.user, session.facts, origin.now);
      return { view: viewOf({ session: live }, sessions.limits.idle), cookies: { session: token } };
    },

    async accountRecovery({ origin, session, pending }, user, { recovery, tokenHash, attempt, admins }) {
      const proofs = [
        { method: 'password', at: origin.now },
        { method: 'account-recovery', at: origin.now },
      ] as const;
      const { record, token } = sessions.issue(user.id, proofs, origin);
      const entries = entriesOf(origin, user.id, record.id);
      // Their own sessions all end with the recovery; this browser may hold somebody else's.
      const others = session && session.userId !== user.id ? { session } : {};
      const outcome = await store.completeRecovery({
        recoveryId: recovery.id,
        tokenHash,
        attempt,
        session: record,
        replacing: replacedBy({ ...others, ...(pending && { pending }) }, origin),
        alive: sessions.aliveAt(origin.now),
        entries: (emptied, supportCase) => [
          ...emptied.sessionIds.flatMap((sessionId) =>
            sessionEnded(origin, user.id, { sessionId, reason: 'account-recovery', by: record.id }),
          ),
          ...entries(...emptiedAccount(emptied, 'account-recovery')),
          ...entries(completedRecovery(recovery, emptied, supportCase)).map((entry) => ({
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
      if (!live) throw new Problem('conflict', { reason: 'the session ended in that moment' });
      return {
        view: viewOf({ session: live }, sessions.limits.idle),
        // Every device of theirs is forgotten by now.
        cookies: { session: token, pending: null },
      };
    },
  };
}

const rememberedDevice = ({ id, createdAt, expiresAt }: NewDevice): Happening => ({
  event: 'auth.device.remembered',
  outcome: 'success',
  details: { device: id, seconds: (expiresAt - createdAt) / 1000 },
});

function withRemaining(facts: AccountFacts, remaining: number | undefined): AccountFacts {
  return remaining === undefined || !facts.recoveryCodes
    ? facts
    : { ...facts, recoveryCodes: { ...facts.recoveryCodes, remaining } };
}
