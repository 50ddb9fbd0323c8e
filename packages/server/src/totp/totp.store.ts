import type { Entry } from '../activity/journal.ts';
import type { RecoveryCodeSet } from '../recovery-codes/recovery-codes.store.ts';
import type { Sealed } from '../secrets/sealing.ts';
import type { EndingSessions, FactorRemoval, RemovalRefused, Rotation } from '../sessions/sessions.store.ts';
import type { CountVerdict, ProofAttempt } from '../throttling/throttling.store.ts';

/** A confirmed TOTP factor. */
export interface StoredTotpFactor {
  readonly userId: string;
  readonly id: string;
  readonly name: string;
  readonly secret: Sealed;
  /** The newest time step that was accepted; that one and all before it are used up (rule K4). */
  readonly lastStep: number;
  readonly locked: boolean;
  readonly createdAt: number;
  readonly lastUsedAt?: number;
}

/** A pending enrolment. It never touches an active factor, and lives in a table of its own so that no query can mistake it for one. */
export interface StoredTotpEnrolment {
  readonly userId: string;
  readonly id: string;
  readonly sessionId: string;
  readonly secret: Sealed;
  readonly startedAt: number;
  readonly expiresAt: number;
}

export interface TotpConfirmation {
  readonly enrolment: StoredTotpEnrolment;
  readonly attempt: ProofAttempt;
  /** The account's epoch when the right to enrol was checked; another by now means that something changed in between. */
  readonly epoch: number;
  readonly name: string;
  /** The secret sealed for its place in the factors' table. */
  readonly secret: Sealed;
  readonly step: number;
  readonly now: number;
  readonly rotation: Rotation;
  /** Of a person who could only enrol: their other sessions end. */
  readonly others: EndingSessions;
  /** Made with the first factor. */
  readonly recoveryCodes?: RecoveryCodeSet;
  readonly entries: readonly Entry[];
}

/** What is written when a code was accepted. */
export interface AcceptedTotpStep {
  readonly method: 'totp';
  readonly factorId: string;
  readonly step: number;
  /** Whether it was tried on no other authenticator, so that no other was counted on. */
  readonly alone?: boolean;
  /** The secret sealed anew, when it was under an older key of the ring (rule K2). */
  readonly resealed?: { readonly from: Sealed; readonly to: Sealed };
}

export interface RemovalFacts {
  readonly removed: StoredTotpFactor;
  readonly wasLast: boolean;
  /** The other sessions that it was proven in, which end with it. */
  readonly endedSessions: readonly string[];
}

export interface TotpStore {
  /** Counts the attempt first, then hands out what to check the code against (rules S2, L1, L2). */
  countTotpAttempt(
    attempt: ProofAttempt,
  ): Promise<
    | Exclude<CountVerdict, { verdict: 'counted' }>
    | { verdict: 'counted'; factors: readonly StoredTotpFactor[] }
    | { verdict: 'locked' }
  >;
  /** Replaces a pending enrolment of the same session. @returns `gone` when the person was deleted meanwhile. */
  startTotpEnrolment(
    enrolment: StoredTotpEnrolment,
    mostFactors: number,
  ): Promise<'started' | 'limit' | 'gone'>;
  findTotpEnrolment(userId: string, sessionId: string, id: string): Promise<StoredTotpEnrolment | undefined>;
  dropTotpEnrolment(userId: string, sessionId: string, id: string): Promise<boolean>;
  /** Turns the enrolment into a factor, rotates the session, and writes recovery codes with a first factor: all or nothing. */
  confirmTotpEnrolment(
    confirmation: TotpConfirmation,
    mostFactors: number,
  ): Promise<'confirmed' | 'gone' | 'conflict' | 'limit'>;
  findTotpFactor(userId: string, id: string): Promise<StoredTotpFactor | undefined>;
  renameTotpFactor(
    userId: string,
    id: string,
    name: string,
    entries: readonly Entry[],
  ): Promise<StoredTotpFactor | undefined>;
  /** With the last factor go the recovery codes: they are a way back to a factor, not one themselves. */
  removeTotpFactor(
    removal: FactorRemoval,
    id: string,
    entries: (facts: RemovalFacts) => readonly Entry[],
  ): Promise<'removed' | 'missing' | RemovalRefused>;
}
