import type { MemberRecord, MemberStore } from '../../administration/members.store.ts';
import { FACT_COLUMNS, factJoinIn, factsOf, lockAccount, type FactRow } from './accounts.sql.ts';
import { writeEntries } from './journal.sql.ts';
import { all, first, type Database } from './unit-of-work.ts';

/** A sign-in that became a session; an index is kept of exactly these. */
const LAST_SIGN_IN = `(SELECT max(e.at) FROM mfa_audit_events e
  WHERE e.subject = a.user_id AND e.event = 'auth.sign_in.success' AND e.session_id IS NOT NULL)`;

interface MemberRow extends FactRow {
  last_sign_in_at: number | null;
}

function memberOf(row: MemberRow, workspace: string): MemberRecord {
  const facts = factsOf(row);
  return {
    facts: { ...facts, owed: { ...facts.owed, workspace } },
    ...(row.last_sign_in_at !== null && { lastSignInAt: row.last_sign_in_at }),
  };
}

export function sqlMemberStore(database: Database): MemberStore {
  return {
    findMembers: (userIds, workspace) =>
      database.read(function* () {
        if (userIds.length === 0) return [];
        const rows = yield* all<MemberRow>(
          `SELECT ${FACT_COLUMNS}, ${LAST_SIGN_IN} AS last_sign_in_at
           FROM mfa_accounts a ${factJoinIn('$1')}
           WHERE a.user_id IN (${userIds.map((_, index) => `$${String(index + 2)}`).join(', ')})`,
          workspace,
          ...userIds,
        );
        return rows.map((row) => memberOf(row, workspace));
      }),

    exemptMember: ({ userId, membership, now, until }, entries) =>
      database.transaction(function* () {
        // The row may be missing: somebody who never signed in can be exempt before their first time.
        yield* lockAccount(userId, now, membership);
        const account = yield* first<{ deadline: number | null }>(
          `INSERT INTO mfa_deadlines (user_id, workspace, exempt_until) VALUES ($1, $2, $3)
           ON CONFLICT (user_id, workspace) DO UPDATE SET exempt_until = excluded.exempt_until RETURNING deadline`,
          userId,
          membership.workspace,
          until,
        );
        yield* writeEntries(entries(account?.deadline ?? undefined));
      }),
  };
}
