import type { MemberRecord, MemberStore } from '../../administration/members.store.ts';
import { FACT_COLUMNS, FACT_JOIN, factsOf, lockAccount, type FactRow } from './accounts.sql.ts';
import { writeEntries } from './journal.sql.ts';
import { all, first, type Database } from './unit-of-work.ts';

/** A sign-in that became a session; an index is kept of exactly these. */
const LAST_SIGN_IN = `(SELECT max(e.at) FROM mfa_audit_events e
  WHERE e.subject = a.user_id AND e.event = 'auth.sign_in.success' AND e.session_id IS NOT NULL)`;

interface MemberRow extends FactRow {
  last_sign_in_at: number | null;
}

const memberOf = (row: MemberRow): MemberRecord => ({
  facts: factsOf(row),
  ...(row.last_sign_in_at !== null && { lastSignInAt: row.last_sign_in_at }),
});

export function sqlMemberStore(database: Database): MemberStore {
  return {
    findMembers: (userIds) =>
      database.read(function* () {
        if (userIds.length === 0) return [];
        const rows = yield* all<MemberRow>(
          `SELECT ${FACT_COLUMNS}, ${LAST_SIGN_IN} AS last_sign_in_at
           FROM mfa_accounts a ${FACT_JOIN}
           WHERE a.user_id IN (${userIds.map((_, index) => `$${String(index + 1)}`).join(', ')})`,
          ...userIds,
        );
        return rows.map(memberOf);
      }),

    exemptMember: ({ userId, now, until }, entries) =>
      database.transaction(function* () {
        // The row may be missing: somebody who never signed in can be exempt before their first time.
        yield* lockAccount(userId, now);
        const account = yield* first<{ deadline: number | null }>(
          'UPDATE mfa_accounts SET exempt_until = $2 WHERE user_id = $1 RETURNING deadline',
          userId,
          until,
        );
        yield* writeEntries(entries(account?.deadline ?? undefined));
      }),
  };
}
