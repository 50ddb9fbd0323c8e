import type { RecoveryCodeSet, RecoveryCodeStore } from '../../recovery-codes/recovery-codes.store.ts';
import type { ProofAttempt } from '../../throttling/throttling.store.ts';
import { bumpEpoch, lockExistingAccount } from './accounts.sql.ts';
import { COUNTED, countOnRecoveryCodes, USABLE_CODES } from './counting.sql.ts';
import { journalSteps, writeEntries } from './journal.sql.ts';
import { holdSession } from './sessions.sql.ts';
import { affected, first, step, together, type Database, type Row, type Step } from './unit-of-work.ts';

interface CodeRow extends Row {
  selector: string;
  verifier: string;
  pepper_key_id: string;
  spent_at: number | null;
}

export function insertRecoveryCodes(userId: string, set: RecoveryCodeSet): readonly Step[] {
  return [
    step(
      'INSERT INTO mfa_recovery_code_sets (user_id, total, created_at) VALUES ($1, $2, $3)',
      userId,
      set.codes.length,
      set.createdAt,
    ),
    ...set.codes.map(({ selector, verifier, pepperKeyId }) =>
      step(
        'INSERT INTO mfa_recovery_codes (user_id, selector, verifier, pepper_key_id) VALUES ($1, $2, $3, $4)',
        userId,
        selector,
        verifier,
        pepperKeyId,
      ),
    ),
  ];
}

/** A set that is replaced, or that nothing is left to come back to. */
export const forgetRecoveryCodes = (userId: string): readonly Step[] => [
  step('DELETE FROM mfa_recovery_codes WHERE user_id = $1', userId),
  step('DELETE FROM mfa_recovery_code_sets WHERE user_id = $1', userId),
];

/** Counts a failure on the codes in advance. */
const tryingCodes = ({ userId, at, id }: ProofAttempt): Step =>
  step(
    `UPDATE mfa_recovery_code_sets SET failures_in_a_row = failures_in_a_row + 1 WHERE user_id = $1 AND ${USABLE_CODES} AND ${COUNTED}`,
    userId,
    at,
    id,
  );

export function sqlRecoveryCodeStore(database: Database): RecoveryCodeStore {
  return {
    countRecoveryCodeAttempt: (attempt, selector) =>
      countOnRecoveryCodes(
        database,
        attempt,
        [
          tryingCodes(attempt),
          step(
            'SELECT selector, verifier, pepper_key_id, spent_at FROM mfa_recovery_codes WHERE user_id = $1 AND selector = $2',
            attempt.userId,
            selector,
          ),
        ],
        (result) => {
          const row = result?.rows[0] as CodeRow | undefined;
          if (!row) return { verdict: 'counted' };
          const { verifier, pepper_key_id: pepperKeyId, spent_at: spentAt } = row;
          return { verdict: 'counted', code: { selector, verifier, pepperKeyId, spent: spentAt !== null } };
        },
      ),

    replaceRecoveryCodes: ({ userId, currentId, epoch }, set, entries) =>
      database.transaction<'replaced' | 'conflict' | 'gone'>(function* () {
        // Two regenerations at once would show two people ten codes each, of which one set is dead: the later one is told so.
        if ((yield* lockExistingAccount(userId)) !== epoch) return 'conflict';
        const [own] = yield [holdSession(userId, currentId)];
        if (own?.rows.length !== 1) return 'gone';
        yield* bumpEpoch(userId);
        yield* together([
          ...forgetRecoveryCodes(userId),
          ...insertRecoveryCodes(userId, set),
          ...journalSteps(entries),
        ]);
        return 'replaced';
      }),

    confirmRecoveryCodes: (userId, now, entries) =>
      database.transaction<'confirmed' | 'already' | 'missing'>(function* () {
        const confirmed = yield* affected(
          'UPDATE mfa_recovery_code_sets SET confirmed_at = $2 WHERE user_id = $1 AND confirmed_at IS NULL',
          userId,
          now,
        );
        if (confirmed > 0) {
          yield* writeEntries(entries);
          return 'confirmed';
        }
        const set = yield* first<{ total: number }>(
          'SELECT total FROM mfa_recovery_code_sets WHERE user_id = $1',
          userId,
        );
        return set ? 'already' : 'missing';
      }),
  };
}
