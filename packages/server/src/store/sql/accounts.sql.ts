import type { Owed } from '../../policy/policy.store.ts';
import type { AccountFacts } from '../../sessions/account-facts.ts';
import type { Membership } from '../../sessions/membership.ts';
import { POLICY_COLUMNS, policyIn, type PolicyRow } from './policy-row.ts';
import { step, type Step, type StepResult, type UnitOfWork } from './unit-of-work.ts';

/** What is known of the person whose account is `a`, as columns of whatever statement loads them. */
export const FACT_COLUMNS = `a.user_id AS fact_user_id, a.epoch AS fact_epoch,
  (SELECT count(*) FROM mfa_totp_factors f WHERE f.user_id = a.user_id) AS fact_totp,
  (SELECT count(*) FROM mfa_totp_factors f WHERE f.user_id = a.user_id AND f.locked_at IS NOT NULL) AS fact_totp_locked,
  (SELECT count(*) FROM mfa_passkeys p WHERE p.user_id = a.user_id) AS fact_passkeys,
  (SELECT i.at FROM mfa_incidents i WHERE i.user_id = a.user_id) AS fact_incident_at,
  CASE WHEN r.locked_at IS NOT NULL THEN 0
    ELSE (SELECT count(*) FROM mfa_recovery_codes c WHERE c.user_id = a.user_id AND c.spent_at IS NULL) END AS fact_codes_remaining,
  r.total AS fact_codes_total, r.created_at AS fact_codes_created_at, r.confirmed_at AS fact_codes_confirmed_at,
  a.workspace AS fact_workspace, w.deadline AS fact_deadline, w.passkey_deadline AS fact_passkey_deadline,
  w.exempt_until AS fact_exempt_until, ${POLICY_COLUMNS.map((name) => `o.${name}`).join(', ')}`;

/** Goes with `FACT_COLUMNS`, after the account was joined as `a`: what is asked, and by when, in a workspace. */
export const factJoinIn = (workspace: string): string =>
  `LEFT JOIN mfa_recovery_code_sets r ON r.user_id = a.user_id
  LEFT JOIN mfa_policies o ON o.workspace = ${workspace}
  LEFT JOIN mfa_deadlines w ON w.user_id = a.user_id AND w.workspace = ${workspace}`;

/** The same where the person is. */
export const FACT_JOIN = factJoinIn('a.workspace');

export const findingFacts = (userId: string): Step =>
  step(`SELECT ${FACT_COLUMNS} FROM mfa_accounts a ${FACT_JOIN} WHERE a.user_id = $1`, userId);

/** What `findingFacts` found. */
export const factsIn = ({ rows: [row] }: StepResult): AccountFacts | undefined =>
  row && factsOf(row as unknown as FactRow);

export interface FactRow extends PolicyRow {
  fact_user_id: string;
  fact_epoch: number;
  fact_totp: number;
  fact_totp_locked: number;
  fact_passkeys: number;
  fact_incident_at: number | null;
  fact_codes_remaining: number;
  fact_codes_total: number | null;
  fact_codes_created_at: number | null;
  fact_codes_confirmed_at: number | null;
  fact_workspace: string;
  fact_deadline: number | null;
  fact_passkey_deadline: number | null;
  fact_exempt_until: number | null;
}

export function factsOf(row: FactRow): AccountFacts {
  return {
    userId: row.fact_user_id,
    epoch: row.fact_epoch,
    totpFactors: row.fact_totp,
    lockedTotpFactors: row.fact_totp_locked,
    passkeys: row.fact_passkeys,
    ...(row.fact_incident_at !== null && { incidentAt: row.fact_incident_at }),
    ...(row.fact_codes_total !== null &&
      row.fact_codes_created_at !== null && {
        recoveryCodes: {
          remaining: row.fact_codes_remaining,
          total: row.fact_codes_total,
          createdAt: row.fact_codes_created_at,
          confirmed: row.fact_codes_confirmed_at !== null,
        },
      }),
    owed: owedOf(row),
  };
}

function owedOf(row: FactRow): Owed {
  const policy = policyIn(row);
  return {
    workspace: row.fact_workspace,
    ...(policy && { policy }),
    ...(row.fact_deadline !== null && { deadline: row.fact_deadline }),
    ...(row.fact_passkey_deadline !== null && { passkeyDeadline: row.fact_passkey_deadline }),
    ...(row.fact_exempt_until !== null && { exemptUntil: row.fact_exempt_until }),
  };
}

/** What the account's row says. */
export interface LockedAccount {
  readonly epoch: number;
  readonly passwordChangedAt: number | undefined;
  /** Since when the person may only enrol; a confirmed factor ends it. */
  readonly restrictedAt: number | undefined;
}

