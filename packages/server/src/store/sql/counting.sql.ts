import {
  ACCOUNT_LIMIT,
  ATTEMPTS_PER_PENDING_SIGN_IN,
  FAILURES_PER_FACTOR,
  FAILURES_PER_RECOVERY_CODES,
  LONGEST_JUDGEMENT,
  MOMENT,
  type Limit,
} from '../../throttling/limits.ts';
import type {
  Attempt,
  CountVerdict,
  ProofAttempt,
  Reservation,
  ReservationVerdict,
} from '../../throttling/throttling.store.ts';
import {
  ending,
  first,
  step,
  type Database,
  type Durable,
  type Step,
  type StepResult,
  type UnitOfWork,
} from './unit-of-work.ts';

/** Why an attempt was not counted. */
export type Refused = Exclude<CountVerdict, { verdict: 'counted' }>;
export type Closed = Extract<CountVerdict, { verdict: 'closed' }>;

/**
 * What is further ahead than a window was not written by this clock: it jumped, and is back. Nearer ones count. Requests come with the time
 * at which they began, and one that was held back must not overlook what happened meanwhile.
 */
const windowAt = (limit: Limit, now: number): readonly [after: number, until: number] => [
  now - limit.window,
  now + limit.window,
];

/**
 * Locks the row that the attempts of a limit queue up behind, new or old: without it two processes could both count nine attempts and both
 * allow a tenth.
 */
const queueing = (limit: Limit, subject: string): Step =>
  step(
    `INSERT INTO mfa_throttles (subject, name, closed_until, closures) VALUES ($1, $2, 0, 0)
     ON CONFLICT (subject, name) DO UPDATE SET closures = mfa_throttles.closures`,
    subject,
    limit.name,
  );

// Looked at after the lock was taken, in a statement of its own. PostgreSQL cannot infer the type of a parameter in a select list, hence
// the casts.
const COUNT = `INSERT INTO mfa_attempts (subject, name, at, id)
  SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS BIGINT), CAST($4 AS TEXT)
  WHERE (SELECT closed_until FROM mfa_throttles WHERE subject = $1 AND name = $2) <= $3
    AND (SELECT count(*) FROM mfa_attempts WHERE subject = $1 AND name = $2 AND at > $5 AND at <= $6) < $7`;

const LIVE_PENDING = `SELECT 1 AS alive FROM mfa_pending_sign_ins p
  WHERE p.token_hash = $1 AND p.user_id = $2 AND p.attempts < ${String(ATTEMPTS_PER_PENDING_SIGN_IN)} AND p.expires_at > $3
    AND p.epoch = (SELECT a.epoch FROM mfa_accounts a WHERE a.user_id = $2)`;

// Locked: what was found alive is still alive when the attempt is written down on it.
const ON_PENDING = `
    AND EXISTS (${LIVE_PENDING.replaceAll(/\$[123]/g, (name) => ({ $1: '$8', $2: '$1' })[name] ?? name)} FOR UPDATE OF p)`;

/** An authenticator on which another failure can be counted (rule L2). */
export const USABLE = `locked_at IS NULL AND failures_in_a_row < ${String(FAILURES_PER_FACTOR)}`;

/** Recovery codes on which another failure can be counted (rule L2). */
export const USABLE_CODES = `locked_at IS NULL AND failures_in_a_row < ${String(FAILURES_PER_RECOVERY_CODES)}`;

/** What an attempt is tried on, and which of it allows another failure. */
interface Tried {
  readonly table: string;
  readonly usable: string;
}

const AUTHENTICATORS: Tried = { table: 'mfa_totp_factors', usable: USABLE };
const RECOVERY_CODES: Tried = { table: 'mfa_recovery_code_sets', usable: USABLE_CODES };

// Where all of it is locked nothing could be verified, so nothing is counted: the person can go on with what else they have.
const unlessLocked = ({ table, usable }: Tried): string => `
    AND (EXISTS (SELECT 1 FROM ${table} WHERE user_id = $1 AND ${usable})
      OR NOT EXISTS (SELECT 1 FROM ${table} WHERE user_id = $1))`;

const countStep = (
  text: string,
  limit: Limit,
  subject: string,
  { at, id }: Attempt,
  ...further: readonly string[]
): Step => step(text, subject, limit.name, at, id, ...windowAt(limit, at), limit.attempts, ...further);

/**
 * Counts an attempt where the limit is open and has room. The second statement is the verdict: it writes one row or none (rule S1).
 */
export const counting = (limit: Limit, subject: string, attempt: Attempt): readonly [Step, Step] => [
  queueing(limit, subject),
  countStep(COUNT, limit, subject, attempt),
];

