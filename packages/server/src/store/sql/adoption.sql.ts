import {
  PROVING_METHODS,
  type AdoptionStore,
  type DayAmount,
  type PeopleGroup,
  type PeopleSpan,
} from '../../adoption/adoption.store.ts';
import { idsFrom } from '../../secrets/ids.ts';
import { inBatch, nextBatch, overAccounts, type AccountBatch } from './account-batches.sql.ts';
import { all, first, step, type Database, type SqlValue, type UnitOfWork } from './unit-of-work.ts';

const DAY = 86_400_000;
/** Who signed in so recently counts among the people of a day. */
const LATELY = 30 * DAY;

/** A sign-in that became a session. An index is kept of exactly this. */
const signedIn = (span: string): string =>
  `EXISTS (SELECT 1 FROM mfa_audit_events s WHERE s.subject = a.user_id
     AND s.event = 'auth.sign_in.success' AND s.session_id IS NOT NULL AND ${span})`;

/**
 * Whether the account had a factor before a moment: what happened first from then on tells, and if nothing did, what it has now. Read
 * backwards, so that somebody who enrolled before the audit's oldest event is not forgotten.
 */
const enrolledBefore = (moment: string): string =>
  `CASE (SELECT f.event FROM mfa_audit_events f WHERE f.subject = a.user_id
       AND f.event IN ('auth.2fa.enabled', 'auth.2fa.disabled') AND f.at >= ${moment} ORDER BY f.at, f.id LIMIT 1)
     WHEN 'auth.2fa.disabled' THEN 1
     WHEN 'auth.2fa.enabled' THEN 0
     ELSE CASE WHEN EXISTS (SELECT 1 FROM mfa_totp_factors t WHERE t.user_id = a.user_id)
       OR EXISTS (SELECT 1 FROM mfa_passkeys k WHERE k.user_id = a.user_id) THEN 1 ELSE 0 END
   END`;

/** Where the roles of the configuration's policy stand, for what knows the database alone. No workspace of a host's is called so. */
const CONFIGURATION = '\u001fconfiguration';

/** Both lists of roles in a policy. */
const ROLES = 'p.roles || p.phishing_resistant_roles';

/**
 * Whether the account `a` is one of an administrator, by the policy of its workspace, or the configuration's where that has none. Roles are a
 * list in JSON: what is in it can be taken out of it.
 */
export const ADMIN = `CASE WHEN a.role = 'admin' OR EXISTS (SELECT 1 FROM mfa_policies p
    WHERE p.workspace = COALESCE((SELECT o.workspace FROM mfa_policies o WHERE o.workspace = a.workspace), '${CONFIGURATION}')
      AND replace(${ROLES}, '"' || a.role || '"', '') <> ${ROLES}) THEN 1 ELSE 0 END`;

const flag = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;

const peopleIn = (where: string): string =>
  `SELECT admin, tier, enrolled, signed_in, is_new, count(*) AS people FROM (
     SELECT ${ADMIN} AS admin, a.tier, ${enrolledBefore('$2')} AS enrolled,
       ${flag(signedIn('s.at >= $1 AND s.at < $2'))} AS signed_in,
       ${flag(`a.created_at >= $3 AND a.created_at < $2 AND ${signedIn('s.at >= $3 AND s.at < $2')}`)} AS is_new
     FROM mfa_accounts a${where}) p
   WHERE signed_in = 1 OR is_new = 1 GROUP BY admin, tier, enrolled, signed_in, is_new`;

const PEOPLE = peopleIn(` WHERE ${inBatch('$4', '$5')}`);
const PEOPLE_OF_WORKSPACE = peopleIn(` WHERE ${inBatch('$4', '$5')} AND a.workspace = $6`);

interface GroupRow {
  admin: number;
  tier: string | null;
  enrolled: number;
  signed_in: number;
  is_new: number;
  people: number;
}

