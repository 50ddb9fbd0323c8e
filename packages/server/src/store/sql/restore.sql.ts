import type { RestoreRun, RestoreStore, VoidedAccount } from '../../restore/restore.store.ts';
import { writeEntries } from './journal.sql.ts';
import { closedIn } from './recoveries.sql.ts';
import {
  affected,
  all,
  first,
  step,
  together,
  type Database,
  type Row,
  type StepResult,
  type UnitOfWork,
} from './unit-of-work.ts';

interface RunRow {
  reached: string;
  accounts: number;
  sessions: number;
  devices: number;
  recovery_codes: number;
  recoveries: number;
  finished_at: number | null;
}

const runOf = (row: RunRow): RestoreRun => ({
  totals: {
    accounts: row.accounts,
    sessions: row.sessions,
    devices: row.devices,
    recoveryCodes: row.recovery_codes,
    recoveries: row.recoveries,
  },
  ...(row.finished_at !== null && { finishedAt: row.finished_at }),
});

/** Locked, so that of several processes each does the next accounts and none does any twice. */
const FIND_RUN = `SELECT reached, accounts, sessions, devices, recovery_codes, recoveries, finished_at
  FROM mfa_restores WHERE backup_taken_at = $1 FOR UPDATE`;

function* findRun(backupTakenAt: number): UnitOfWork<RunRow> {
  const row = yield* first<RunRow>(FIND_RUN, backupTakenAt);
  if (!row) throw new Error('a restore has to be begun before it goes on');
  return row;
}

/** The accounts after one and up to another, which is what a batch is. */
const RANGE = 'user_id > $1 AND user_id <= $2';

/** What of the accounts between two could be used twice; those that their people are told of are answered. */
function* voiding(after: string, last: string, now: number): UnitOfWork<readonly StepResult[]> {
  const [, ...results] = yield [
    // First, since it locks the accounts: whoever changes one waits.
    step(`UPDATE mfa_accounts SET epoch = epoch + 1 WHERE ${RANGE}`, after, last),
    step(`DELETE FROM mfa_sessions WHERE ${RANGE} RETURNING user_id`, after, last),
    step(`DELETE FROM mfa_remembered_devices WHERE ${RANGE} RETURNING user_id`, after, last),
    // The set stays, with none of its codes left, so that its person is asked to make another.
    step(`DELETE FROM mfa_recovery_codes WHERE ${RANGE} AND spent_at IS NULL RETURNING user_id`, after, last),
    step(
      `UPDATE mfa_recoveries SET status = 'cancelled', closed_at = $3 WHERE ${RANGE} AND closed_at IS NULL RETURNING user_id, id, tier`,
      after,
      last,
      now,
    ),
    step(`DELETE FROM mfa_pending_sign_ins WHERE ${RANGE}`, after, last),
    step(`DELETE FROM mfa_totp_enrolments WHERE ${RANGE}`, after, last),
    step(`DELETE FROM mfa_used_proofs WHERE ${RANGE}`, after, last),
  ];
  return results;
}

function voidedOf(userIds: readonly string[], results: readonly StepResult[]): readonly VoidedAccount[] {
  const [sessions, devices, codes, recoveries] = results.map(({ rows }) =>
    Map.groupBy(rows, ({ user_id: userId }) => String(userId)),
  );
  const count = (rows: Map<string, Row[]> | undefined, userId: string): number =>
    rows?.get(userId)?.length ?? 0;
  return userIds.map((userId) => ({
    userId,
    sessions: count(sessions, userId),
    devices: count(devices, userId),
    recoveryCodes: count(codes, userId),
    recoveries: closedIn(recoveries?.get(userId) ?? []),
  }));
}

const sum = (accounts: readonly VoidedAccount[], of: (account: VoidedAccount) => number): number =>
  accounts.reduce((total, account) => total + of(account), 0);

export function sqlRestoreStore(database: Database): RestoreStore {
  return {
    beginRestore: (backupTakenAt, now) =>
      database.transaction<RestoreRun | { readonly newestEventAt: number }>(function* () {
        const begun = yield* affected(
          `INSERT INTO mfa_restores (backup_taken_at, started_at, reached, accounts, sessions, devices, recovery_codes, recoveries)
           SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), '', 0, 0, 0, 0, 0
           WHERE NOT EXISTS (SELECT 1 FROM mfa_audit_events WHERE at > $1) ON CONFLICT (backup_taken_at) DO NOTHING`,
          backupTakenAt,
          now,
        );
        // Of no account: challenges, and logins that somebody typed to ask for a recovery.
        if (begun === 1)
          yield* together([step('DELETE FROM mfa_ceremonies'), step('DELETE FROM mfa_recovery_asks')]);
        const row = yield* first<RunRow>(FIND_RUN, backupTakenAt);
        if (row) return runOf(row);
        const newest = yield* first<{ at: number | null }>('SELECT max(at) AS at FROM mfa_audit_events');
        return { newestEventAt: newest?.at ?? 0 };
      }),

    voidNextAccounts: (backupTakenAt, { now, most }, entries) =>
      database.transaction(function* () {
        const { reached, finished_at: finishedAt } = yield* findRun(backupTakenAt);
        if (finishedAt !== null) return 0;
        // Somebody who never signed in has no account, and may be waiting for a recovery.
        const rows = yield* all<{ user_id: string }>(
          `SELECT user_id FROM mfa_accounts WHERE user_id > $1
           UNION SELECT user_id FROM mfa_recoveries WHERE user_id > $1 AND closed_at IS NULL ORDER BY user_id LIMIT $2`,
          reached,
          most,
        );
        const userIds = rows.map(({ user_id: userId }) => userId);
        const last = userIds.at(-1);
        if (last === undefined) return 0;
        const accounts = voidedOf(userIds, yield* voiding(reached, last, now));
        yield* together([
          step(
            `UPDATE mfa_restores SET reached = $2, accounts = accounts + $3, sessions = sessions + $4, devices = devices + $5,
               recovery_codes = recovery_codes + $6, recoveries = recoveries + $7 WHERE backup_taken_at = $1`,
            backupTakenAt,
            last,
            accounts.length,
            sum(accounts, ({ sessions }) => sessions),
            sum(accounts, ({ devices }) => devices),
            sum(accounts, ({ recoveryCodes }) => recoveryCodes),
            sum(accounts, ({ recoveries }) => recoveries.length),
          ),
        ]);
        yield* writeEntries(entries(accounts));
        return accounts.length;
      }),

    finishRestore: (backupTakenAt, now, entries) =>
      database.transaction(function* () {
        const finished = yield* affected(
          'UPDATE mfa_restores SET finished_at = $2 WHERE backup_taken_at = $1 AND finished_at IS NULL',
          backupTakenAt,
          now,
        );
        const run = runOf(yield* findRun(backupTakenAt));
        if (finished === 1) yield* writeEntries(entries(run.totals));
        return run;
      }),
  };
}
