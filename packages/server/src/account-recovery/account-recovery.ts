import { entriesOf, systemEntry } from '../activity/journal.ts';
import type { Call } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { User } from '../ports/users.ts';
import { newId } from '../secrets/ids.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { seal } from '../secrets/sealing.ts';
import { hashOfToken, looksLikeToken } from '../secrets/tokens.ts';
import type { Completion } from '../sign-in/completion.ts';
import type { SignInOutcome } from '../sign-in/sign-in.ts';
import { subjectOfAddress } from '../throttling/address.ts';
import { secondsUntil, type Attempts, type ProofContext } from '../throttling/attempts.ts';
import { RECOVERY_ASKS_LIMIT, RECOVERY_PASSWORDS_LIMIT } from '../throttling/limits.ts';
import type { ThrottlingStore } from '../throttling/throttling.store.ts';
import type { AccountRecoveryStore, RecoveryLink } from './account-recovery.store.ts';
import { askPlace } from './ask-place.ts';
import { cancelledRecovery, recoveryHappening, UNKNOWN_ACTOR } from './happenings.ts';
import { addressesDigest, type Recovery, type RecoveryStatus, type RecoveryTimes } from './recovery.ts';
import type { RecoveryUsers } from '../ports/recovery-users.ts';

/** How far a recovery is, as the bearer of a mailed link is told. */
export interface RecoveryView {
  readonly status: 'requested' | 'waiting' | 'ready' | 'completed' | 'cancelled' | 'expired';
  /** Milliseconds. */
  readonly readyAt: number | undefined;
  readonly expiresAt: number;
}

/** Getting back in when every factor and every code is gone: by mail, with a wait, and the password at the end. */
export interface AccountRecovery {
  /** Takes a login down. Whether anybody has it is found out later, so the answer is the same for all, and as quick (rule B5). */
  ask(call: Call, login: string): Promise<void>;
  /** Begins the wait. Saying so again changes nothing. */
  open(call: Call, token: string): Promise<RecoveryView>;
  status(call: Call, token: string): Promise<RecoveryView>;
  /** Cancels what the link belongs to; links that are used or unknown are answered alike. */
  cancel(call: Call, token: string): Promise<void>;
  /** Finishes it with the last link and the password; opens the restricted session. */
  complete(call: Call, token: string, password: string): Promise<SignInOutcome>;
}

/** To the person, a case that waits for a decision waits, and one that was rejected is over as if it had been cancelled. */
const TOLD: Readonly<Record<RecoveryStatus, RecoveryView['status']>> = {
  requested: 'requested',
  pending: 'waiting',
  waiting: 'waiting',
  ready: 'ready',
  completed: 'completed',
  rejected: 'cancelled',
  cancelled: 'cancelled',
  expired: 'expired',
};

