import type { SpentProof } from '../../sign-in/sign-in.store.ts';
import { ACCOUNT_LIMIT } from '../../throttling/limits.ts';
import type { ProofAttempt } from '../../throttling/throttling.store.ts';
import { accountLock } from './accounts.sql.ts';
import { endingRow, uncountFactors, withdrawal } from './throttling.sql.ts';
import { step, type Step } from './unit-of-work.ts';

/**
 * Uses up what a proof uses up. One guarded statement is the verdict (rule S1): it touches one row, or none when somebody else was first.
 */
export function spending(userId: string, spent: SpentProof, now: number): Step {
  switch (spent.method) {
    case 'totp':
      return step(
        `UPDATE mfa_totp_factors SET last_step = $3, last_used_at = $4, failures_in_a_row = 0
         WHERE user_id = $1 AND id = $2 AND last_step < $3 AND locked_at IS NULL`,
        userId,
        spent.factorId,
        spent.step,
        now,
      );
    case 'recovery-code':
      return step(
        `UPDATE mfa_recovery_codes SET spent_at = $4 WHERE user_id = $1 AND selector = $2 AND verifier = $3 AND spent_at IS NULL
         AND EXISTS (SELECT 1 FROM mfa_recovery_code_sets s WHERE s.user_id = $1 AND s.locked_at IS NULL)`,
        userId,
        spent.selector,
        spent.verifier,
        now,
      );
    case 'passkey':
      // The challenge is consumed already; the counter is held against the newest one here, not against the one that was read (rule W6).
      return step(
        `UPDATE mfa_passkeys SET counter = CASE WHEN $3 > counter THEN $3 ELSE counter END, backed_up = $4, last_used_at = $5
         WHERE user_id = $1 AND id = $2 AND (counter < $3 OR (counter = 0 AND $3 = 0) OR $6 = 1)`,
        userId,
        spent.passkeyId,
        spent.counter,
        spent.backedUp ? 1 : 0,
        now,
        spent.anyCounter ? 1 : 0,
      );
  }
}

/**
 * Locks the account and, where an attempt was counted, what the account's attempts queue up behind, in the order in which everybody does who
 * goes on to change several authenticators: an attempt changes them too, in an order of its own.
 */
export const lockingForProof = (userId: string, attempt: ProofAttempt | undefined): readonly Step[] => [
  accountLock(userId),
  ...(attempt ? [endingRow(userId)] : []),
];

/** What follows an accepted proof: the attempt was no failure after all, for the account and for the authenticators it was tried on. */
export function settling(attempt: ProofAttempt | undefined, spent: SpentProof | undefined): readonly Step[] {
  if (!attempt) return [];
  const steps: Step[] = [withdrawal({ limit: ACCOUNT_LIMIT, subject: attempt.userId, attempt })];
  if (spent?.method === 'recovery-code')
    steps.push(
      step('UPDATE mfa_recovery_code_sets SET failures_in_a_row = 0 WHERE user_id = $1', attempt.userId),
    );
  if (spent?.method !== 'totp') return steps;
  // A code was tried on every authenticator; the others' count goes back by the one that was taken in advance, no further (rule L3).
  if (!spent.alone) steps.push(uncountFactors(attempt.userId, spent.factorId));
  if (spent.resealed) {
    const { from, to } = spent.resealed;
    steps.push(
      step(
        'UPDATE mfa_totp_factors SET secret_box = $3, secret_key_id = $4 WHERE user_id = $1 AND id = $2 AND secret_box = $5',
        attempt.userId,
        spent.factorId,
        to.box,
        to.keyId,
        from.box,
      ),
    );
  }
  return steps;
}
