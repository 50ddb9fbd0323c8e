import type { ClosedRecovery } from '../account-recovery/account-recovery.store.ts';
import type { Entry } from '../activity/journal.ts';
import type { UsedPasskey } from '../passkeys/passkeys.store.ts';
import type { NewDevice } from '../remembered-devices/remembered-devices.store.ts';
import type { SpentRecoveryCode } from '../recovery-codes/recovery-codes.store.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';
import type { Membership } from '../sessions/membership.ts';
import type { Proof } from '../sessions/proof.ts';
import type { Alive, MakingRoom, NewSession, Rotation, OtherSessions } from '../sessions/sessions.store.ts';
import type { ProofAttempt, Reservation } from '../throttling/throttling.store.ts';
import type { AcceptedTotpStep } from '../totp/totp.store.ts';

/** A pending sign-in: the password was right, the second factor is still to come. */
export interface StoredPendingSignIn {
  readonly tokenHash: string;
  readonly proofs: readonly Proof[];
  readonly expiresAt: number;
  readonly facts: AccountFacts;
}

/** What a browser held until now. It ends with the sign-in that takes its place (rule B1); each is told of by whoever ended it. */
export interface Replacing {
  readonly session?: { readonly id: string; readonly entries: readonly Entry[] };
  readonly pending?: { readonly tokenHash: string; readonly entries: readonly Entry[] };
}

/** A sign-in whose first half was proven. What it becomes, the store decides by whether the person has a factor at that moment. */
export interface SignInStart {
  readonly session: NewSession;
  readonly room: MakingRoom;
  readonly pending: { readonly tokenHash: string; readonly expiresAt: number };
  /** Where the host says that the person is now, and as what; their audit is filed there. Without it, that stays as it was. */
  readonly membership?: Membership;
  /** A change of password at this moment or later outdates what was verified. */
  readonly unchangedSince: number;
  readonly replacing: Replacing;
  readonly entries: (became: 'session' | 'pending') => readonly Entry[];
}

/** The single-use thing that a proof uses up. */
export type SpentProof = AcceptedTotpStep | SpentRecoveryCode | UsedPasskey;

/** Whoever proves that they have a second step needs no way back in: what is open is cancelled with the sign-in (rule R1). */
export type CancelledEntries = (recoveries: readonly ClosedRecovery[]) => readonly Entry[];

export interface SignInCompletion {
  readonly pendingTokenHash: string;
  /** Absent for a passkey, which cannot be guessed and so is not counted in advance. */
  readonly attempt?: ProofAttempt;
  readonly spent: SpentProof;
  readonly session: NewSession;
  readonly room: MakingRoom;
  /** The browser, where the person asked for it to be remembered. */
  readonly device?: NewDevice;
  /** @param deviceIds What made room for it. */
  readonly forgetting?: (deviceIds: readonly string[]) => readonly Entry[];
  /** @param remaining Recovery codes left after this one; known only when one was spent. */
  readonly entries: (remaining: number | undefined) => readonly Entry[];
  readonly cancelled: CancelledEntries;
}

/** A sign-in by passkey alone: nobody was named before, and nothing was pending. */
export interface PasskeySignIn {
  /** Withdrawn with it: the attempt was no failure. */
  readonly reservation?: Reservation;
  readonly spent: UsedPasskey;
  readonly session: NewSession;
  readonly room: MakingRoom;
  readonly membership?: Membership;
  readonly replacing: Replacing;
  readonly entries: readonly Entry[];
  readonly cancelled: CancelledEntries;
}

export interface StepUpCompletion {
  readonly userId: string;
  readonly attempt?: ProofAttempt;
  /** Absent for a password, which is not used up. */
  readonly spent?: AcceptedTotpStep | UsedPasskey;
  readonly now: number;
  readonly rotation: Rotation;
  readonly entries: readonly Entry[];
}

export interface SignInStore {
  /** @returns `outdated` when the password was changed after this sign-in began: what was verified is no password any more. */
  beginSignIn(start: SignInStart): Promise<'session' | 'pending' | 'outdated'>;
  /** A pending sign-in that is neither expired nor used up nor of an older epoch. */
  findPendingSignIn(tokenHash: string, now: number): Promise<StoredPendingSignIn | undefined>;
  /** @param entries Written by the one call that dropped it. */
  dropPendingSignIn(tokenHash: string, entries: readonly Entry[]): Promise<void>;
  /**
   * Consumes the pending sign-in, spends the proof, records the session: all or nothing (rule S3).
   *
   * @returns `gone` when the pending sign-in was consumed, expired or outdated; `spent` when the code was used by somebody else first.
   */
  completeSignIn(completion: SignInCompletion): Promise<'completed' | 'gone' | 'spent'>;
  completePasskeySignIn(signIn: PasskeySignIn): Promise<'completed' | 'spent'>;
  /** @returns `gone` when the session's token is not alive any more. */
  completeStepUp(completion: StepUpCompletion): Promise<'completed' | 'gone' | 'spent'>;
  /**
   * After a change of password: the epoch goes up, and with it sign-ins begun and remembered devices end (rule S5); sessions end too, and
   * a sign-in that verified the old password finds it outdated, and an account recovery that the old one was to finish is cancelled.
   *
   * @param exceptSessionId The session in which the password was changed.
   * @param entries For those that were alive.
   */
  endEverySignIn(
    userId: string,
    alive: Alive,
    exceptSessionId: string | undefined,
    entries: (
      endedSessionIds: readonly string[],
      cancelledRecoveries: readonly ClosedRecovery[],
    ) => readonly Entry[],
  ): Promise<void>;
  /**
   * Ends all sessions of a person but one, and with the epoch, which goes up, every sign-in that was begun and every remembered device
   * (rule S5).
   *
   * @param entries For those that were alive.
   * @returns `gone` when the one that was to stay has ended itself: of two that end each other, one stays.
   */
  endOtherSessions(
    query: OtherSessions,
    entries: (ended: { sessionIds: readonly string[]; deviceIds: readonly string[] }) => readonly Entry[],
  ): Promise<'ended' | 'gone'>;
  /** Everything stored about a person but the audit. */
  forgetUser(userId: string): Promise<void>;
}