export function createAccountRecovery(ports: {
  store: AccountRecoveryStore & ThrottlingStore;
  users: RecoveryUsers;
  ring: KeyRing;
  attempts: Attempts;
  completion: Completion;
  times: RecoveryTimes;
}): AccountRecovery {
  const { store, users, ring, attempts, completion, times } = ports;

  function viewAt(recovery: Recovery, now: number): RecoveryView {
    const { readyAt, expiresAt } = recovery;
    return { status: TOLD[times.statusAt(recovery, now)], readyAt, expiresAt };
  }

  async function find(token: string): Promise<{ recovery: Recovery; link: RecoveryLink }> {
    const found = looksLikeToken(token) ? await store.findRecoveryByLink(hashOfToken(token)) : undefined;
    if (!found || found.link.purpose === 'cancel') throw new Problem('expired', { reason: 'no such link' });
    return found;
  }

  /** @throws Problem `expired` when the person is gone, or has other addresses than those that were mailed (rule R1). */
  async function personOf(recovery: Recovery, now: number): Promise<User> {
    const user = await users.find(recovery.userId);
    if (user && user.disabled !== true && addressesDigest(user) === recovery.addresses) return user;
    if (user?.disabled === true) throw new Problem('expired', { reason: 'disabled' });
    const reason = user ? 'address-changed' : 'person-gone';
    const entries = [systemEntry(now, recovery.userId, cancelledRecovery(recovery, reason))];
    await store.cancelRecovery(recovery.id, now, entries);
    throw new Problem('expired', { reason });
  }

  return {
    async ask({ origin }, login) {
      const attempt = { id: newId(), at: origin.now };
      const address = subjectOfAddress(origin.ip);
      const counted = await store.countAttempt(RECOVERY_ASKS_LIMIT, address, attempt);
      // Not told: it would be the only answer that differs, and it is for floods and not for people.
      if (counted.verdict !== 'counted') return;
      const id = newId();
      await store.keepRecoveryAsk({
        id,
        login: seal(ring, 'recovery-ask', askPlace(id), Buffer.from(login)),
        at: origin.now,
        ip: origin.ip,
        userAgent: origin.userAgent,
        requestId: origin.requestId,
      });
    },

    async open({ origin }, token) {
      const { recovery, link } = await find(token);
      if (link.purpose !== 'open' || recovery.closedAt !== undefined)
        throw new Problem('expired', { reason: `${link.purpose} link, ${recovery.status}` });
      if (recovery.status !== 'requested') return viewAt(recovery, origin.now);
      if ((link.goodUntil ?? 0) <= origin.now)
        throw new Problem('expired', { reason: 'the first link is too old' });
      await personOf(recovery, origin.now);
      const opening = times.opened(origin.now);
      const entries = entriesOf(origin, recovery.userId, undefined, UNKNOWN_ACTOR);
      const opened = await store.openRecovery(
        recovery.id,
        opening,
        entries(recoveryHappening(recovery, 'opened', { readyAt: opening.readyAt })),
      );
      // Of two at once, the other one began the wait; or it was cancelled just now.
      if (!opened) {
        const { recovery: now } = await find(token);
        if (now.closedAt !== undefined) throw new Problem('expired', { reason: now.status });
        return viewAt(now, origin.now);
      }
      return viewAt({ ...recovery, ...opening }, origin.now);
    },

    async status({ origin }, token) {
      const { recovery } = await find(token);
      return viewAt(recovery, origin.now);
    },

    async cancel({ origin }, token) {
      if (!looksLikeToken(token)) return;
      await store.cancelRecoveryByLink(hashOfToken(token), origin.now, (recovery) =>
        entriesOf(origin, recovery.userId, undefined, UNKNOWN_ACTOR)(cancelledRecovery(recovery, 'link')),
      );
    },

    async complete(call, token, password) {
      const { origin } = call;
      const { recovery, link } = await find(token);
      if (recovery.closedAt !== undefined) throw new Problem('expired', { reason: recovery.status });
      if (link.purpose !== 'finish' || recovery.status !== 'ready')
        throw new Problem('conflict', { reason: `${link.purpose} link, ${recovery.status}` });
      if (times.statusAt(recovery, origin.now) === 'expired' || (link.goodUntil ?? 0) <= origin.now)
        throw new Problem('expired', { reason: 'the last link is too old' });
      const user = await personOf(recovery, origin.now);
      const context: ProofContext = {
        origin,
        userId: user.id,
        purpose: 'account-recovery',
        method: 'password',
      };
      const attempt = attempts.begin(context);
      const counted = await store.countProofAttempt(attempt);
      if (counted.verdict !== 'counted') return attempts.refuseUncounted(context, counted);
      return attempts.judge(attempt, async () => {
        // Guessing here is bounded for good: the link is not used up by it, but no more than a handful can be tried on one recovery.
        const tried = await store.countAttempt(RECOVERY_PASSWORDS_LIMIT, recovery.id, attempt);
        if (tried.verdict === 'closed')
          throw new Problem('too_many_attempts', { retryAfter: secondsUntil(tried.retryAt, origin.now) });
        const proven = await users.verifyPassword(user.name, password).catch(async (error: unknown) => {
          await store.withdrawAttempt(RECOVERY_PASSWORDS_LIMIT, recovery.id, attempt);
          throw error;
        });
        if (proven?.id !== user.id) return attempts.fail(context, attempt, 'wrong', 'invalid_credentials');
        return completion.accountRecovery(call, user, {
          recovery,
          tokenHash: link.tokenHash,
          attempt,
          admins: (await users.admins?.(user)) ?? [],
        });
      });
    },
  };
}
