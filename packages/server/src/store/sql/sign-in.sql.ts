import type { Proof } from '../../sessions/proof.ts';
import type { SignInStore } from '../../sign-in/sign-in.store.ts';
import { ACCOUNT_LIMIT } from '../../throttling/limits.ts';
import { bumpEpoch, FACT_COLUMNS, FACT_JOIN, factsOf, lockAccount, type FactRow } from './accounts.sql.ts';
import { journalSteps, writeEntries } from './journal.sql.ts';
import { settle, spend } from './proofs.sql.ts';
import { deleteSession, insertSession, rotateSession } from './sessions.sql.ts';
import { accountAndAttemptsLock, lockAccountAndAttempts } from './throttling.sql.ts';
import { affected, first, step, together, Undo, type Database, type Step } from './unit-of-work.ts';

interface PendingRow extends FactRow {
  token_hash: string;
  proofs: string;
  expires_at: number;
}

const deletePending = (tokenHash: string): Step =>
  step('DELETE FROM mfa_pending_sign_ins WHERE token_hash = $1', tokenHash);

/** Every table with rows of a person, but the audit: what was done to an account stays on record after it is gone. */
const TABLES_OF_USER = [
  'mfa_sessions',
  'mfa_pending_sign_ins',
  'mfa_totp_enrolments',
  'mfa_totp_factors',
  'mfa_recovery_codes',
  'mfa_recovery_code_sets',
  'mfa_outbox',
  'mfa_accounts',
];

export function sqlSignInStore(database: Database): SignInStore {
  return {
    beginSignIn: ({ session, pending, replacing, entries }) =>
      database.transaction(function* () {
        const epoch = yield* lockAccount(session.userId, session.createdAt);
        const factors = yield* first<{ factors: number }>(
          'SELECT count(*) AS factors FROM mfa_totp_factors WHERE user_id = $1',
          session.userId,
        );
        const became = factors !== undefined && factors.factors > 0 ? 'pending' : 'session';
        const steps: Step[] = [];
        if (replacing.sessionTokenHash !== undefined) steps.push(deleteSession(replacing.sessionTokenHash));
        if (replacing.pendingTokenHash !== undefined) steps.push(deletePending(replacing.pendingTokenHash));
        steps.push(
          became === 'session'
            ? insertSession(session)
            : step(
                `INSERT INTO mfa_pending_sign_ins (token_hash, user_id, epoch, proofs, attempts, failures, created_at, expires_at)
                 VALUES ($1, $2, $3, $4, 0, 0, $5, $6)`,
                pending.tokenHash,
                session.userId,
                epoch,
                JSON.stringify(session.proofs),
                session.createdAt,
                pending.expiresAt,
              ),
        );
        yield* together([...steps, ...journalSteps(entries(became))]);
        return became;
      }),

    findPendingSignIn: (tokenHash, now) =>
      database.read(function* () {
        const row = yield* first<PendingRow>(
          `SELECT p.token_hash, p.proofs, p.expires_at, ${FACT_COLUMNS}
           FROM mfa_pending_sign_ins p JOIN mfa_accounts a ON a.user_id = p.user_id AND a.epoch = p.epoch ${FACT_JOIN}
           WHERE p.token_hash = $1 AND p.expires_at > $2`,
          tokenHash,
          now,
        );
        return (
          row && {
            tokenHash: row.token_hash,
            proofs: JSON.parse(row.proofs) as Proof[],
            expiresAt: row.expires_at,
            facts: factsOf(row),
          }
        );
      }),

    dropPendingSignIn: (tokenHash) => database.transaction(() => together([deletePending(tokenHash)])),

    completeSignIn: ({ pendingTokenHash, attempt, spent, session, entries }) =>
      database.transaction<'completed' | 'gone' | 'spent'>(function* () {
        const epoch = yield* lockAccountAndAttempts(session.userId);
        const consumed = yield* affected(
          'DELETE FROM mfa_pending_sign_ins WHERE token_hash = $1 AND user_id = $2 AND epoch = $3 AND expires_at > $4',
          pendingTokenHash,
          session.userId,
          epoch ?? -1,
          session.createdAt,
        );
        if (consumed === 0) return 'gone';
        // Undone as a whole: the pending sign-in stays for another try with another code.
        if (!(yield* spend(session.userId, spent, session.createdAt))) throw new Undo('spent');
        yield* settle(attempt, spent);
        const codes = yield* first<{ remaining: number }>(
          'SELECT count(*) AS remaining FROM mfa_recovery_codes WHERE user_id = $1 AND spent_at IS NULL',
          session.userId,
        );
        yield* together([insertSession(session), ...journalSteps(entries(codes?.remaining ?? 0))]);
        return 'completed';
      }),

    completeStepUp: ({ userId, attempt, spent, rotation, entries }) =>
      database.transaction<'completed' | 'gone' | 'spent'>(function* () {
        yield* lockAccountAndAttempts(userId);
        if (!(yield* rotateSession(rotation))) return 'gone';
        if (spent && !(yield* spend(userId, spent, attempt.at))) throw new Undo('spent');
        yield* settle(attempt, spent);
        yield* writeEntries(entries);
        return 'completed';
      }),

    endEverySignIn: (userId, exceptTokenHash, entries) =>
      database.transaction(function* () {
        yield* bumpEpoch(userId);
        yield* together([
          step('DELETE FROM mfa_pending_sign_ins WHERE user_id = $1', userId),
          step(
            'DELETE FROM mfa_sessions WHERE user_id = $1 AND token_hash <> $2',
            userId,
            exceptTokenHash ?? '',
          ),
          ...journalSteps(entries),
        ]);
      }),

    forgetUser: (userId) =>
      database.transaction(() =>
        together([
          // First, so that a sign-in that began just before is seen and forgotten with the rest.
          ...accountAndAttemptsLock(userId),
          ...TABLES_OF_USER.map((table) => step(`DELETE FROM ${table} WHERE user_id = $1`, userId)),
          step('DELETE FROM mfa_throttles WHERE subject = $1 AND name = $2', userId, ACCOUNT_LIMIT.name),
          step('DELETE FROM mfa_attempts WHERE subject = $1 AND name = $2', userId, ACCOUNT_LIMIT.name),
        ]),
      ),
  };
}
