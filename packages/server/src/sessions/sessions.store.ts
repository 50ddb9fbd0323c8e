import type { Entry } from '../activity/journal.ts';
import type { AccountFacts } from './account-facts.ts';
import type { Proof } from './proof.ts';

/** A session to be recorded. */
export interface NewSession {
  readonly tokenHash: string;
  readonly id: string;
  readonly userId: string;
  readonly proofs: readonly Proof[];
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly ip: string;
  readonly userAgent: string;
}

/** A live session with what is known of its person. */
export interface StoredSession extends NewSession {
  readonly lastSeenAt: number;
  readonly facts: AccountFacts;
}

/** A session that a token names, whether or not it opens it. */
export interface NamedSession extends Pick<StoredSession, 'id' | 'userId'> {
  /** Whether it has a newer token than the one that was brought. */
  readonly superseded: boolean;
}

/** A session on its owner's list. */
export type ListedSession = Omit<StoredSession, 'tokenHash' | 'facts'>;

/** Which sessions to list: the live ones of a person, the current one first, then by when they were last seen. */
export interface SessionQuery {
  readonly userId: string;
  readonly currentId: string;
  readonly now: number;
  /** A session last seen before this has idled out. */
  readonly seenSince: number;
  readonly most: number;
}

/** What tells which sessions are alive. */
export type Alive = Pick<SessionQuery, 'now' | 'seenSince'>;

/** The other sessions of a person, and what tells which of them are alive. */
export type OtherSessions = Omit<SessionQuery, 'most'>;

/** Sessions that may end with a change, and what is told of them. */
export interface EndingSessions {
  readonly alive: Alive;
  /** @param sessionIds Those that ended and were alive. */
  readonly entries: (sessionIds: readonly string[]) => readonly Entry[];
}

/** What is to be done for one more session of a person who has as many as there may be: the one that was longest unused ends. */
export type MakingRoom = EndingSessions;

/** Somebody who removes factors. */
export interface FactorRemoval extends OtherSessions {
  /** The account's epoch when the right to remove was checked. */
  readonly epoch: number;
  /** What policy does not let go with the last of its kind (rule S7). */
  readonly keeping: 'nothing' | 'factor' | 'passkey';
}

/**
 * What keeps factors from being removed: something else changed meanwhile, the session that asked has ended, or policy asks for the last
 * of them.
 */
export type RemovalRefused = 'conflict' | 'gone' | 'last-factor';

/** A session's new token and proofs. The row keeps its id: it is the same session, the old token is dead (rule B1). */
export interface Rotation {
  readonly tokenHash: string;
  readonly newTokenHash: string;
  /** The proofs that the new ones were made from; a session that has others by now is not the one that was looked at. */
  readonly formerProofs: readonly Proof[];
  readonly proofs: readonly Proof[];
  /** Milliseconds; the session was seen then. */
  readonly at: number;
}

export interface SessionStore {
  /** @param seenSince A session last seen before this has idled out. */
  findSession(tokenHash: string, now: number, seenSince: number): Promise<StoredSession | undefined>;
  touchSession(tokenHash: string, now: number): Promise<void>;
  /**
   * The session whose token this is, or was before the one that it has now. Two requests of one browser may cross: the one with the old
   * token must not clear the cookie that the other has just set.
   */
  findNamed(tokenHash: string): Promise<NamedSession | undefined>;
  listSessions(query: SessionQuery): Promise<readonly ListedSession[]>;
  ownsSession(userId: string, sessionId: string): Promise<boolean>;
  /**
   * By its id, which survives a rotation: a session that is given a new token at the same moment ends all the same.
   *
   * @returns whether there was one alive to end.
   */
  endSession(sessionId: string, alive: Alive, entries: readonly Entry[]): Promise<boolean>;
}