interface LockedRow {
  epoch: number;
  password_changed_at: number | null;
  restricted_at: number | null;
}

/**
 * Makes the account's row if it is missing and locks it: what changes an account takes its turn here, so that rules over several rows
 * (caps, last factor, closings) hold under concurrency.
 *
 * @param membership Where the host says that the person is now, and as what; given at a sign-in.
 */
export const lockingAccount = (userId: string, now: number, membership?: Membership): Step =>
  step(
    `INSERT INTO mfa_accounts (user_id, epoch, created_at, workspace, role, tier)
     VALUES ($1, 0, $2, COALESCE(CAST($3 AS TEXT), ''), CAST($4 AS TEXT), CAST($5 AS TEXT))
     ON CONFLICT (user_id) DO UPDATE SET epoch = mfa_accounts.epoch,
       workspace = COALESCE(CAST($3 AS TEXT), mfa_accounts.workspace),
       role = CASE WHEN CAST($3 AS TEXT) IS NULL THEN mfa_accounts.role ELSE CAST($4 AS TEXT) END,
       tier = CASE WHEN CAST($3 AS TEXT) IS NULL THEN mfa_accounts.tier ELSE CAST($5 AS TEXT) END
     RETURNING epoch, password_changed_at, restricted_at`,
    userId,
    now,
    membership?.workspace ?? null,
    membership?.role ?? null,
    membership?.tier ?? null,
  );

/** What `lockingAccount` found, or made. */
export function lockedOf(result: StepResult | undefined): LockedAccount {
  const row = result?.rows[0] as unknown as LockedRow | undefined;
  return {
    epoch: row?.epoch ?? 0,
    passwordChangedAt: row?.password_changed_at ?? undefined,
    restrictedAt: row?.restricted_at ?? undefined,
  };
}

/** The same in a round trip of its own, for what goes on by what it says. */
export function* lockAccount(
  userId: string,
  now: number,
  membership?: Membership,
): UnitOfWork<LockedAccount> {
  const [locked] = yield [lockingAccount(userId, now, membership)];
  return lockedOf(locked);
}

/** Makes everybody else who changes this account wait until this transaction has ended. */
export const accountLock = (userId: string): Step =>
  step('SELECT epoch FROM mfa_accounts WHERE user_id = $1 FOR UPDATE', userId);

/** @returns the epoch of an account that exists, its row locked; `undefined` if there is none. */
export function* lockExistingAccount(userId: string): UnitOfWork<number | undefined> {
  const [account] = yield [accountLock(userId)];
  return account && epochOf(account);
}

/** What `accountLock` found. */
export const epochOf = ({ rows: [row] }: StepResult): number | undefined =>
  (row as { epoch: number } | undefined)?.epoch;

/** The person is in this workspace now, and what happens from here on is in its audit. */
export const moving = (userId: string, { workspace, role, tier }: Membership): Step =>
  step(
    `UPDATE mfa_accounts SET workspace = $2, role = CAST($3 AS TEXT), tier = CAST($4 AS TEXT) WHERE user_id = $1
     AND (workspace <> $2 OR role IS DISTINCT FROM CAST($3 AS TEXT) OR tier IS DISTINCT FROM CAST($4 AS TEXT))`,
    userId,
    workspace,
    role ?? null,
    tier ?? null,
  );

/** How many factors a person has, and how many of the authenticator apps are locked (rule L2). */
export interface FactorsHeld {
  readonly totp: number;
  readonly lockedTotp: number;
  readonly passkeys: number;
}

export const countingFactors = (userId: string): Step =>
  step(
    `SELECT (SELECT count(*) FROM mfa_totp_factors WHERE user_id = $1) AS totp,
       (SELECT count(*) FROM mfa_totp_factors WHERE user_id = $1 AND locked_at IS NOT NULL) AS locked,
       (SELECT count(*) FROM mfa_passkeys WHERE user_id = $1) AS passkeys`,
    userId,
  );

/** What `countingFactors` counted. */
export function factorsIn(result: StepResult | undefined): FactorsHeld {
  const { totp = 0, locked = 0, passkeys = 0 } = result?.rows[0] ?? {};
  return { totp: Number(totp), lockedTotp: Number(locked), passkeys: Number(passkeys) };
}

/** The same in a round trip of its own. */
export function* factorsHeld(userId: string): UnitOfWork<FactorsHeld> {
  const [counted] = yield [countingFactors(userId)];
  return factorsIn(counted);
}

/** Everything that carries an older epoch is dead from here on (rule S5). */
export const raiseEpoch = (userId: string): Step =>
  step('UPDATE mfa_accounts SET epoch = epoch + 1 WHERE user_id = $1', userId);

export function* bumpEpoch(userId: string): UnitOfWork<void> {
  yield [raiseEpoch(userId)];
}