/** Whether an attempt ($1 whose, $2 when, $3 its id) was counted: what goes with it in its round trip is done if it was. */
export const COUNTED = `EXISTS (SELECT 1 FROM mfa_attempts WHERE subject = $1 AND name = '${ACCOUNT_LIMIT.name}' AND at = $2 AND id = $3)`;

/**
 * The same against the account and, where there is one, the pending sign-in: account first, then the pending sign-in; an attempt while
 * the account is closed uses up nothing (rule L1).
 */
function countingProof(attempt: ProofAttempt, text: string): readonly Step[] {
  const { userId, at, id, pendingTokenHash } = attempt;
  const queued = queueing(ACCOUNT_LIMIT, userId);
  if (pendingTokenHash === undefined) return [queued, countStep(text, ACCOUNT_LIMIT, userId, attempt)];
  return [
    queued,
    countStep(`${text}${ON_PENDING}`, ACCOUNT_LIMIT, userId, attempt, pendingTokenHash),
    step(
      `UPDATE mfa_pending_sign_ins SET attempts = attempts + 1 WHERE token_hash = $4 AND ${COUNTED}`,
      userId,
      at,
      id,
      pendingTokenHash,
    ),
  ];
}

const closing = (limit: Limit, subject: string): Step =>
  step('SELECT closed_until FROM mfa_throttles WHERE subject = $1 AND name = $2', subject, limit.name);

/** The attempts of a limit that are in its window. */
export const spentAttempts = (limit: Limit, subject: string, now: number): Step =>
  step(
    'SELECT count(*) AS attempts, min(at) AS oldest FROM mfa_attempts WHERE subject = $1 AND name = $2 AND at > $3 AND at <= $4',
    subject,
    limit.name,
    ...windowAt(limit, now),
  );

/** What `spentAttempts` found. */
export const attemptsIn = (
  result: StepResult | undefined,
): { attempts: number; oldest: number | undefined } => {
  const { attempts = 0, oldest = null } = result?.rows[0] ?? {};
  return { attempts: Number(attempts), oldest: oldest === null ? undefined : Number(oldest) };
};

/** What refused it was over when it was asked for. */
const inAMoment = ({ at }: Attempt): Closed => ({ verdict: 'closed', retryAt: at + MOMENT });

function closedBy(
  limit: Limit,
  { at }: Attempt,
  closed: StepResult | undefined,
  spent: StepResult | undefined,
): Closed | undefined {
  const closedUntil = Number(closed?.rows[0]?.['closed_until'] ?? 0);
  if (closedUntil > at) return { verdict: 'closed', retryAt: closedUntil };
  const { attempts, oldest = at } = attemptsIn(spent);
  return attempts >= limit.attempts ? { verdict: 'closed', retryAt: oldest + limit.window } : undefined;
}

function* whyClosed(limit: Limit, subject: string, attempt: Attempt): UnitOfWork<Closed> {
  const [closed, spent] = yield [closing(limit, subject), spentAttempts(limit, subject, attempt.at)];
  return closedBy(limit, attempt, closed, spent) ?? inAMoment(attempt);
}

/** Attempts that failed are told from those that are under way: the former close, the latter only take up room. */
function* whyReserved(limit: Limit, subject: string, attempt: Attempt): UnitOfWork<Closed> {
  const row = yield* first<{ failures: number; oldest: number | null }>(
    `SELECT count(*) AS failures, min(at) AS oldest FROM mfa_attempts
     WHERE subject = $1 AND name = $2 AND at > $3 AND at <= $4 AND (failed_at IS NOT NULL OR at <= $5)`,
    subject,
    limit.name,
    ...windowAt(limit, attempt.at),
    attempt.at - LONGEST_JUDGEMENT,
  );
  const { failures = 0, oldest = null } = row ?? {};
  return failures < limit.attempts
    ? inAMoment(attempt)
    : { verdict: 'closed', retryAt: (oldest ?? attempt.at) + limit.window };
}

/** Account first, then the pending sign-in, as they are counted. */
function* refusalOf(attempt: ProofAttempt): UnitOfWork<Refused | undefined> {
  const { userId, at, pendingTokenHash } = attempt;
  const [closed, spent, pending] = yield [
    closing(ACCOUNT_LIMIT, userId),
    spentAttempts(ACCOUNT_LIMIT, userId, at),
    ...(pendingTokenHash === undefined ? [] : [step(LIVE_PENDING, pendingTokenHash, userId, at)]),
  ];
  const refused = closedBy(ACCOUNT_LIMIT, attempt, closed, spent);
  return refused ?? (pending?.rows.length === 0 ? { verdict: 'gone' } : undefined);
}

