import type { SpentProof } from '../../sign-in/sign-in.store.ts';
import { ACCOUNT_LIMIT } from '../../throttling/limits.ts';
import type { ProofAttempt } from '../../throttling/throttling.store.ts';
import { withdrawal } from './throttling.sql.ts';
import { affected, step, together, type Step, type UnitOfWork } from './unit-of-work.ts';

/**
 * Uses up what a proof uses up. One guarded statement is the verdict (rule S1).
 *
 * @returns `false` when somebody else used it first.
 */
export function* spend(userId: string, spent: SpentProof, now: number): UnitOfWork<boolean> {
  switch (spent.method) {
    case 'totp': {
      const accepted = yield* affected(
        `UPDATE mfa_totp_factors SET last_step = $3, last_used_at = $4, failures_in_a_row = 0
         WHERE user_id = $1 AND id = $2 AND last_step < $3 AND locked_at IS NULL`,
        userId,
        spent.factorId,
        spent.step,
        now,
      );
      return accepted === 1;
    }
    case 'recovery-code': {
      const accepted = yield* affected(
        'UPDATE mfa_recovery_codes SET spent_at = $4 WHERE user_id = $1 AND selector = $2 AND verifier = $3 AND spent_at IS NULL',
        userId,
        spent.selector,
        spent.verifier,
        now,
      );
      return accepted === 1;
    }
  }
}

/** What follows an accepted proof: the attempt was no failure after all, for the account and for the authenticators it was tried on. */
export function* settle(attempt: ProofAttempt, spent: SpentProof | undefined): UnitOfWork<void> {
  const steps: Step[] = [withdrawal(ACCOUNT_LIMIT, attempt.userId, attempt)];
  if (spent?.method === 'totp') {
    // A code was tried on every authenticator; the others' count goes back by the one that was taken in advance, no further (rule L3).
    steps.push(
      step(
        `UPDATE mfa_totp_factors SET failures_in_a_row = failures_in_a_row - 1
         WHERE user_id = $1 AND id <> $2 AND locked_at IS NULL AND failures_in_a_row > 0`,
        attempt.userId,
        spent.factorId,
      ),
    );
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
  }
  yield* together(steps);
}
