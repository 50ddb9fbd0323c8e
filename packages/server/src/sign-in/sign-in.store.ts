import type { Entry } from '../activity/journal.ts';
import type { SpentRecoveryCode } from '../recovery-codes/recovery-codes.store.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';
import type { Proof } from '../sessions/proof.ts';
import type { NewSession, Rotation } from '../sessions/sessions.store.ts';
import type { ProofAttempt } from '../throttling/throttling.store.ts';
import type { AcceptedTotpStep } from '../totp/totp.store.ts';

/** A pending sign-in: the password was right, the second factor is still to come. */
export interface StoredPendingSignIn {
  readonly tokenHash: string;
  readonly proofs: readonly Proof[];
  readonly expiresAt: number;
  readonly facts: AccountFacts;
}

/** A sign-in whose first half was proven. What it becomes, the store decides by whether the person has a factor at that moment. */
export interface SignInStart {
  readonly session: NewSession;
  readonly pending: { readonly tokenHash: string; readonly expiresAt: number };
  /** Tokens that this browser held until now; they end here (rule B1). */
  readonly replacing: { readonly sessionTokenHash?: string; readonly pendingTokenHash?: string };
  readonly entries: (became: 'session' | 'pending') => readonly Entry[];
}

/** The single-use thing that a proof uses up. */
export type SpentProof = AcceptedTotpStep | SpentRecoveryCode;

export interface SignInCompletion {
  readonly pendingTokenHash: string;
  readonly attempt: ProofAttempt;
  readonly spent: SpentProof;
  readonly session: NewSession;
  /** @param remaining Recovery codes left after this. */
  readonly entries: (remaining: number) => readonly Entry[];
}

export interface StepUpCompletion {
  readonly userId: string;
  readonly attempt: ProofAttempt;
  /** Absent for a password, which is not used up. */
  readonly spent?: AcceptedTotpStep;
  readonly rotation: Rotation;
  readonly entries: readonly Entry[];
}

export interface SignInStore {
  beginSignIn(start: SignInStart): Promise<'session' | 'pending'>;
  /** A pending sign-in that is neither expired nor used up nor of an older epoch. */
  findPendingSignIn(tokenHash: string, now: number): Promise<StoredPendingSignIn | undefined>;
  dropPendingSignIn(tokenHash: string): Promise<void>;
  /**
   * Consumes the pending sign-in, spends the proof, records the session: all or nothing (rule S3).
   *
   * @returns `gone` when the pending sign-in was consumed, expired or outdated; `spent` when the code was used by somebody else first.
   */
  completeSignIn(completion: SignInCompletion): Promise<'completed' | 'gone' | 'spent'>;
  /** @returns `gone` when the session's token is not alive any more. */
  completeStepUp(completion: StepUpCompletion): Promise<'completed' | 'gone' | 'spent'>;
  /**
   * After a change of password: the epoch goes up, and with it sign-ins begun and remembered devices end (rule S5); sessions end too.
   *
   * @param exceptTokenHash The session in which the password was changed.
   */
  endEverySignIn(
    userId: string,
    exceptTokenHash: string | undefined,
    entries: readonly Entry[],
  ): Promise<void>;
  /** Everything stored about a person but the audit. */
  forgetUser(userId: string): Promise<void>;
}