/** Whether an attempt of an account ($1) may not have been judged yet: what its count has filled up is not known to be locked before. */
export const underWay = (since: string): string =>
  `EXISTS (SELECT 1 FROM mfa_attempts WHERE subject = $1 AND name = '${ACCOUNT_LIMIT.name}' AND at > ${since})`;

function* isLocked({ table, usable }: Tried, { userId, at }: ProofAttempt): UnitOfWork<boolean> {
  const row = yield* first<{ held: number; open: number }>(
    `SELECT count(*) AS held, count(CASE WHEN (${usable}) OR (locked_at IS NULL AND ${underWay('$2')}) THEN 1 END) AS open
     FROM ${table} WHERE user_id = $1`,
    userId,
    at - LONGEST_JUDGEMENT,
  );
  return row !== undefined && row.held > 0 && row.open === 0;
}

/**
 * Counts in one round trip. Only who is refused waits for another, which says why.
 *
 * @param durable `soon` where a verdict follows that is written down before it is told: no guess that was answered is forgotten (rule S2).
 */
async function countOrSay<Counted, Why>(
  database: Database,
  steps: readonly Step[],
  counted: (results: readonly StepResult[]) => Counted,
  why: () => UnitOfWork<Why>,
  durable?: Durable,
): Promise<Counted | Why> {
  const results = await database.transaction(() => ending(steps), durable);
  return results[1]?.affected === 1 ? counted(results) : database.read(why);
}

/** Counts an attempt against one limit and subject. @param why What is said to who is refused. */
const countAgainst =
  (why: (limit: Limit, subject: string, attempt: Attempt) => UnitOfWork<Closed>, durable?: Durable) =>
  (database: Database, limit: Limit, subject: string, attempt: Attempt): Promise<ReservationVerdict> =>
    countOrSay(
      database,
      counting(limit, subject, attempt),
      (): ReservationVerdict => ({ verdict: 'counted' }),
      () => why(limit, subject, attempt),
      durable,
    );

export const countAttempt = countAgainst(whyClosed);

/** Reserves room for an attempt that is yet to be judged. */
export const reserveAttempt = countAgainst(whyReserved, 'soon');

/** Whether room was reserved for an attempt ($3 for whom, $4 the limit, $5 when, $6 its id): what goes with it is done if it was. */
export const RESERVED =
  'EXISTS (SELECT 1 FROM mfa_attempts WHERE subject = $3 AND name = $4 AND at = $5 AND id = $6)';

/** The same, with what goes along in its round trip, and is answered to `counted`. */
export const reserveAlong = <Counted>(
  database: Database,
  { limit, subject, attempt }: Reservation,
  along: readonly Step[],
  counted: (results: readonly StepResult[]) => Counted,
): Promise<Counted | Closed> => {
  const steps = counting(limit, subject, attempt);
  return countOrSay(
    database,
    [...steps, ...along],
    (results) => counted(results.slice(steps.length)),
    () => whyReserved(limit, subject, attempt),
    'soon',
  );
};

/** Counts an attempt at proving who one is. @param along What goes with it, and is answered to `counted`. */
export const countProof = <Counted>(
  database: Database,
  attempt: ProofAttempt,
  along: readonly Step[],
  counted: (result: StepResult | undefined) => Counted,
): Promise<Counted | Refused> =>
  countOrSay(
    database,
    [...countingProof(attempt, COUNT), ...along],
    (results) => counted(results.at(-1)),
    function* () {
      return (yield* refusalOf(attempt)) ?? inAMoment(attempt);
    },
    'soon',
  );

/** The same for a code: refused where all that it could be tried on is locked. */
const countOn =
  (tried: Tried) =>
  <Counted>(
    database: Database,
    attempt: ProofAttempt,
    along: readonly Step[],
    counted: (result: StepResult | undefined) => Counted,
  ): Promise<Counted | Refused | { readonly verdict: 'locked' }> =>
    countOrSay(
      database,
      [...countingProof(attempt, `${COUNT}${unlessLocked(tried)}`), ...along],
      (results) => counted(results.at(-1)),
      function* () {
        const refused = yield* refusalOf(attempt);
        if (refused) return refused;
        return (yield* isLocked(tried, attempt)) ? { verdict: 'locked' } : inAMoment(attempt);
      },
      'soon',
    );

export const countOnAuthenticators = countOn(AUTHENTICATORS);
export const countOnRecoveryCodes = countOn(RECOVERY_CODES);
