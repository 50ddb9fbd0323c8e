import type {
  AccountRecoveryStore,
  LinkPurpose,
  RecoveryAsk,
} from '../../account-recovery/account-recovery.store.ts';
import { RECOVERY_MAILS_LIMIT } from '../../throttling/limits.ts';
import { lockAccount } from './accounts.sql.ts';
import { CASE_COLUMNS, recordOf, type CaseRow } from './administration.sql.ts';
import { counting } from './counting.sql.ts';
import { emptyAccount } from './empty-account.sql.ts';
import { journalSteps, writeEntries } from './journal.sql.ts';
import { settling } from './proofs.sql.ts';
import { insertRecovery, RECOVERY_COLUMNS, recoveryOf, type RecoveryRow } from './recoveries.sql.ts';
import { endReplaced, insertSession } from './sessions.sql.ts';
import { accountAndAttemptsLock, endingRow } from './throttling.sql.ts';
import { affected, ending, first, last, step, together, type Database } from './unit-of-work.ts';

interface AskRow {
  id: string;
  login_box: string;
  login_key_id: string;
  at: number;
  ip: string;
  user_agent: string;
  request_id: string;
}

interface LinkRow extends RecoveryRow {
  token_hash: string;
  purpose: string;
  good_until: number | null;
}

const askOf = (row: AskRow): RecoveryAsk => ({
  id: row.id,
  login: { box: row.login_box, keyId: row.login_key_id },
  at: row.at,
  ip: row.ip,
  userAgent: row.user_agent,
  requestId: row.request_id,
});

// Workers claim at the same moment: each passes over what another is just claiming.
const CLAIM_ASK = `UPDATE mfa_recovery_asks SET due_at = $2
  WHERE id = (SELECT id FROM mfa_recovery_asks WHERE due_at <= $1 ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) AND due_at <= $1
  RETURNING id, login_box, login_key_id, at, ip, user_agent, request_id`;

const CLAIM_RECOVERY = `UPDATE mfa_recoveries SET due_at = $2
  WHERE id = (SELECT id FROM mfa_recoveries WHERE due_at <= $1 AND closed_at IS NULL ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    AND due_at <= $1 AND closed_at IS NULL
  RETURNING ${RECOVERY_COLUMNS}`;

/** Where a recovery has to be for a mail with such a link to make sense; a link to cancel always does while it is open. */
const STATUS_OF_LINK: Readonly<Record<LinkPurpose, string>> = {
  open: 'requested',
  finish: 'ready',
  cancel: '',
};

