import {
  ACCOUNT_LIMIT,
  ATTEMPTS_PER_PENDING_SIGN_IN,
  FAILURES_PER_FACTOR,
  LONGEST_JUDGEMENT,
  MOMENT,
  nextClosing,
  type Limit,
} from '../../throttling/limits.ts';
import type {
  Attempt,
  CountVerdict,
  FailureFacts,
  ProofAttempt,
  ReservationVerdict,
  ThrottlingStore,
} from '../../throttling/throttling.store.ts';
import { accountLock } from './accounts.sql.ts';
import { writeEntries } from './journal.sql.ts';
import {
  affected,
  all,
  first,
  step,
  together,
  Undo,
  type Database,
  type Step,
  type UnitOfWork,
} from './unit-of-work.ts';

interface ThrottleRow {
  closed_until: number;
  closures: number;
}

interface SpentAttempts {
  attempts: number;
  oldest: number | null;
}

/** Attempts of the window, and the row that they queue up behind. */
function* lockThrottle(limit: Limit, subject: string): UnitOfWork<{ closedUntil: number; closures: number }> {
  // The upsert locks the row, new or old: without it two processes could both count nine attempts and both allow a tenth.
  const row = yield* first<ThrottleRow>(
    `INSERT INTO mfa_throttles (subject, name, closed_until, closures) VALUES ($1, $2, 0, 0)
     ON CONFLICT (subject, name) DO UPDATE SET closures = mfa_throttles.closures RETURNING closed_until, closures`,
    subject,
    limit.name,
  );
  return { closedUntil: row?.closed_until ?? 0, closures: row?.closures ?? 0 };
}

/**
 * What is further ahead than a window was not written by this clock: it jumped, and is back. Nearer ones count. Requests come with the time
 * at which they began, and one that was held back must not overlook what happened meanwhile.
 */
const endOf = (limit: Limit, now: number): number => now + limit.window;

function* spentAttempts(limit: Limit, subject: string, now: number): UnitOfWork<SpentAttempts> {
  const row = yield* first<SpentAttempts>(
    'SELECT count(*) AS attempts, min(at) AS oldest FROM mfa_attempts WHERE subject = $1 AND name = $2 AND at > $3 AND at <= $4',
    subject,
    limit.name,
    now - limit.window,
    endOf(limit, now),
  );
  return row ?? { attempts: 0, oldest: null };
}

/** Counts an attempt, or says until when the limit is closed. */
export function* reserve(limit: Limit, subject: string, attempt: Attempt): UnitOfWork<CountVerdict> {
  const { closedUntil } = yield* lockThrottle(limit, subject);
  if (closedUntil > attempt.at) return { verdict: 'closed', retryAt: closedUntil };
  const { attempts, oldest } = yield* spentAttempts(limit, subject, attempt.at);
  if (attempts >= limit.attempts)
    return { verdict: 'closed', retryAt: (oldest ?? attempt.at) + limit.window };
  yield [recording(limit, subject, attempt)];
  return { verdict: 'counted' };
}

const recording = (limit: Limit, subject: string, attempt: Attempt): Step =>
  step(
    'INSERT INTO mfa_attempts (subject, name, at, id) VALUES ($1, $2, $3, $4)',
    subject,
    limit.name,
    attempt.at,
    attempt.id,
  );

/** Attempts that failed are told from those that are under way: the former close, the latter only take up room. */
function* reserveUnjudged(limit: Limit, subject: string, attempt: Attempt): UnitOfWork<ReservationVerdict> {
  yield* lockThrottle(limit, subject);
  const row = yield* first<{ attempts: number; failures: number; oldest: number | null }>(
    `SELECT count(*) AS attempts, count(CASE WHEN failed_at IS NOT NULL OR at <= $4 THEN 1 END) AS failures,
       min(CASE WHEN failed_at IS NOT NULL OR at <= $4 THEN at END) AS oldest
     FROM mfa_attempts WHERE subject = $1 AND name = $2 AND at > $3 AND at <= $5`,
    subject,
    limit.name,
    attempt.at - limit.window,
    attempt.at - LONGEST_JUDGEMENT,
    endOf(limit, attempt.at),
  );
  const { attempts = 0, failures = 0, oldest = null } = row ?? {};
  if (failures >= limit.attempts)
    return { verdict: 'closed', retryAt: (oldest ?? attempt.at) + limit.window };
  if (attempts >= limit.attempts) return { verdict: 'closed', retryAt: attempt.at + MOMENT };
  yield [recording(limit, subject, attempt)];
  return { verdict: 'counted' };
}

