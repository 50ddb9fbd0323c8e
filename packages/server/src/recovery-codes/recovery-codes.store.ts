import type { Entry } from '../activity/journal.ts';
import type { FactorRemoval } from '../sessions/sessions.store.ts';
import type { CountVerdict, ProofAttempt } from '../throttling/throttling.store.ts';

/** A recovery code as it is stored: the selector finds it, the verifier is a slow hash of the rest (rule K3). */
export interface StoredRecoveryCode {
  readonly selector: string;
  readonly verifier: string;
  /** The key that the pepper was derived from. */
  readonly pepperKeyId: string;
}

/** A whole set; a person has one or none. */
export interface RecoveryCodeSet {
  readonly codes: readonly StoredRecoveryCode[];
  readonly createdAt: number;
}

/** What is written when a recovery code was accepted. */
export interface SpentRecoveryCode {
  readonly method: 'recovery-code';
  readonly selector: string;
  /** Of the code that was verified, so that one of a newer set with the same selector is not spent in its place. */
  readonly verifier: string;
}

export interface RecoveryCodeStore {
  /**
   * Counts the attempt first (rule S2), on the account and on the codes; `locked` are those that had too many failures in a row (rule L2). A spent code is handed out too, so that its reuse can be told from a wrong one in the audit.
   */
  countRecoveryCodeAttempt(
    attempt: ProofAttempt,
    selector: string,
  ): Promise<
    | Exclude<CountVerdict, { verdict: 'counted' }>
    | { verdict: 'locked' }
    | { verdict: 'counted'; code?: StoredRecoveryCode & { readonly spent: boolean } }
  >;
  /**
   * A new set; the old one is dead in the same transaction, and with it sign-ins begun and remembered devices (rule S5).
   *
   * @param asked Who asks, in which session, and the account's epoch when the right to do this was checked. `gone` is a session that ended since.
   */
  replaceRecoveryCodes(
    asked: Pick<FactorRemoval, 'userId' | 'currentId' | 'epoch'>,
    set: RecoveryCodeSet,
    entries: readonly Entry[],
  ): Promise<'replaced' | 'conflict' | 'gone'>;
  /** Records that the person has saved them. Saying so twice changes nothing. */
  confirmRecoveryCodes(
    userId: string,
    now: number,
    entries: readonly Entry[],
  ): Promise<'confirmed' | 'already' | 'missing'>;
}
