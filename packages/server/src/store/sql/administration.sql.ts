import type {
  AdministrationStore,
  CasePlace,
  CaseRecord,
  RecoveryCase,
} from '../../administration/administration.store.ts';
import { lockAccount } from './accounts.sql.ts';
import { emptyAccount } from './empty-account.sql.ts';
import { journalSteps, writeEntries } from './journal.sql.ts';
import { insertRecovery, RECOVERY_COLUMNS, recoveryOf, type RecoveryRow } from './recoveries.sql.ts';
import { accountAndAttemptsLock } from './throttling.sql.ts';
import {
  affected,
  all,
  first,
  step,
  together,
  Undo,
  type Database,
  type UnitOfWork,
} from './unit-of-work.ts';

/** What support wrote down; goes with `mfa_recovery_cases c`. */
export const CASE_COLUMNS =
  'c.evidence_kind, c.evidence_reference, c.reason, c.skip_wait_reason, c.started_by, c.decided_by, c.decided_at';

export interface CaseRow {
  evidence_kind: string;
  evidence_reference: string;
  reason: string;
  skip_wait_reason: string | null;
  started_by: string;
  decided_by: string | null;
  decided_at: number | null;
}

const SELECT_CASES = `SELECT ${RECOVERY_COLUMNS.replaceAll(/(\w+)/g, 'r.$1')},
    ${CASE_COLUMNS}
  FROM mfa_recovery_cases c JOIN mfa_recoveries r ON r.id = c.recovery_id`;

export const recordOf = (row: CaseRow): CaseRecord => ({
  evidence: { kind: row.evidence_kind, reference: row.evidence_reference },
  reason: row.reason,
  ...(row.skip_wait_reason !== null && { skipWaitReason: row.skip_wait_reason }),
  startedBy: row.started_by,
  ...(row.decided_by !== null && { decidedBy: row.decided_by }),
  ...(row.decided_at !== null && { decidedAt: row.decided_at }),
});

const caseOf = (row: CaseRow & RecoveryRow): RecoveryCase => ({
  recovery: recoveryOf(row),
  ...recordOf(row),
});

function* casesThat(
  are: string,
  most: number,
  after: CasePlace | undefined,
): UnitOfWork<readonly RecoveryCase[]> {
  const rows = yield* all<CaseRow & RecoveryRow>(
    `${SELECT_CASES} WHERE ${are}
     ${after ? 'AND (c.started_at < $2 OR (c.started_at = $2 AND c.recovery_id > $3))' : ''}
     ORDER BY c.started_at DESC, c.recovery_id LIMIT $1`,
    most,
    ...(after ? [after.startedAt, after.id] : []),
  );
  return rows.map(caseOf);
}

export function sqlAdministrationStore(database: Database): AdministrationStore {
  return {
    startRecoveryCase: ({ recovery, evidence, reason, skipWaitReason, startedBy }, membership, entries) =>
      database.transaction<'started' | 'open'>(function* () {
        yield* lockAccount(recovery.userId, recovery.startedAt, membership);
        const [inserted] = yield [insertRecovery(recovery)];
        if (inserted?.affected !== 1) throw new Undo('open');
        yield* together([
          step(
            `INSERT INTO mfa_recovery_cases (recovery_id, user_id, evidence_kind, evidence_reference, reason, skip_wait_reason,
               started_by, started_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
            recovery.id,
            recovery.userId,
            evidence.kind,
            evidence.reference,
            reason,
            skipWaitReason ?? null,
            startedBy,
            recovery.startedAt,
          ),
          ...journalSteps(entries),
        ]);
        return 'started';
      }),

    findRecoveryCase: (id) =>
      database.read(function* () {
        const row = yield* first<CaseRow & RecoveryRow>(`${SELECT_CASES} WHERE c.recovery_id = $1`, id);
        return row && caseOf(row);
      }),

    listRecoveryCases: (most, after) =>
      database.read(function* () {
        const open = after?.open === false ? [] : yield* casesThat('r.closed_at IS NULL', most, after);
        const left = most - open.length;
        if (left === 0) return open;
        const closed = yield* casesThat(
          'r.closed_at IS NOT NULL',
          left,
          after?.open === false ? after : undefined,
        );
        return [...open, ...closed];
      }),

    decideRecoveryCase: ({ id, userId, membership, by, now, move }, entries) =>
      database.transaction<boolean>(function* () {
        // The account before the recovery, as everywhere.
        yield* lockAccount(userId, now, membership);
        const rejected = move === 'rejected';
        const decided = yield* affected(
          rejected
            ? `UPDATE mfa_recoveries SET status = 'rejected', closed_at = $2 WHERE id = $1 AND status = 'pending' AND closed_at IS NULL`
            : `UPDATE mfa_recoveries SET status = $3, expires_at = $4, due_at = $5
               WHERE id = $1 AND status = 'pending' AND closed_at IS NULL AND expires_at > $2`,
          id,
          now,
          ...(rejected ? [] : [move.status, move.expiresAt, move.dueAt]),
        );
        if (decided !== 1) throw new Undo(false);
        const signed = yield* affected(
          'UPDATE mfa_recovery_cases SET decided_by = $2, decided_at = $3 WHERE recovery_id = $1 AND started_by <> $2',
          id,
          by,
          now,
        );
        if (signed !== 1) throw new Undo(false);
        yield* writeEntries(entries);
        return true;
      }),

    resetAccount: (userId, membership, alive, entries) =>
      database.transaction(function* () {
        // The row may be missing: somebody who never signed in can be reset before their first time.
        yield* lockAccount(userId, alive.now, membership);
        yield* together(accountAndAttemptsLock(userId));
        const emptied = yield* emptyAccount(userId, alive);
        yield* writeEntries(entries(emptied));
      }),
  };
}