/** Locks the row that the attempts of an account queue up behind, if there is one. */
const attemptsLock = (userId: string): Step =>
  step(
    'SELECT closed_until FROM mfa_throttles WHERE subject = $1 AND name = $2 FOR UPDATE',
    userId,
    ACCOUNT_LIMIT.name,
  );

/**
 * Locks the account and then its attempts. What goes on to change several authenticators needs both: an attempt changes them too, in an
 * order of its own, and each could hold the one that the other waits for.
 */
export const accountAndAttemptsLock = (userId: string): readonly Step[] => [
  accountLock(userId),
  attemptsLock(userId),
];

export function withdrawal(limit: Limit, subject: string, attempt: Attempt): Step {
  return step(
    'DELETE FROM mfa_attempts WHERE subject = $1 AND name = $2 AND at = $3 AND id = $4',
    subject,
    limit.name,
    attempt.at,
    attempt.id,
  );
}

/** Account first, then the pending sign-in: an attempt while the account is closed uses up nothing (rule L1). */
export function* reserveProofAttempt(attempt: ProofAttempt): UnitOfWork<CountVerdict> {
  const verdict = yield* reserve(ACCOUNT_LIMIT, attempt.userId, attempt);
  if (verdict.verdict !== 'counted' || attempt.pendingTokenHash === undefined) return verdict;
  const counted = yield* affected(
    `UPDATE mfa_pending_sign_ins SET attempts = attempts + 1
     WHERE token_hash = $1 AND user_id = $2 AND attempts < $3 AND expires_at > $4
       AND epoch = (SELECT epoch FROM mfa_accounts a WHERE a.user_id = $2)`,
    attempt.pendingTokenHash,
    attempt.userId,
    ATTEMPTS_PER_PENDING_SIGN_IN,
    attempt.at,
  );
  if (counted === 0) throw new Undo<CountVerdict>({ verdict: 'gone' });
  return verdict;
}

export function* failPendingSignIn(tokenHash: string): UnitOfWork<boolean> {
  yield* affected('UPDATE mfa_pending_sign_ins SET failures = failures + 1 WHERE token_hash = $1', tokenHash);
  const ended = yield* affected(
    'DELETE FROM mfa_pending_sign_ins WHERE token_hash = $1 AND failures >= $2',
    tokenHash,
    ATTEMPTS_PER_PENDING_SIGN_IN,
  );
  return ended > 0;
}

function* closeIfUsedUp(userId: string, now: number): UnitOfWork<number | undefined> {
  const before = yield* lockThrottle(ACCOUNT_LIMIT, userId);
  if (before.closedUntil > now) return undefined;
  const { attempts } = yield* spentAttempts(ACCOUNT_LIMIT, userId, now);
  if (attempts < ACCOUNT_LIMIT.attempts) return undefined;
  const { closedUntil, closures } = nextClosing(now, before);
  yield* affected(
    'UPDATE mfa_throttles SET closed_until = $3, closures = $4 WHERE subject = $1 AND name = $2',
    userId,
    ACCOUNT_LIMIT.name,
    closedUntil,
    closures,
  );
  return closedUntil;
}

