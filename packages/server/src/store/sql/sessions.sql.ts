import type { Entry } from '../../activity/journal.ts';
import { withoutFactors, type Proof } from '../../sessions/proof.ts';
import type {
  Alive,
  ListedSession,
  MakingRoom,
  NewSession,
  OtherSessions,
  Rotation,
  SessionStore,
  StoredSession,
} from '../../sessions/sessions.store.ts';
import type { Replacing } from '../../sign-in/sign-in.store.ts';
import { SESSIONS_AT_ONCE } from '../../throttling/limits.ts';
import { FACT_COLUMNS, FACT_JOIN, factsOf, type FactRow } from './accounts.sql.ts';
import { writeEntries } from './journal.sql.ts';
import {
  affected,
  all,
  first,
  last,
  step,
  together,
  type Database,
  type Row,
  type Step,
  type StepResult,
  type UnitOfWork,
} from './unit-of-work.ts';

interface ListedRow {
  id: string;
  user_id: string;
  proofs: string;
  created_at: number;
  last_seen_at: number;
  expires_at: number;
  ip: string;
  user_agent: string;
}

interface SessionRow extends ListedRow, FactRow {
  token_hash: string;
}

const listedOf = (row: ListedRow): ListedSession => ({
  id: row.id,
  userId: row.user_id,
  proofs: JSON.parse(row.proofs) as Proof[],
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  expiresAt: row.expires_at,
  ip: row.ip,
  userAgent: row.user_agent,
});

const sessionOf = (row: SessionRow): StoredSession => ({
  ...listedOf(row),
  tokenHash: row.token_hash,
  facts: factsOf(row),
});

