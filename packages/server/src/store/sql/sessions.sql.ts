import type { Proof } from '../../sessions/proof.ts';
import type { NewSession, Rotation, SessionStore, StoredSession } from '../../sessions/sessions.store.ts';
import { FACT_COLUMNS, FACT_JOIN, factsOf, type FactRow } from './accounts.sql.ts';
import { writeEntries } from './journal.sql.ts';
import { affected, first, step, type Database, type Step, type UnitOfWork } from './unit-of-work.ts';

interface SessionRow extends FactRow {
  token_hash: string;
  id: string;
  user_id: string;
  proofs: string;
  created_at: number;
  last_seen_at: number;
  expires_at: number;
  ip: string;
  user_agent: string;
}

const sessionOf = (row: SessionRow): StoredSession => ({
  tokenHash: row.token_hash,
  id: row.id,
  userId: row.user_id,
  proofs: JSON.parse(row.proofs) as Proof[],
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  expiresAt: row.expires_at,
  ip: row.ip,
  userAgent: row.user_agent,
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

export const deleteSession = (id: string): Step => step('DELETE FROM mfa_sessions WHERE id = $1', id);

/** Touches one row, or none when the old token is dead; of two rotations at once, one finds it so (rule S1). */
export const rotating = ({ tokenHash, newTokenHash, proofs }: Rotation): Step =>
  step(
    'UPDATE mfa_sessions SET token_hash = $2, previous_token_hash = $1, proofs = $3 WHERE token_hash = $1',
    tokenHash,
    newTokenHash,
    JSON.stringify(proofs),
  );

/** @returns whether the old token was still alive. */
export function* rotateSession(rotation: Rotation): UnitOfWork<boolean> {
  const [rotated] = yield [rotating(rotation)];
  return rotated?.affected === 1;
}

export function sqlSessionStore(database: Database): SessionStore {
  return {
    findSession: (tokenHash, now, seenSince) =>
      database.read(function* () {
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

    touchSession: (tokenHash, now) =>
      database.transaction(function* () {
        yield* affected(
          'UPDATE mfa_sessions SET last_seen_at = $2 WHERE token_hash = $1 AND last_seen_at < $2',
          tokenHash,
          now,
        );
      }),

    isSuperseded: (tokenHash) =>
      database.read(function* () {
        const row = yield* first<{ id: string }>(
          'SELECT id FROM mfa_sessions WHERE previous_token_hash = $1',
          tokenHash,
        );
        return row !== undefined;
      }),

    endSession: (sessionId, entries) =>
      database.transaction(function* () {
        const [ended] = yield [deleteSession(sessionId)];
        if (ended?.affected !== 1) return false;
        yield* writeEntries(entries);
        return true;
      }),
  };
}