/** The people of a batch of accounts, by what they are and have. */
export function* peopleOf(
  { from, until, newSince }: PeopleSpan,
  { after, last }: AccountBatch,
  workspace?: string,
): UnitOfWork<readonly PeopleGroup[]> {
  const parameters: readonly SqlValue[] = [from, until, newSince, after, last];
  const rows =
    workspace === undefined
      ? yield* all<GroupRow>(PEOPLE, ...parameters)
      : yield* all<GroupRow>(PEOPLE_OF_WORKSPACE, ...parameters, workspace);
  return rows.map(groupOf);
}

const groupOf = (row: GroupRow): PeopleGroup => ({
  admin: row.admin === 1,
  tier: row.tier ?? undefined,
  enrolled: row.enrolled === 1,
  signedIn: row.signed_in === 1,
  isNew: row.is_new === 1,
  people: row.people,
});

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const MEASURE = `CASE WHEN event = 'auth.sign_in.success' THEN 'sign-in' WHEN outcome = 'failure' THEN 'failure' ELSE 'proof' END`;

/** Events of which none is ever sampled away: a right second factor at a sign-in is counted by the sign-in that it completed. */
const COUNTED = `((event = 'auth.sign_in.success' AND session_id IS NOT NULL)
  OR (method IN (${listed(PROVING_METHODS)}) AND (
    event IN ('auth.step_up.success', 'auth.totp.added', 'auth.passkey.added')
    OR (outcome = 'failure' AND event IN ('auth.2fa.failure', 'auth.step_up.failure', 'auth.sign_in.failure')))))`;

const amountsIn = (where: string): string =>
  `SELECT at / ${DAY} AS day, ${MEASURE} AS measure, COALESCE(method, '') AS method, count(*) AS amount
   FROM mfa_audit_events WHERE ${where} AND ${COUNTED} GROUP BY 1, 2, 3`;

const DAYS_COUNTED = `SELECT day, measure, method, CAST(SUM(amount) AS BIGINT) AS amount FROM mfa_adoption_days WHERE day >= $1 AND day < $2
  GROUP BY day, measure, method`;
const DAYS_COUNTED_OF_WORKSPACE = `SELECT day, measure, method, amount FROM mfa_adoption_days WHERE workspace = $3 AND day >= $1 AND day < $2`;

const DAYS_OPEN = amountsIn('at >= $1 AND at < $2');
// The key of a workspace's audit begins with the time.
const DAYS_OPEN_OF_WORKSPACE = amountsIn('workspace = $3 AND id >= $1 AND id < $2 AND at >= $4 AND at < $5');

const COUNT_FLOWS = `INSERT INTO mfa_adoption_days (workspace, day, measure, method, amount)
  SELECT workspace, CAST($1 AS BIGINT), ${MEASURE}, COALESCE(method, ''), count(*)
  FROM mfa_audit_events WHERE at >= $2 AND at < $3 AND ${COUNTED} GROUP BY workspace, 3, 4`;

const COUNT_PEOPLE = `INSERT INTO mfa_adoption_days (workspace, day, measure, method, amount)
  SELECT p.workspace, CAST($1 AS BIGINT), m.measure, '', SUM(CASE WHEN m.measure = 'people' THEN 1 ELSE p.enrolled END)
  FROM (SELECT a.workspace, ${enrolledBefore('$3')} AS enrolled FROM mfa_accounts a
    WHERE ${inBatch('$4', '$5')} AND ${signedIn('s.at >= $2 AND s.at < $3')}) p
  CROSS JOIN (SELECT 'people' AS measure UNION ALL SELECT 'enrolled' AS measure) m
  GROUP BY p.workspace, m.measure
  ON CONFLICT (workspace, day, measure, method) DO UPDATE SET amount = mfa_adoption_days.amount + excluded.amount`;

/** The first day that anything was recorded on, or today. */
const BEGIN_COUNTING = `INSERT INTO mfa_adoption_progress (id, counted_until)
  SELECT 1, COALESCE((SELECT min(at) FROM mfa_audit_events) / ${DAY}, CAST($1 AS BIGINT)) WHERE 1 = 1 ON CONFLICT (id) DO NOTHING`;

