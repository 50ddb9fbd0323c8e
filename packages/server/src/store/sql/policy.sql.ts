import type { Policy } from '../../policy/policy.ts';
import type { Deadlines, GraceStart, PolicyStore } from '../../policy/policy.store.ts';
import {
  accountLock,
  FACT_COLUMNS,
  FACT_JOIN,
  factsIn,
  factsOf,
  findingFacts,
  moving,
  type FactRow,
} from './accounts.sql.ts';
import { writeEntries } from './journal.sql.ts';
import { POLICY_COLUMNS, policyIn, type PolicyRow } from './policy-row.ts';
import {
  affected,
  all,
  first,
  step,
  Undo,
  type Database,
  type Step,
  type UnitOfWork,
} from './unit-of-work.ts';

const COLUMNS = POLICY_COLUMNS.join(', ');

const findPolicy = (workspace: string): Step =>
  step(`SELECT ${COLUMNS} FROM mfa_policies WHERE workspace = $1`, workspace);

const valuesOf = (policy: Policy) =>
  [
    policy.required ? 1 : 0,
    policy.graceDays,
    JSON.stringify(policy.roles),
    policy.rememberDevice ? 1 : 0,
    JSON.stringify(policy.phishingResistantRoles),
  ] as const;

/** Makes the row where it is missing, and locks it: of two changes at once, the second finds what the first made of it. */
function* lockPolicy(workspace: string, former: Policy): UnitOfWork<Policy> {
  const row = yield* first<PolicyRow>(
    `INSERT INTO mfa_policies (workspace, ${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (workspace) DO UPDATE SET workspace = mfa_policies.workspace RETURNING ${COLUMNS}`,
    workspace,
    ...valuesOf(former),
  );
  return (row && policyIn(row)) ?? former;
}

const isSame = (one: Policy, other: Policy): boolean =>
  JSON.stringify(valuesOf(one)) === JSON.stringify(valuesOf(other));

interface DeadlineRow {
  deadline: number | null;
  passkey_deadline: number | null;
}

interface DueRow extends FactRow, DeadlineRow {
  workspace: string;
  remind_at: number;
}

const deadlinesOf = (row: DeadlineRow | undefined): Deadlines => ({
  ...(typeof row?.deadline === 'number' && { deadline: row.deadline }),
  ...(typeof row?.passkey_deadline === 'number' && { passkeyDeadline: row.passkey_deadline }),
});

/** Writes a deadline where there is none yet (rule R5), and none for an account that is gone. */
const startingGrace = (
  column: 'deadline' | 'passkey_deadline',
  due: number,
  { userId, workspace, remindAt }: GraceStart,
): Step =>
  step(
    `INSERT INTO mfa_deadlines (user_id, workspace, ${column}, remind_at)
     SELECT a.user_id, CAST($2 AS TEXT), CAST($3 AS BIGINT), CAST($4 AS BIGINT) FROM mfa_accounts a WHERE a.user_id = $1
     ON CONFLICT (user_id, workspace) DO UPDATE SET ${column} = excluded.${column}, remind_at = excluded.remind_at
       WHERE mfa_deadlines.${column} IS NULL`,
    userId,
    workspace,
    due,
    remindAt ?? null,
  );

export function sqlPolicyStore(database: Database): PolicyStore {
  return {
    findPolicy: (workspace) =>
      database.read(function* () {
        const [found] = yield [findPolicy(workspace)];
        const row = found?.rows[0] as unknown as PolicyRow | undefined;
        return row && policyIn(row);
      }),

    changePolicy: ({ workspace, policy, former }, entries) =>
      database.transaction(function* () {
        const before = yield* lockPolicy(workspace, former);
        if (isSame(before, policy)) throw new Undo<void>(undefined);
        yield* affected(
          `UPDATE mfa_policies SET required = $2, grace_days = $3, roles = $4, remember_device = $5, phishing_resistant_roles = $6
           WHERE workspace = $1`,
          workspace,
          ...valuesOf(policy),
        );
        yield* writeEntries(entries(before));
      }),

    enterWorkspace: (userId, membership) =>
      database.transaction(function* () {
        const results = yield [accountLock(userId), moving(userId, membership), findingFacts(userId)];
        const found = results.at(-1);
        return (found && factsIn(found))?.owed ?? { workspace: membership.workspace };
      }),

    startGrace: (start, entries) =>
      database.transaction<Deadlines>(function* () {
        const { userId, workspace, deadlines } = start;
        const { deadline, passkeyDeadline } = deadlines;
        const [, ...started] = yield [
          // Whoever forgets the account waits, or has forgotten it.
          accountLock(userId),
          ...(deadline === undefined ? [] : [startingGrace('deadline', deadline, start)]),
          ...(passkeyDeadline === undefined
            ? []
            : [startingGrace('passkey_deadline', passkeyDeadline, start)]),
        ];
        if (started.some(({ affected }) => affected === 1)) yield* writeEntries(entries);
        return deadlinesOf(
          yield* first<DeadlineRow>(
            'SELECT deadline, passkey_deadline FROM mfa_deadlines WHERE user_id = $1 AND workspace = $2',
            userId,
            workspace,
          ),
        );
      }),

    listDueReminders: (now, after, most) =>
      database.read(function* () {
        const rows = yield* all<DueRow>(
          `SELECT d.workspace, d.deadline, d.passkey_deadline, d.remind_at, ${FACT_COLUMNS}
           FROM mfa_deadlines d JOIN mfa_accounts a ON a.user_id = d.user_id ${FACT_JOIN}
           WHERE d.remind_at IS NOT NULL AND d.remind_at <= $1 AND (d.user_id, d.workspace) > ($2, $3)
           ORDER BY d.user_id, d.workspace LIMIT $4`,
          now,
          after?.userId ?? '',
          after?.workspace ?? '',
          most,
        );
        return rows.map((row) => ({
          userId: row.fact_user_id,
          workspace: row.workspace,
          deadlines: deadlinesOf(row),
          remindAt: row.remind_at,
          facts: factsOf(row),
        }));
      }),

    moveReminder: ({ userId, workspace, remindAt, facts }, next, entries) =>
      database.transaction(function* () {
        const [, moved] = yield [
          // Whoever changes the account waits, or has changed it.
          accountLock(userId),
          step(
            `UPDATE mfa_deadlines SET remind_at = $5 WHERE user_id = $1 AND workspace = $2 AND remind_at = $3
             AND EXISTS (SELECT 1 FROM mfa_accounts a WHERE a.user_id = $1 AND a.epoch = $4)`,
            userId,
            workspace,
            remindAt,
            facts.epoch,
            next ?? null,
          ),
        ];
        if (moved?.affected !== 1) return false;
        yield* writeEntries(entries);
        return true;
      }),
  };
}
