import {
  ACCOUNT_LIMIT,
  ATTEMPTS_PER_PENDING_SIGN_IN,
  FAILURES_PER_FACTOR,
  FAILURES_PER_RECOVERY_CODES,
  LONGEST_JUDGEMENT,
  nextClosing,
} from '../../throttling/limits.ts';
import type { FailureFacts, Reservation, ThrottlingStore } from '../../throttling/throttling.store.ts';
import { accountLock } from './accounts.sql.ts';
import { byAge } from './by-age.ts';
import {
  attemptsIn,
  countAttempt,
  countProof,
  reserveAttempt,
  spentAttempts,
  underWay,
} from './counting.sql.ts';
import { journalSteps } from './journal.sql.ts';
import { deletePending } from './sessions.sql.ts';
import { last, step, type Database, type Step, type StepResult } from './unit-of-work.ts';

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

export function withdrawal({ limit, subject, attempt }: Reservation): Step {
  return step(
    'DELETE FROM mfa_attempts WHERE subject = $1 AND name = $2 AND at = $3 AND id = $4',
    subject,
    limit.name,
    attempt.at,
    attempt.id,
  );
}

/** A failure on a pending sign-in. `usedUp` tells whether it was the last that this allows. */
export const failingPending = (tokenHash: string): Step =>
  step(
    'UPDATE mfa_pending_sign_ins SET failures = failures + 1 WHERE token_hash = $1 RETURNING failures',
    tokenHash,
  );

/** What `failingPending` found. */
export const usedUp = (result: StepResult | undefined): boolean =>
  Number(result?.rows[0]?.['failures'] ?? 0) >= ATTEMPTS_PER_PENDING_SIGN_IN;

/** A failure on the account, which locks the row that its attempts queue up behind, new or old. */
const failingInARow = (userId: string): Step =>
  step(
    `INSERT INTO mfa_throttles (subject, name, closed_until, closures, failures_in_a_row) VALUES ($1, $2, 0, 0, 1)
     ON CONFLICT (subject, name) DO UPDATE SET failures_in_a_row = mfa_throttles.failures_in_a_row + 1
     RETURNING closed_until, closures, failures_in_a_row`,
    userId,
    ACCOUNT_LIMIT.name,
  );

const closingUntil = (userId: string, { closedUntil, closures }: ReturnType<typeof nextClosing>): Step =>
  step(
    'UPDATE mfa_throttles SET closed_until = $3, closures = $4 WHERE subject = $1 AND name = $2',
    userId,
    ACCOUNT_LIMIT.name,
    closedUntil,
    closures,
  );

/**
 * After a proof was accepted, the next failure is the first again. It only tells when to send a mail; no limit goes by it (rule L3). Others who
 * count an attempt of the account wait for this.
 */
export const endingRow = (userId: string): Step =>
  step(
    'UPDATE mfa_throttles SET failures_in_a_row = 0 WHERE subject = $1 AND name = $2',
    userId,
    ACCOUNT_LIMIT.name,
  );

/**
 * Locks what failures in a row have used up.
 *
 * @param unless Where the last failure was only counted in advance: unless it may be under way still, and right.
 */
const locking =
  (table: string, failures: number, told: string) =>
  (userId: string, now: number, unless?: 'under way'): Step =>
    step(
      `UPDATE ${table} SET locked_at = $2 WHERE user_id = $1 AND locked_at IS NULL AND failures_in_a_row >= $3
       ${unless ? `AND NOT ${underWay('$4')}` : ''} RETURNING ${told}`,
      userId,
      now,
      failures,
      ...(unless ? [now - LONGEST_JUDGEMENT] : []),
    );

const lockingUsedUp = locking('mfa_totp_factors', FAILURES_PER_FACTOR, 'id, name, created_at');
const lockingUsedUpCodes = locking('mfa_recovery_code_sets', FAILURES_PER_RECOVERY_CODES, 'user_id');

/** What `lockingUsedUp` locked, in the order of the list. */
const lockedIn = (result: StepResult | undefined): FailureFacts['lockedFactors'] =>
  (result?.rows ?? [])
    .map(({ id, name, created_at: at }) => ({ id: String(id), name: String(name), createdAt: Number(at) }))
    .sort(byAge)
    .map(({ id, name }) => ({ id, name }));

/** Takes back the one that was counted in advance on each authenticator, and no more. */
export const uncountFactors = (userId: string, exceptFactorId: string): Step =>
  step(
    `UPDATE mfa_totp_factors SET failures_in_a_row = failures_in_a_row - 1
     WHERE user_id = $1 AND id <> $2 AND locked_at IS NULL AND failures_in_a_row > 0`,
    userId,
    exceptFactorId,
  );