export function sqlAccountRecoveryStore(database: Database): AccountRecoveryStore {
  return {
    keepRecoveryAsk: ({ id, login, at, ip, userAgent, requestId }) =>
      database.transaction(() =>
        last([
          step(
            `INSERT INTO mfa_recovery_asks (id, login_box, login_key_id, at, due_at, ip, user_agent, request_id)
             VALUES ($1, $2, $3, $4, $4, $5, $6, $7)`,
            id,
            login.box,
            login.keyId,
            at,
            ip,
            userAgent,
            requestId,
          ),
        ]),
      ),

    async claimRecoveryAsk(now, claimUntil) {
      const [claimed] = await database.transaction(() => ending([step(CLAIM_ASK, now, claimUntil)]));
      const row = claimed?.rows[0] as unknown as AskRow | undefined;
      return row && askOf(row);
    },

    dropRecoveryAsk: (id) =>
      database.transaction(() => last([step('DELETE FROM mfa_recovery_asks WHERE id = $1', id)])),

    startRecovery: ({ askId, recovery, attempt, entries }) =>
      database.transaction<'started' | 'open' | 'limit' | 'taken'>(function* () {
        if ((yield* affected('DELETE FROM mfa_recovery_asks WHERE id = $1', askId)) === 0) return 'taken';
        const [, counted] = yield counting(RECOVERY_MAILS_LIMIT, recovery.userId, attempt);
        if (counted?.affected !== 1) return 'limit';
        const [inserted] = yield [insertRecovery(recovery)];
        if (inserted?.affected === 1) {
          yield* writeEntries(entries(recovery));
          return 'started';
        }
        const row = yield* first<RecoveryRow>(
          `SELECT ${RECOVERY_COLUMNS} FROM mfa_recoveries WHERE user_id = $1 AND tier = $2 AND closed_at IS NULL`,
          recovery.userId,
          recovery.tier,
        );
        if (row) yield* writeEntries(entries(recoveryOf(row)));
        return 'open';
      }),

    findRecoveryByLink: (tokenHash) =>
      database.read(function* () {
        const row = yield* first<LinkRow>(
          `SELECT t.token_hash, t.purpose, t.good_until, ${RECOVERY_COLUMNS.replaceAll(/(\w+)/g, 'r.$1')}
           FROM mfa_recovery_tokens t JOIN mfa_recoveries r ON r.id = t.recovery_id WHERE t.token_hash = $1`,
          tokenHash,
        );
        return (
          row && {
            recovery: recoveryOf(row),
            link: {
              tokenHash: row.token_hash,
              purpose: row.purpose as LinkPurpose,
              ...(row.good_until !== null && { goodUntil: row.good_until }),
            },
          }
        );
      }),

    openRecovery: (id, opening, entries) =>
      database.transaction(function* () {
        const opened = yield* affected(
          `UPDATE mfa_recoveries SET status = 'waiting', waiting_since = $2, ready_at = $3, expires_at = $4, due_at = $5
           WHERE id = $1 AND status = 'requested' AND closed_at IS NULL`,
          id,
          opening.waitingSince,
          opening.readyAt,
          opening.expiresAt,
          opening.dueAt,
        );
        if (opened === 1) yield* writeEntries(entries);
        return opened === 1;
      }),

    addRecoveryLinks: ({ recoveryId, addresses, links }) =>
      database.transaction(function* () {
        const row = yield* first<RecoveryRow>(
          `SELECT ${RECOVERY_COLUMNS} FROM mfa_recoveries WHERE id = $1 AND addresses = $2 AND closed_at IS NULL FOR UPDATE`,
          recoveryId,
          addresses,
        );
        const fits = links.every(
          ({ purpose }) => STATUS_OF_LINK[purpose] === '' || STATUS_OF_LINK[purpose] === row?.status,
        );
        if (!row || !fits) return false;
        const goodUntil = Math.max(...links.map((link) => link.goodUntil ?? 0));
        yield* together([
          ...links.map((link) =>
            step(
              `INSERT INTO mfa_recovery_tokens (token_hash, user_id, recovery_id, purpose, good_until) VALUES ($1, $2, $3, $4, $5)`,
              link.tokenHash,
              row.user_id,
              recoveryId,
              link.purpose,
              link.goodUntil ?? null,
            ),
          ),
          ...(goodUntil > row.expires_at
            ? [
                step(
                  'UPDATE mfa_recoveries SET expires_at = $2, due_at = $2 WHERE id = $1',
                  recoveryId,
                  goodUntil,
                ),
              ]
            : []),
        ]);
        return true;
      }),

    cancelRecoveryByLink: (tokenHash, now, entries) =>
      database.transaction(function* () {
        const row = yield* first<RecoveryRow>(
          `UPDATE mfa_recoveries SET status = 'cancelled', closed_at = $2
           WHERE id = (SELECT recovery_id FROM mfa_recovery_tokens WHERE token_hash = $1) AND closed_at IS NULL
           RETURNING ${RECOVERY_COLUMNS}`,
          tokenHash,
          now,
        );
        if (row) yield* writeEntries(entries(recoveryOf(row)));
        return row !== undefined;
      }),

    cancelRecovery: (id, now, entries) =>
      database.transaction(function* () {
        const cancelled = yield* affected(
          `UPDATE mfa_recoveries SET status = 'cancelled', closed_at = $2 WHERE id = $1 AND closed_at IS NULL`,
          id,
          now,
        );
        if (cancelled === 1) yield* writeEntries(entries);
        return cancelled === 1;
      }),

    async claimDueRecovery(now, claimUntil) {
      const [claimed] = await database.transaction(() => ending([step(CLAIM_RECOVERY, now, claimUntil)]));
      const row = claimed?.rows[0] as unknown as RecoveryRow | undefined;
      return row && recoveryOf(row);
    },

    moveRecovery: (claimed, move, entries) =>
      database.transaction(function* () {
        const moved = yield* affected(
          `UPDATE mfa_recoveries SET status = $3, expires_at = $4, due_at = $5
           WHERE id = $1 AND status = $2 AND due_at = $6 AND closed_at IS NULL`,
          claimed.id,
          claimed.status,
          move.status,
          move.expiresAt,
          move.dueAt,
          claimed.dueAt,
        );
        if (moved === 1) yield* writeEntries(entries);
        return moved === 1;
      }),

    expireRecovery: (claimed, now, entries) =>
      database.transaction(function* () {
        const expired = yield* affected(
          `UPDATE mfa_recoveries SET status = 'expired', closed_at = $3
           WHERE id = $1 AND due_at = $2 AND expires_at <= $3 AND closed_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM mfa_outbox m WHERE m.user_id = mfa_recoveries.user_id
               AND m.notice IN ('recovery-requested', 'recovery-ready') AND m.sent_at IS NULL AND m.given_up_at IS NULL)`,
          claimed.id,
          claimed.dueAt,
          now,
        );
        if (expired === 1) yield* writeEntries(entries);
        return expired === 1;
      }),

    completeRecovery: ({ recoveryId, tokenHash, attempt, session, replacing, alive, entries }) =>
      database.transaction<'completed' | 'gone'>(function* () {
        const { userId, createdAt: now } = session;
        // Account and attempts before the recovery, as everywhere: the row may be missing, for someone who never signed in.
        yield* lockAccount(userId, now);
        yield* together(accountAndAttemptsLock(userId));
        const completed = yield* affected(
          `UPDATE mfa_recoveries SET status = 'completed', closed_at = $4
           WHERE id = $1 AND user_id = $2 AND status = 'ready' AND expires_at > $4 AND closed_at IS NULL
             AND EXISTS (SELECT 1 FROM mfa_recovery_tokens
                         WHERE token_hash = $3 AND recovery_id = $1 AND purpose = 'finish' AND good_until > $4)`,
          recoveryId,
          userId,
          tokenHash,
          now,
        );
        if (completed !== 1) return 'gone';
        const emptied = yield* emptyAccount(userId, alive);
        const record = yield* first<CaseRow>(
          `SELECT ${CASE_COLUMNS} FROM mfa_recovery_cases c WHERE c.recovery_id = $1`,
          recoveryId,
        );
        const replaced = yield* endReplaced(replacing);
        yield* together([
          insertSession(session),
          endingRow(userId),
          ...settling(attempt, undefined),
          ...journalSteps(replaced),
          ...journalSteps(entries(emptied, record && recordOf(record))),
        ]);
        return 'completed';
      }),
  };
}