/** Locked, so that of several processes each goes on where the one before it came to. */
const DAY_TO_COUNT = `SELECT counted_until, people_until FROM mfa_adoption_progress
  WHERE id = 1 AND counted_until < $1 AND counted_until <= (SELECT max(at) FROM mfa_audit_events) / ${DAY} FOR UPDATE`;

function* countedUntil(): UnitOfWork<number> {
  const row = yield* first<{ counted_until: number }>(
    'SELECT counted_until FROM mfa_adoption_progress WHERE id = 1',
  );
  return row?.counted_until ?? 0;
}

export function sqlAdoptionStore(database: Database): AdoptionStore {
  return {
    noteAskedRoles: (roles) =>
      database.transaction(function* () {
        yield [
          step(
            `INSERT INTO mfa_policies (workspace, required, grace_days, roles, remember_device, phishing_resistant_roles)
             VALUES ($1, 0, 0, $2, 0, '[]') ON CONFLICT (workspace) DO UPDATE SET roles = excluded.roles`,
            CONFIGURATION,
            JSON.stringify(roles),
          ),
        ];
      }),

    async countPeople(span, workspace) {
      const groups = await overAccounts(database, workspace, (batch) => peopleOf(span, batch, workspace));
      return groups.flat();
    },

    listDays: (workspace, { from, until }) =>
      database.read(function* () {
        // Asked first: what is counted meanwhile is still read from the audit, and not from both.
        const counted = yield* countedUntil();
        const end = Math.min(until, Math.max(counted, from));
        const [open, close] = [end * DAY, until * DAY];
        const [past, present] = yield workspace === undefined
          ? [step(DAYS_COUNTED, from, end), step(DAYS_OPEN, open, close)]
          : [
              step(DAYS_COUNTED_OF_WORKSPACE, from, end, workspace),
              step(DAYS_OPEN_OF_WORKSPACE, idsFrom(open), idsFrom(close), workspace, open, close),
            ];
        const amounts = [...(past?.rows ?? []), ...(present?.rows ?? [])] as unknown as DayAmount[];
        return { amounts, countedUntil: counted };
      }),

    countNextDay: (until) =>
      database.transaction(function* () {
        yield [
          step(BEGIN_COUNTING, until),
          // A clock that was ahead counted days of which nothing had happened yet.
          step(
            `UPDATE mfa_adoption_progress SET counted_until = $1, people_until = NULL
             WHERE id = 1 AND (counted_until > $1 OR (counted_until = $1 AND people_until IS NOT NULL))`,
            until,
          ),
          step('DELETE FROM mfa_adoption_days WHERE day >= $1', until),
        ];
        const progress = yield* first<{ counted_until: number; people_until: string | null }>(
          DAY_TO_COUNT,
          until,
        );
        if (!progress) return undefined;
        const { counted_until: day, people_until: reached } = progress;
        const [begin, end] = [day * DAY, (day + 1) * DAY];
        if (reached === null) yield [step(COUNT_FLOWS, day, begin, end)];
        const batch = yield* nextBatch(reached ?? '');
        const isCounted = batch?.isLast ?? true;
        yield [
          ...(batch ? [step(COUNT_PEOPLE, day, end - LATELY, end, batch.after, batch.last)] : []),
          isCounted
            ? step(
                'UPDATE mfa_adoption_progress SET counted_until = $1, people_until = NULL WHERE id = 1',
                day + 1,
              )
            : step('UPDATE mfa_adoption_progress SET people_until = $1 WHERE id = 1', batch?.last ?? ''),
        ];
        return { day, isCounted };
      }),

    forgetDays: (before) =>
      database.transaction(function* () {
        const [forgotten] = yield [step('DELETE FROM mfa_adoption_days WHERE day < $1', before)];
        return forgotten?.affected ?? 0;
      }),
  };
}