/** Takes back the one that was counted in advance on the recovery codes. */
const uncountCodes = (userId: string): Step =>
  step(
    `UPDATE mfa_recovery_code_sets SET failures_in_a_row = failures_in_a_row - 1
     WHERE user_id = $1 AND locked_at IS NULL AND failures_in_a_row > 0`,
    userId,
  );

export function sqlThrottlingStore(database: Database): ThrottlingStore {
  return {
    countAttempt: (limit, subject, attempt) => countAttempt(database, limit, subject, attempt),

    reserveAttempt: (limit, subject, attempt) => reserveAttempt(database, limit, subject, attempt),

    failAttempt: (limit, subject, attempt) =>
      database.transaction(() =>
        last([
          step(
            'UPDATE mfa_attempts SET failed_at = at WHERE subject = $1 AND name = $2 AND at = $3 AND id = $4',
            subject,
            limit.name,
            attempt.at,
            attempt.id,
          ),
        ]),
      ),

    // One that is forgotten counts as failed.
    withdrawAttempt: (limit, subject, attempt) =>
      database.transaction(() => last([withdrawal({ limit, subject, attempt })]), 'soon'),

    countProofAttempt: (attempt) => countProof(database, attempt, [], () => ({ verdict: 'counted' })),

    withdrawProofAttempt: (attempt, onAuthenticators) =>
      database.transaction(() =>
        last([
          ...accountAndAttemptsLock(attempt.userId),
          withdrawal({ limit: ACCOUNT_LIMIT, subject: attempt.userId, attempt }),
          ...(attempt.pendingTokenHash === undefined
            ? []
            : [
                step(
                  'UPDATE mfa_pending_sign_ins SET attempts = attempts - 1 WHERE token_hash = $1 AND attempts > failures',
                  attempt.pendingTokenHash,
                ),
              ]),
          ...(onAuthenticators ? [uncountFactors(attempt.userId, '')] : []),
          ...(attempt.onRecoveryCodes ? [uncountCodes(attempt.userId)] : []),
        ]),
      ),

    lockUsedUpFactors: (userId, now, entries) =>
      database.transaction(function* () {
        const [, , factors, codes] = yield [
          ...accountAndAttemptsLock(userId),
          lockingUsedUp(userId, now, 'under way'),
          lockingUsedUpCodes(userId, now, 'under way'),
        ];
        const locked = { lockedFactors: lockedIn(factors), recoveryCodesLocked: codes?.affected === 1 };
        if (locked.lockedFactors.length > 0 || locked.recoveryCodesLocked)
          yield* last(journalSteps(entries(locked)));
      }),

    recordFailure: (attempt, now, entries) =>
      database.transaction(function* () {
        const { userId, pendingTokenHash, onRecoveryCodes } = attempt;
        const [row, spent, locked, ...others] = yield [
          failingInARow(userId),
          spentAttempts(ACCOUNT_LIMIT, userId, now),
          lockingUsedUp(userId, now),
          ...(onRecoveryCodes ? [lockingUsedUpCodes(userId, now)] : []),
          ...(pendingTokenHash === undefined ? [] : [failingPending(pendingTokenHash)]),
        ];
        const codes = onRecoveryCodes ? others[0] : undefined;
        const pending = pendingTokenHash === undefined ? undefined : others.at(-1);
        const { closed_until = 0, closures = 0, failures_in_a_row = 0 } = row?.rows[0] ?? {};
        const before = { closedUntil: Number(closed_until), closures: Number(closures) };
        const isFull = attemptsIn(spent).attempts >= ACCOUNT_LIMIT.attempts;
        const closed = before.closedUntil <= now && isFull ? nextClosing(now, before) : undefined;
        const ended = usedUp(pending) ? pendingTokenHash : undefined;
        const facts: FailureFacts = {
          ...(closed && { closedUntil: closed.closedUntil }),
          lockedFactors: lockedIn(locked),
          recoveryCodesLocked: codes?.affected === 1,
          inARow: Number(failures_in_a_row),
          pendingEnded: ended !== undefined,
        };
        yield* last([
          ...(closed ? [closingUntil(userId, closed)] : []),
          ...(ended === undefined ? [] : [deletePending(ended)]),
          ...journalSteps(entries(facts)),
        ]);
        return facts;
      }),
  };
}
