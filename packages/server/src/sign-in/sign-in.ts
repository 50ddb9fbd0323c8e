import type { ActivityStore } from '../activity/activity.store.ts';
import { entriesOf, type Entry, type Origin } from '../activity/journal.ts';
import type { Call, CookieChange, Identity, LiveSession } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { User, Users } from '../ports/users.ts';
import { newId } from '../secrets/ids.ts';
import { newToken } from '../secrets/tokens.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { viewOf, type SessionView } from '../sessions/session-view.ts';
import type { SessionStore } from '../sessions/sessions.store.ts';
import { subjectOfAddress } from '../throttling/address.ts';
import { secondsUntil } from '../throttling/attempts.ts';
import { ADDRESS_LIMIT } from '../throttling/limits.ts';
import type { ThrottlingStore } from '../throttling/throttling.store.ts';
import type { SignInStore } from './sign-in.store.ts';

/** A pending sign-in lives for ten minutes: long enough to find the phone. */
const PENDING_LIFETIME = 10 * 60_000;

/** What a step of signing in gives back: the view, and the cookies that make it true. */
export interface SignInOutcome {
  readonly view: SessionView;
  readonly cookies: CookieChange;
}

/** The first half of a sign-in, and its end. */
export interface SignIn {
  withPassword(call: Call, login: string, password: string): Promise<SignInOutcome>;
  /**
   * The funnel (rule S6): every way in ends here, with a person whose first half was proven. It becomes a session, or a pending sign-in
   * for people who have a factor.
   *
   * @throws Problem `invalid_credentials` for a disabled person.
   */
  begin(user: User, origin: Origin, identity: Identity): Promise<SignInOutcome>;
  /** Ends the session, and a pending sign-in, on the server. */
  signOut(call: Call): Promise<void>;
}

export function createSignIn(ports: {
  store: SignInStore & SessionStore & ThrottlingStore & ActivityStore;
  users: Users;
  sessions: Sessions;
}): SignIn {
  const { store, users, sessions } = ports;

  async function begin(user: User, origin: Origin, { session, pending }: Identity): Promise<SignInOutcome> {
    if (user.disabled === true) throw new Problem('invalid_credentials', { reason: 'disabled' });
    const proofs = [{ method: 'password', at: origin.now }] as const;
    const { record, token } = sessions.issue(user.id, proofs, origin);
    const pendingToken = newToken();
    const expiresAt = origin.now + PENDING_LIFETIME;
    const became = await store.beginSignIn({
      session: record,
      pending: { tokenHash: pendingToken.hash, expiresAt },
      workspace: user.workspace ?? '',
      replacing: {
        ...(session && { sessionId: session.id }),
        ...(pending && { pendingTokenHash: pending.tokenHash }),
      },
      entries: (became) => [
        ...(session ? endedEntries(session, origin, 'new-sign-in') : []),
        ...entriesOf(
          origin,
          user.id,
          became === 'session' ? record.id : undefined,
        )({
          event: 'auth.sign_in.success',
          outcome: 'success',
          method: 'password',
          details: { stage: became === 'session' ? 'complete' : 'primary' },
        }),
      ],
    });
    if (became === 'outdated')
      throw new Problem('invalid_credentials', { reason: 'the password was changed meanwhile' });
    // Read back rather than guessed: what the person has is in the same statement as the token.
    if (became === 'session') {
      const live = await sessions.resume(token.value, origin.now);
      if (!live) throw new Problem('unavailable', { reason: 'the session just written is not there' });
      return {
        view: viewOf({ session: live }, sessions.limits.idle),
        cookies: { session: token, pending: null },
      };
    }
    const live = await sessions.resumePending(pendingToken.value, origin.now);
    if (!live) throw new Problem('conflict', { reason: 'the account changed during the sign-in' });
    return {
      view: viewOf({ pending: live }, sessions.limits.idle),
      cookies: { session: null, pending: { value: pendingToken.value, expiresAt } },
    };
  }

  return {
    begin,

    async withPassword(call, login, password) {
      if (!users.verifyPassword)
        throw new Problem('not_found', { reason: 'the host signs people in itself' });
      const { origin } = call;
      const address = subjectOfAddress(origin.ip);
      const attempt = { id: newId(), at: origin.now };
      const counted = await store.countAttempt(ADDRESS_LIMIT, address, attempt);
      if (counted.verdict === 'closed') {
        throw new Problem('too_many_attempts', { retryAfter: secondsUntil(counted.retryAt, origin.now) });
      }
      const user = await users.verifyPassword(login, password);
      if (!user || user.disabled === true) {
        // Unknown and wrong are one event without a subject: the login may well be a password typed into the wrong field (rule K6).
        const subject = user?.id;
        const reason = user ? 'disabled' : 'invalid-credentials';
        const entries = entriesOf(origin, subject);
        await store.recordEntries(
          entries({ event: 'auth.sign_in.failure', outcome: 'failure', reason, method: 'password' }),
        );
        throw new Problem('invalid_credentials', { reason });
      }
      const outcome = await begin(user, origin, call);
      await store.withdrawAttempt(ADDRESS_LIMIT, address, attempt);
      return outcome;
    },

    async signOut({ session, pending, origin }) {
      if (session) await store.endSession(session.id, endedEntries(session, origin, 'sign-out'));
      if (pending) await store.dropPendingSignIn(pending.tokenHash);
    },
  };
}

function endedEntries(
  session: LiveSession,
  origin: Origin,
  reason: 'sign-out' | 'new-sign-in',
): readonly Entry[] {
  const entries = entriesOf(origin, session.userId, session.id);
  return entries({ event: 'auth.session.ended', outcome: 'success', reason });
}
