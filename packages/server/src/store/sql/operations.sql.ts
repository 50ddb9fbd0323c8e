import { setImmediate as otherWork } from 'node:timers/promises';
import type { OperationsStore } from '../../adoption/operations.store.ts';
import { FEW_RECOVERY_CODES } from '../../sessions/session-view.ts';
import { inBatch, nextBatch, overAccounts } from './account-batches.sql.ts';
import { ADMIN, peopleOf } from './adoption.sql.ts';
import { all, first, type Database } from './unit-of-work.ts';

const DAY = 86_400_000;

const ACCOUNTS = `SELECT count(*) AS accounts, COALESCE(CAST(SUM(enrolled) AS BIGINT), 0) AS with_factor,
    COALESCE(CAST(SUM(admin) AS BIGINT), 0) AS admins,
    COALESCE(CAST(SUM(admin * (1 - enrolled)) AS BIGINT), 0) AS admins_without_factor,
    COALESCE(CAST(SUM(exempt) AS BIGINT), 0) AS exempt, COALESCE(CAST(SUM(unused) AS BIGINT), 0) AS unused,
    COALESCE(CAST(SUM(enrolled * few_codes) AS BIGINT), 0) AS few_codes,
    COALESCE(CAST(SUM(unfinished) AS BIGINT), 0) AS unfinished
  FROM (SELECT ${ADMIN} AS admin,
      CASE WHEN EXISTS (SELECT 1 FROM mfa_totp_factors t WHERE t.user_id = a.user_id)
        OR EXISTS (SELECT 1 FROM mfa_passkeys k WHERE k.user_id = a.user_id) THEN 1 ELSE 0 END AS enrolled,
      CASE WHEN EXISTS (SELECT 1 FROM mfa_deadlines d WHERE d.user_id = a.user_id AND d.workspace = a.workspace
        AND d.exempt_until > $1) THEN 1 ELSE 0 END AS exempt,
      CASE WHEN NOT EXISTS (SELECT 1 FROM mfa_audit_events s WHERE s.subject = a.user_id
        AND s.event = 'auth.sign_in.success' AND s.session_id IS NOT NULL AND s.at >= $2) THEN 1 ELSE 0 END AS unused,
      CASE WHEN (SELECT count(*) FROM mfa_recovery_codes c WHERE c.user_id = a.user_id AND c.spent_at IS NULL)
        <= ${String(FEW_RECOVERY_CODES)} THEN 1 ELSE 0 END AS few_codes,
      CASE WHEN a.restricted_at IS NOT NULL THEN 1 ELSE 0 END AS unfinished
    FROM mfa_accounts a WHERE ${inBatch('$3', '$4')}) p`;

const REST = `SELECT
  (SELECT count(*) FROM mfa_totp_factors WHERE locked_at IS NOT NULL) AS locked,
  (SELECT count(*) FROM mfa_recoveries WHERE closed_at IS NULL AND tier = 2) AS recoveries,
  (SELECT count(*) FROM mfa_recoveries WHERE closed_at IS NULL AND tier = 3) AS cases,
  (SELECT count(*) FROM mfa_policies WHERE required = 1) AS requiring,
  (SELECT max(finished_at) FROM mfa_restores) AS restored_at,
  (SELECT min(at) FROM mfa_audit_events) AS audit_since`;

interface AccountsRow {
  accounts: number;
  with_factor: number;
  admins: number;
  admins_without_factor: number;
  exempt: number;
  unused: number;
  few_codes: number;
  unfinished: number;
}

interface RestRow {
  locked: number;
  recoveries: number;
  cases: number;
  requiring: number;
  restored_at: number | null;
  audit_since: number | null;
}

export function sqlOperationsStore(database: Database): OperationsStore {
  return {
    countNextPeople: (span, after) =>
      database.read(function* () {
        const batch = yield* nextBatch(after);
        if (!batch) return { groups: [] };
        const groups = yield* peopleOf(span, batch);
        return { groups, ...(!batch.isLast && { last: batch.last }) };
      }),

    countSessions: ({ now, seenSince }) =>
      database.read(function* () {
        const row = yield* first<{ sessions: number }>(
          'SELECT count(*) AS sessions FROM mfa_sessions WHERE expires_at > $1 AND last_seen_at > $2',
          now,
          seenSince,
        );
        return row?.sessions ?? 0;
      }),

    async review(now, unusedSince) {
      const batches = await overAccounts(database, undefined, ({ after, last }) =>
        first<AccountsRow>(ACCOUNTS, now, unusedSince, after, last),
      );
      const rest = await database.read(() => first<RestRow>(REST));
      const sum = (figure: keyof AccountsRow): number =>
        batches.reduce((total, batch) => total + (batch?.[figure] ?? 0), 0);
      return {
        accounts: sum('accounts'),
        withFactor: sum('with_factor'),
        admins: sum('admins'),
        adminsWithoutFactor: sum('admins_without_factor'),
        exempt: sum('exempt'),
        unused: sum('unused'),
        fewCodes: sum('few_codes'),
        unfinished: sum('unfinished'),
        lockedAuthenticators: rest?.locked ?? 0,
        openRecoveries: rest?.recoveries ?? 0,
        openCases: rest?.cases ?? 0,
        requiringWorkspaces: rest?.requiring ?? 0,
        restoredAt: rest?.restored_at ?? undefined,
        auditSince: rest?.audit_since ?? undefined,
      };
    },

    async countEvents(names, { from, until }) {
      const places = names.map((_, index) => `$${index + 3}`).join(', ');
      const counts = new Map<string, number>();
      // Day by day: a quarter in one statement would take as long as a database gives to one.
      for (let day = from; day < until; day += DAY) {
        const rows = await database.read(() =>
          all<{ event: string; n: number }>(
            `SELECT event, count(*) AS n FROM mfa_audit_events WHERE at >= $1 AND at < $2 AND event IN (${places}) GROUP BY event`,
            day,
            Math.min(day + DAY, until),
            ...names,
          ),
        );
        for (const { event, n } of rows) counts.set(event, (counts.get(event) ?? 0) + n);
        await otherWork();
      }
      return counts;
    },
  };
}
