import type { ActivityStore } from '../activity/activity.store.ts';
import { entriesOf, type Origin } from '../activity/journal.ts';
import type { Call, CookieChange, Identity, IssuedToken } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Requirements } from '../policy/requirements.ts';
import type { User, Users } from '../ports/users.ts';
import type { RememberedDevices } from '../remembered-devices/remembered-devices.ts';
import type { DeviceStore } from '../remembered-devices/remembered-devices.store.ts';
import { newToken } from '../secrets/tokens.ts';
import { membershipOf } from '../sessions/membership.ts';
import { sessionEnded } from '../sessions/session-ended.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { viewOf, type SessionView } from '../sessions/session-view.ts';
import type { SessionStore } from '../sessions/sessions.store.ts';
import { abandoned, replacedBy } from './replacing.ts';
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
  signOut(identity: Identity, origin: Origin): Promise<void>;
}

export function createSignIn(ports: {
  store: SignInStore & SessionStore & DeviceStore & ActivityStore;
  users: Users;
  sessions: Sessions;
  devices: RememberedDevices;
  requirements: Requirements;
}): SignIn {
  const { store, users, sessions, devices, requirements } = ports;

  /** Nobody is asked for the second half in a browser that is remembered for them (rule B2). */
  async function skipChallenge(
    user: User,
    origin: Origin,
    identity: Identity,
    unchangedSince: number,
  ): Promise<{ outcome?: SignInOutcome; device?: IssuedToken | null }> {
    const brought = devices.brought(identity.deviceCookie, origin.now);
    if (!brought) return {};
    const proofs = [
      { method: 'password', at: origin.now },
      { method: 'remembered-device', at: origin.now },
    ] as const;
    const { record, token, room } = sessions.issue(user.id, proofs, origin);
    const entries = entriesOf(origin, user.id, record.id);
    const verdict = await store.signInRemembered({
      session: record,
      room,
      membership: membershipOf(user),
      devices: brought.uses,
      supersededSince: brought.supersededSince,
      maySkip: (facts) => requirements.maySkipChallenge(user, facts, origin.now),
      unchangedSince,
      replacing: replacedBy(identity, origin),
      entries: (used, copied) => [
        ...copied.flatMap((device) => entriesOf(origin, user.id)(copiedDevice(device))),
        ...(used === undefined
          ? []
          : entries({
              event: 'auth.sign_in.success',
              outcome: 'success',
              method: 'remembered-device',
              details: { stage: 'complete', device: used },
            })),
      ],
    });
    const device = brought.cookieAfter(verdict);
    if (verdict.used === undefined) return device === undefined ? {} : { device };
    const { view, cookies } = await opened(token, origin);
    return { outcome: { view, cookies: { ...cookies, ...(device !== undefined && { device }) } } };
  }

  /** Read back rather than guessed: what the person has is in the same statement as the token. */
  async function opened(token: IssuedToken, origin: Origin): Promise<SignInOutcome> {
    const session = await sessions.resume(token.value, origin.now);
    if (!session) throw new Problem('conflict', { reason: 'the session was ended during the sign-in' });
    return { view: viewOf({ session }, sessions.limits.idle), cookies: { session: token, pending: null } };
  }

  /** @param reason For the audit and the log; from outside, all are the same. */
  async function refuse(origin: Origin, subject: string | undefined, reason: string): Promise<never> {
    const entries = entriesOf(origin, subject);
    await store.recordEntries(
      entries({ event: 'auth.sign_in.failure', outcome: 'failure', reason, method: 'password' }),
    );
    throw new Problem('invalid_credentials', { reason });
  }

  async function begin(
    proven: User,
    origin: Origin,
    identity: Identity,
    unchangedSince: number,
  ): Promise<SignInOutcome> {
    // Asked before anything is written: a password check may remember people longer than the host knows them, or as what they were. What
    // is asked of them goes by what the host says now, as it does in the session.
    const user = proven.disabled === true ? proven : await users.find(proven.id);
    if (!user || user.disabled === true) return refuse(origin, proven.id, user ? 'disabled' : 'unknown-user');
    const { outcome, ...skipped } = await skipChallenge(user, origin, identity, unchangedSince);
    if (outcome) return outcome;
    const proofs = [{ method: 'password', at: origin.now }] as const;
    const { record, token, room } = sessions.issue(user.id, proofs, origin);
    const pendingToken = newToken();
    const expiresAt = origin.now + PENDING_LIFETIME;
    const became = await store.beginSignIn({
      session: record,
      room,
      pending: { tokenHash: pendingToken.hash, expiresAt },
      membership: membershipOf(user),
      unchangedSince,
      replacing: replacedBy(identity, origin),
      entries: (became) =>
        entriesOf(
          origin,
          user.id,
          became === 'session' ? record.id : undefined,
        )({
          event: 'auth.sign_in.success',
          outcome: 'success',
          method: 'password',
          details: { stage: became === 'session' ? 'complete' : 'primary' },
        }),
    });
    if (became === 'outdated')
      throw new Problem('invalid_credentials', { reason: 'the password was changed meanwhile' });
    if (became === 'session') {
      const { view, cookies } = await opened(token, origin);
      return { view, cookies: { ...cookies, ...skipped } };
    }
    const live = await sessions.resumePending(pendingToken.value, origin.now);
    if (!live) throw new Problem('conflict', { reason: 'the account changed during the sign-in' });
    return {
      view: viewOf({ pending: live }, sessions.limits.idle),
      cookies: { session: null, pending: { value: pendingToken.value, expiresAt }, ...skipped },
    };
  }

  return {
    // The host verified before it called: a change of password in the same millisecond came first, and was of the new one.
    begin: (user, origin, identity) => begin(user, origin, identity, origin.now + 1),

    async withPassword(call, login, password) {
      if (!users.verifyPassword)
        throw new Problem('not_found', { reason: 'the host signs people in itself' });
      const { origin } = call;
      const user = await users.verifyPassword(login, password);
      // Unknown and wrong are one event without a subject: the login may well be a password typed into the wrong field (rule K6).
      if (!user) return refuse(origin, undefined, 'invalid-credentials');
      return begin(user, origin, call, origin.now);
    },

    async signOut({ session, named, pending }, origin) {
      // Also when a step-up has just replaced the token: whoever signs out means the session, whichever answer comes last. And also when
      // the person is disabled: once they no longer are, it would be alive again.
      const held = session ?? named;
      if (held) {
        const { id: sessionId, userId } = held;
        const entries = sessionEnded(origin, userId, { sessionId, reason: 'sign-out' });
        await store.endSession(sessionId, sessions.aliveAt(origin.now), entries);
      }
      if (pending) await store.dropPendingSignIn(pending.tokenHash, abandoned(pending, origin, 'sign-out'));
    },
  };
}

/** A token that was used up is brought by whoever has a copy, or by whom it was copied from: one of the two is not the person. */
const copiedDevice = (device: string) =>
  ({
    event: 'auth.device.forgotten',
    outcome: 'blocked',
    reason: 'copied',
    details: { device },
  }) as const;