export function insertSession(session: NewSession): Step {
  return step(
    `INSERT INTO mfa_sessions (token_hash, id, user_id, proofs, created_at, last_seen_at, expires_at, ip, user_agent)
     VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
    session.tokenHash,
    session.id,
    session.userId,
    JSON.stringify(session.proofs),
    session.createdAt,
    session.expiresAt,
    session.ip,
    session.userAgent,
  );
}

/**
 * Before one more session is opened: those of a person that were longest unused end, and so do those that had expired. The one that the new one
 * takes the place of is not counted. The account is locked, so that the cap holds.
 */
export const makingRoom = ({ userId, createdAt }: NewSession, { session: replaced }: Replacing = {}): Step =>
  step(
    `DELETE FROM mfa_sessions WHERE user_id = $1 AND id <> $3 AND id NOT IN (
       SELECT id FROM mfa_sessions WHERE user_id = $1 AND id <> $3 AND expires_at > $2
       ORDER BY last_seen_at DESC, created_at DESC, id LIMIT $4) RETURNING id, last_seen_at, expires_at`,
    userId,
    createdAt,
    replaced?.id ?? '',
    SESSIONS_AT_ONCE - 1,
  );

/** Tells of the sessions that made room, as far as somebody could still have been in them. */
export const toldOfRoom = (made: StepResult | undefined, { alive, entries }: MakingRoom): readonly Entry[] =>
  entries(liveIdsIn(made?.rows, alive));

const deleteSession = (id: string): Step => step('DELETE FROM mfa_sessions WHERE id = $1', id);

export const deletePending = (tokenHash: string): Step =>
  step('DELETE FROM mfa_pending_sign_ins WHERE token_hash = $1', tokenHash);

/** Ends what a browser held until now. Of several sign-ins that take its place at once, one finds it. */
export const endingReplaced = ({ session, pending }: Replacing): readonly Step[] => [
  ...(session ? [deleteSession(session.id)] : []),
  ...(pending ? [deletePending(pending.tokenHash)] : []),
];

/** What is to be told of what `endingReplaced` found. */
export function toldOfReplaced(
  { session, pending }: Replacing,
  results: readonly StepResult[],
): readonly Entry[] {
  const held = [...(session ? [session] : []), ...(pending ? [pending] : [])];
  return held.flatMap(({ entries }, index) => (results[index]?.affected === 1 ? entries : []));
}

/** The same in a round trip of its own, if there is anything to end. */
export function* endReplaced(replacing: Replacing): UnitOfWork<readonly Entry[]> {
  const steps = endingReplaced(replacing);
  return steps.length === 0 ? [] : toldOfReplaced(replacing, yield steps);
}

/** Ends the sessions of a person, but one, and the sign-ins that were begun. The first of the two answers which sessions, and when they would have ended. */
export const endingSessions = (userId: string, exceptSessionId: string | undefined): readonly Step[] => [
  step(
    'DELETE FROM mfa_sessions WHERE user_id = $1 AND id <> $2 RETURNING id, last_seen_at, expires_at',
    userId,
    exceptSessionId ?? '',
  ),
  step('DELETE FROM mfa_pending_sign_ins WHERE user_id = $1', userId),
];

/** Ends the sessions of a person who may only enrol, but the one with this token; where they may do more, none. */
export const endingRestricted = (userId: string, exceptTokenHash: string): Step =>
  step(
    `DELETE FROM mfa_sessions WHERE user_id = $1 AND token_hash <> $2
       AND EXISTS (SELECT 1 FROM mfa_accounts a WHERE a.user_id = $1 AND a.restricted_at IS NOT NULL)
     RETURNING id, last_seen_at, expires_at`,
    userId,
    exceptTokenHash,
  );

/**
 * Of sessions that were ended: the ids of those that somebody could still have been in, the one seen last first, as they are listed. What
 * a database gives back of what it deletes has no order of its own.
 */
export const liveIdsIn = (rows: readonly Row[] = [], { now, seenSince }: Alive): readonly string[] =>
  rows
    .map(({ id, last_seen_at: seenAt, expires_at: expiresAt }) => ({
      id: String(id),
      seenAt: Number(seenAt),
      expiresAt: Number(expiresAt),
    }))
    .filter(({ seenAt, expiresAt }) => seenAt > seenSince && expiresAt > now)
    .sort((one, other) => other.seenAt - one.seenAt || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);

/** Finds the session that something is asked in, which then ends after this transaction or has ended before it. */
export const holdSession = (userId: string, id: string): Step =>
  step('SELECT id FROM mfa_sessions WHERE user_id = $1 AND id = $2 FOR UPDATE', userId, id);

const writeProofs = (id: string, proofs: readonly Proof[]): Step =>
  step('UPDATE mfa_sessions SET proofs = $2 WHERE id = $1', id, JSON.stringify(proofs));

/**
 * Ends the other sessions of a person that one of these factors was proven in. The one in which they are removed stays, and is left with
 * what else was proven in it.
 *
 * @returns those that were alive.
 */
export function* endSessionsProvenWith(
  factorIds: readonly string[],
  others: OtherSessions,
): UnitOfWork<readonly string[]> {
  const rows = yield* all<ListedRow & Row>(
    'SELECT id, proofs, last_seen_at, expires_at FROM mfa_sessions WHERE user_id = $1',
    others.userId,
  );
  const proofsOf = (row: ListedRow): readonly Proof[] => JSON.parse(row.proofs) as Proof[];
  const left = (row: ListedRow): readonly Proof[] => withoutFactors(proofsOf(row), factorIds);
  const proven = rows.filter((row) => left(row).length < proofsOf(row).length);
  const ended = proven.filter(({ id }) => id !== others.currentId);
  const own = proven.find(({ id }) => id === others.currentId);
  yield* together([
    ...ended.map(({ id }) => deleteSession(id)),
    ...(own ? [writeProofs(own.id, left(own))] : []),
  ]);
  return liveIdsIn(ended, others);
}

/**
 * Touches one row, or none when the old token is dead, or a factor was removed that was proven in the session: a proof that was taken
 * away is not written back. Of two rotations at once, one finds it so (rule S1).
 */
export const rotating = ({ tokenHash, newTokenHash, formerProofs, proofs, at }: Rotation): Step =>
  step(
    `UPDATE mfa_sessions SET token_hash = $2, previous_token_hash = $1, proofs = $3,
       last_seen_at = CASE WHEN last_seen_at < $5 THEN $5 ELSE last_seen_at END
     WHERE token_hash = $1 AND proofs = $4`,
    tokenHash,
    newTokenHash,
    JSON.stringify(proofs),
    JSON.stringify(formerProofs),
    at,
  );

/** @returns whether the old token was still alive. */
export function* rotateSession(rotation: Rotation): UnitOfWork<boolean> {
  const [rotated] = yield [rotating(rotation)];
  return rotated?.affected === 1;
}

export function sqlSessionStore(database: Database): SessionStore {
  return {
    findSession: (tokenHash, now, seenSince) =>
      database.lookUp(function* () {
        const row = yield* first<SessionRow>(
          `SELECT s.token_hash, s.id, s.user_id, s.proofs, s.created_at, s.last_seen_at, s.expires_at, s.ip, s.user_agent, ${FACT_COLUMNS}
           FROM mfa_sessions s JOIN mfa_accounts a ON a.user_id = s.user_id ${FACT_JOIN}
           WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3`,
          tokenHash,
          now,
          seenSince,
        );
        return row && sessionOf(row);
      }),

    // One that is forgotten makes the session idle since before.
    touchSession: (tokenHash, now) =>
      database.transaction(
        () =>
          last([
            step(
              'UPDATE mfa_sessions SET last_seen_at = $2 WHERE token_hash = $1 AND last_seen_at < $2',
              tokenHash,
              now,
            ),
          ]),
        'soon',
      ),

    findNamed: (tokenHash) =>
      database.lookUp(function* () {
        const row = yield* first<{ id: string; user_id: string; token_hash: string }>(
          'SELECT id, user_id, token_hash FROM mfa_sessions WHERE token_hash = $1 OR previous_token_hash = $1',
          tokenHash,
        );
        return row && { id: row.id, userId: row.user_id, superseded: row.token_hash !== tokenHash };
      }),

    listSessions: ({ userId, currentId, now, seenSince, most }) =>
      database.read(function* () {
        const rows = yield* all<ListedRow>(
          `SELECT id, user_id, proofs, created_at, last_seen_at, expires_at, ip, user_agent FROM mfa_sessions
           WHERE user_id = $1 AND expires_at > $3 AND last_seen_at > $4
           ORDER BY CASE WHEN id = $2 THEN 0 ELSE 1 END, last_seen_at DESC, id LIMIT $5`,
          userId,
          currentId,
          now,
          seenSince,
          most,
        );
        return rows.map(listedOf);
      }),

    ownsSession: (userId, sessionId) =>
      database.read(function* () {
        const query = 'SELECT id FROM mfa_sessions WHERE user_id = $1 AND id = $2';
        return (yield* first(query, userId, sessionId)) !== undefined;
      }),

    endSession: (sessionId, { now, seenSince }, entries) =>
      database.transaction(function* () {
        const ended = yield* affected(
          'DELETE FROM mfa_sessions WHERE id = $1 AND expires_at > $2 AND last_seen_at > $3',
          sessionId,
          now,
          seenSince,
        );
        if (ended !== 1) return false;
        yield* writeEntries(entries);
        return true;
      }),
  };
}
