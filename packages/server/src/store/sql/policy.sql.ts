import type { Policy } from '../../policy/policy.ts';
import type { Deadlines, PolicyStore } from '../../policy/policy.store.ts';
import { FACT_COLUMNS, FACT_JOIN, factsOf, moving, type FactRow } from './accounts.sql.ts';
import { writeEntries } from './journal.sql.ts';
import { POLICY_COLUMNS, policyIn, type PolicyRow } from './policy-row.ts';
import { affected, all, first, step, type Database, type Step, type UnitOfWork } from './unit-of-work.ts';

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

interface DueRow extends FactRow {
  remind_at: number;
}

interface DeadlineRow {
  deadline: number | null;
  passkey_deadline: number | null;
}

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
        if (isSame(before, policy)) return;
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
        const [, found] = yield [moving(userId, membership), findPolicy(membership.workspace)];
        const row = found?.rows[0] as unknown as PolicyRow | undefined;
        return row && policyIn(row);
      }),

    startGrace: ({ userId, deadlines: { deadline, passkeyDeadline }, remindAt }, entries) =>
      database.transaction<Deadlines>(function* () {
        const started = yield [
          ...(deadline === undefined
            ? []
            : [
                step(
                  'UPDATE mfa_accounts SET deadline = $2, remind_at = $3 WHERE user_id = $1 AND deadline IS NULL',
                  userId,
                  deadline,
                  remindAt ?? null,
                ),
              ]),
          ...(passkeyDeadline === undefined
            ? []
            : [
                step(
                  'UPDATE mfa_accounts SET passkey_deadline = $2, remind_at = $3 WHERE user_id = $1 AND passkey_deadline IS NULL',
                  userId,
                  passkeyDeadline,
                  remindAt ?? null,
                ),
              ]),
        ];
        if (started.some(({ affected }) => affected === 1)) yield* writeEntries(entries);
        const row = yield* first<DeadlineRow>(
          'SELECT deadline, passkey_deadline FROM mfa_accounts WHERE user_id = $1',
          userId,
        );
        return {
          ...(typeof row?.deadline === 'number' && { deadline: row.deadline }),
          ...(typeof row?.passkey_deadline === 'number' && { passkeyDeadline: row.passkey_deadline }),
        };
      }),

    listDueReminders: (now, after, most) =>
      database.read(function* () {
        const rows = yield* all<DueRow>(
          `SELECT a.remind_at, ${FACT_COLUMNS} FROM mfa_accounts a ${FACT_JOIN}
           WHERE a.remind_at IS NOT NULL AND a.remind_at <= $1 AND a.user_id > $2 ORDER BY a.user_id LIMIT $3`,
          now,
          after,
          most,
        );
        return rows.map((row) => ({
          userId: row.fact_user_id,
          remindAt: row.remind_at,
          facts: factsOf(row),
        }));
      }),

    moveReminder: ({ userId, remindAt, facts }, next, entries) =>
      database.transaction(function* () {
        const moved = yield* affected(
          'UPDATE mfa_accounts SET remind_at = $4 WHERE user_id = $1 AND remind_at = $2 AND epoch = $3',
          userId,
          remindAt,
          facts.epoch,
          next ?? null,
        );
        if (moved === 1) yield* writeEntries(entries);
        return moved === 1;
      }),
  };
}
