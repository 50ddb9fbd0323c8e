import type { IssuedToken, LivePendingSignIn, LiveSession } from '../api/call.ts';
import type { Origin } from '../activity/journal.ts';
import { keptBy } from '../policy/requirement.ts';
import type { Requirements } from '../policy/requirements.ts';
import type { Users } from '../ports/users.ts';
import { newId } from '../secrets/ids.ts';
import { csrfOfToken, hashOfToken, looksLikeToken, newToken } from '../secrets/tokens.ts';
import type { SignInStore } from '../sign-in/sign-in.store.ts';
import type { AccountFacts } from './account-facts.ts';
import { endOf } from './assurance.ts';
import { withProof, type Proof } from './proof.ts';
import { othersEnded, sessionEnded } from './session-ended.ts';
import type {
  Alive,
  EndingSessions,
  FactorRemoval,
  MakingRoom,
  NamedSession,
  NewSession,
  OtherSessions,
  Rotation,
  SessionStore,
  StoredSession,
} from './sessions.store.ts';

/** The last-seen time is written at most this often, or ten times in the idle limit of a shorter one: a session check stays a read. */
const SEEN_EVERY = 60_000;

export interface SessionLimits {
  /** Milliseconds. */
  readonly absolute: number;
  readonly idle: number;
}

/** Tokens and lifetimes of sessions and pending sign-ins. It decides whether a token is alive, not what its bearer may do. */
export interface Sessions {
  readonly limits: SessionLimits;
  /** The live session of a token, or `undefined`: unknown, ended, idled out, or its person disabled. */
  resume(tokenValue: string, now: number): Promise<LiveSession | undefined>;
  /** The session of a token that `resume` did not find alive: its person is disabled, or its browser has, or is about to get, a newer one. */
  named(tokenValue: string): Promise<NamedSession | undefined>;
  resumePending(tokenValue: string, now: number): Promise<LivePendingSignIn | undefined>;
  /** A session to be recorded, its token, and what makes room for it. */
  issue(
    userId: string,
    proofs: readonly Proof[],
    origin: Origin,
  ): { readonly record: NewSession; readonly token: IssuedToken; readonly room: MakingRoom };
  /** A new token for a session in which something was proven again, or changed (rule B1). */
  rotate(
    session: LiveSession,
    proof: Proof | undefined,
    now: number,
  ): { readonly rotation: Rotation; readonly token: IssuedToken; readonly proofs: readonly Proof[] };
  /** What tells which sessions are alive at a time. */
  aliveAt(now: number): Alive;
  othersThan(session: LiveSession, now: number): OtherSessions;
  removalFrom(session: LiveSession, now: number): FactorRemoval;
  /** The others that could only enrol, which end when a factor is added in this one. */
  endingByEnrolment(session: LiveSession, origin: Origin): EndingSessions;
  /** What a request would find, now that this was recorded: spares the look-up after a write. */
  liveAfter(
    record: NewSession,
    token: IssuedToken,
    user: LiveSession['user'],
    facts: AccountFacts,
    now: number,
  ): Promise<LiveSession>;
}

export function createSessions(ports: {
  store: SessionStore & SignInStore;
  users: Users;
  limits: SessionLimits;
  /** Whether a browser may be remembered at the end of a sign-in, as far as the host is concerned. */
  rememberDevice: boolean;
  requirements: Requirements;
}): Sessions {
  const { store, users, limits, rememberDevice, requirements } = ports;
  const seenEvery = Math.min(SEEN_EVERY, limits.idle / 10);

  const aliveAt = (now: number): Alive => ({ now, seenSince: now - limits.idle });

  const othersThan = ({ userId, id }: LiveSession, now: number): OtherSessions => ({
    userId,
    currentId: id,
    ...aliveAt(now),
  });

  async function enabledUser(id: string): Promise<LiveSession['user'] | undefined> {
    const user = await users.find(id);
    return user && user.disabled !== true ? user : undefined;
  }

  /** Whoever is in a session has what is asked of them noticed in it: at a sign-in, and in sessions that were there before it was asked. */
  async function liveOf(
    session: StoredSession,
    user: LiveSession['user'],
    csrf: string,
    now: number,
  ): Promise<LiveSession> {
    const facts = await requirements.noticed(user, await requirements.settled(user, session.facts), now);
    return { ...session, user, csrf, facts, requirement: requirements.of(user, facts, now) };
  }

  return {
    limits,
    aliveAt,

    async resume(tokenValue, now) {
      if (!looksLikeToken(tokenValue)) return undefined;
      const session = await store.findSession(hashOfToken(tokenValue), now, now - limits.idle);
      if (!session || now >= endOf(session)) return undefined;
      const user = await enabledUser(session.userId);
      if (!user) return undefined;
      const live = await liveOf(session, user, csrfOfToken(tokenValue), now);
      if (now - session.lastSeenAt < seenEvery) return live;
      await store.touchSession(session.tokenHash, now);
      return { ...live, lastSeenAt: now };
    },

    named: (tokenValue) =>
      looksLikeToken(tokenValue) ? store.findNamed(hashOfToken(tokenValue)) : Promise.resolve(undefined),

    async resumePending(tokenValue, now) {
      if (!looksLikeToken(tokenValue)) return undefined;
      const pending = await store.findPendingSignIn(hashOfToken(tokenValue), now);
      const user = pending && (await enabledUser(pending.facts.userId));
      if (!user) return undefined;
      const facts = await requirements.settled(user, pending.facts);
      return {
        ...pending,
        user,
        facts,
        csrf: csrfOfToken(tokenValue),
        requirement: requirements.of(user, facts, now),
        rememberDevice: rememberDevice && requirements.maySkipChallenge(user, facts, now),
      };
    },

    issue(userId, proofs, origin) {
      const token = newToken();
      const expiresAt = origin.now + limits.absolute;
      const id = newId();
      return {
        token: { value: token.value, expiresAt },
        room: {
          alive: aliveAt(origin.now),
          entries: (sessionIds) =>
            sessionIds.flatMap((sessionId) =>
              sessionEnded(origin, userId, { sessionId, reason: 'too-many-sessions', by: id }),
            ),
        },
        record: {
          tokenHash: token.hash,
          id,
          userId,
          proofs,
          createdAt: origin.now,
          expiresAt,
          ip: origin.ip,
          userAgent: origin.userAgent,
        },
      };
    },

    rotate(session, proof, now) {
      const token = newToken();
      const proofs = proof ? withProof(session.proofs, proof) : session.proofs;
      return {
        token: { value: token.value, expiresAt: session.expiresAt },
        proofs,
        rotation: {
          tokenHash: session.tokenHash,
          newTokenHash: token.hash,
          formerProofs: session.proofs,
          proofs,
          at: now,
        },
      };
    },

    othersThan,

    removalFrom: (session, now) => ({
      ...othersThan(session, now),
      epoch: session.facts.epoch,
      keeping: keptBy(session.requirement),
    }),

    endingByEnrolment: (session, origin) => ({
      alive: aliveAt(origin.now),
      entries: (sessionIds) => othersEnded(origin, session, sessionIds, 'factor-added'),
    }),

    liveAfter: (record, token, user, facts, now) =>
      liveOf({ ...record, facts, lastSeenAt: now }, user, csrfOfToken(token.value), now),
  };
}