function* failInARow(userId: string): UnitOfWork<number> {
  const row = yield* first<{ failures_in_a_row: number }>(
    `UPDATE mfa_throttles SET failures_in_a_row = failures_in_a_row + 1 WHERE subject = $1 AND name = $2
     RETURNING failures_in_a_row`,
    userId,
    ACCOUNT_LIMIT.name,
  );
  return row?.failures_in_a_row ?? 0;
}

/** After a proof was accepted, the next failure is the first again. It only tells when to send a mail; no limit goes by it (rule L3). */
export const endRow = (userId: string): Step =>
  step(
    'UPDATE mfa_throttles SET failures_in_a_row = 0 WHERE subject = $1 AND name = $2',
    userId,
    ACCOUNT_LIMIT.name,
  );

function* lockUsedUp(userId: string, now: number): UnitOfWork<FailureFacts['lockedFactors']> {
  return yield* all<{ id: string; name: string }>(
    `UPDATE mfa_totp_factors SET locked_at = $2 WHERE user_id = $1 AND locked_at IS NULL AND failures_in_a_row >= $3 RETURNING id, name`,
    userId,
    now,
    FAILURES_PER_FACTOR,
  );
}

/** Takes back the one that was counted in advance on each authenticator, and no more. */
export const uncountFactors = (userId: string, exceptFactorId: string): Step =>
  step(
    `UPDATE mfa_totp_factors SET failures_in_a_row = failures_in_a_row - 1
     WHERE user_id = $1 AND id <> $2 AND locked_at IS NULL AND failures_in_a_row > 0`,
    userId,
    exceptFactorId,
  );

export function sqlThrottlingStore(database: Database): ThrottlingStore {
  return {
    countAttempt: (limit, subject, attempt) => database.transaction(() => reserve(limit, subject, attempt)),

    reserveAttempt: (limit, subject, attempt) =>
      database.transaction(() => reserveUnjudged(limit, subject, attempt)),

    failAttempt: (limit, subject, attempt) =>
      database.transaction(() =>
        together([
          step(
            'UPDATE mfa_attempts SET failed_at = at WHERE subject = $1 AND name = $2 AND at = $3 AND id = $4',
            subject,
            limit.name,
            attempt.at,
            attempt.id,
          ),
        ]),
      ),

    withdrawAttempt: (limit, subject, attempt) =>
      database.transaction(() => together([withdrawal(limit, subject, attempt)])),

    countProofAttempt: (attempt) => database.transaction(() => reserveProofAttempt(attempt)),

    withdrawProofAttempt: (attempt, onAuthenticators) =>
      database.transaction(() =>
        together([
          ...accountAndAttemptsLock(attempt.userId),
          withdrawal(ACCOUNT_LIMIT, attempt.userId, attempt),
          ...(attempt.pendingTokenHash === undefined
            ? []
            : [
                step(
                  'UPDATE mfa_pending_sign_ins SET attempts = attempts - 1 WHERE token_hash = $1 AND attempts > failures',
                  attempt.pendingTokenHash,
                ),
              ]),
          ...(onAuthenticators ? [uncountFactors(attempt.userId, '')] : []),
        ]),
      ),

    lockUsedUpFactors: (userId, now, entries) =>
      database.transaction(function* () {
        yield* together(accountAndAttemptsLock(userId));
        const locked = yield* lockUsedUp(userId, now);
        if (locked.length > 0) yield* writeEntries(entries(locked));
      }),

    recordFailure: (attempt, now, entries) =>
      database.transaction(function* () {
        const closedUntil = yield* closeIfUsedUp(attempt.userId, now);
        const inARow = yield* failInARow(attempt.userId);
        const pendingEnded =
          attempt.pendingTokenHash !== undefined && (yield* failPendingSignIn(attempt.pendingTokenHash));
        const lockedFactors = yield* lockUsedUp(attempt.userId, now);
        const facts: FailureFacts = {
          ...(closedUntil !== undefined && { closedUntil }),
          lockedFactors,
          inARow,
          pendingEnded,
        };
        yield* writeEntries(entries(facts));
        return facts;
      }),
  };
}
