import type { Entry } from '../activity/journal.ts';
import type { CaseRecord } from '../administration/administration.store.ts';
import type { RemovedFactors } from '../factors/factors.store.ts';
import type { Sealed } from '../secrets/sealing.ts';
import type { Alive, NewSession } from '../sessions/sessions.store.ts';
import type { Replacing } from '../sign-in/sign-in.store.ts';
import type { Attempt, ProofAttempt } from '../throttling/throttling.store.ts';
import type { Recovery, RecoveryMove, RecoveryOpening, RecoveryTier } from './recovery.ts';

/** Somebody typed a login and asked for a way back in. Whose it is, a job finds out. */
export interface RecoveryAsk {
  readonly id: string;
  /** Sealed, since what is typed into the wrong field may be a password (rule K6). */
  readonly login: Sealed;
  readonly at: number;
  readonly ip: string;
  readonly userAgent: string;
  readonly requestId: string;
}

/** What a link in a mail is good for. */
export type LinkPurpose = 'open' | 'finish' | 'cancel';

/** A link that was mailed: of its token, the hash (rule K1). */
export interface RecoveryLink {
  readonly tokenHash: string;
  readonly purpose: LinkPurpose;
  /** A link to cancel is good for as long as there is something to cancel. */
  readonly goodUntil?: number;
}

export interface RecoveryStart {
  readonly askId: string;
  readonly recovery: Recovery;
  /** Counts against the mails that one account is sent (rule L4). */
  readonly attempt: Attempt;
  /** @param open The one that is open now: this one, or an older one of the same person. */
  readonly entries: (open: Recovery) => readonly Entry[];
}

/** A recovery that ended before it was finished. */
export interface ClosedRecovery {
  readonly id: string;
  readonly tier: RecoveryTier;
}

/** What was taken away when an account was emptied of everything that a person proves with and is remembered by. */
export interface EmptiedAccount {
  readonly removed: Pick<RemovedFactors, 'totp' | 'passkeys'>;
  readonly sessionIds: readonly string[];
  readonly deviceIds: readonly string[];
  /** Recoveries of the same person that this made pointless. */
  readonly recoveries: readonly ClosedRecovery[];
}

export interface RecoveryCompletion {
  readonly recoveryId: string;
  readonly tokenHash: string;
  /** The password's. */
  readonly attempt: ProofAttempt;
  readonly session: NewSession;
  /** Tokens that this browser held until now; they end here (rule B1). */
  readonly replacing: Replacing;
  readonly alive: Alive;
  /** @param record What support wrote down, where it was their case. */
  readonly entries: (emptied: EmptiedAccount, record: CaseRecord | undefined) => readonly Entry[];
}

export interface AccountRecoveryStore {
  keepRecoveryAsk(ask: RecoveryAsk): Promise<void>;
  /** Claims one that is due, so that no other worker takes it before `claimUntil`. */
  claimRecoveryAsk(now: number, claimUntil: number): Promise<RecoveryAsk | undefined>;
  dropRecoveryAsk(id: string): Promise<void>;
  /**
   * Takes the ask and begins a recovery, unless one is open: a person has one at a time (rule R1).
   *
   * @returns `limit` when the account was mailed too often; `taken` when another worker was first.
   */
  startRecovery(start: RecoveryStart): Promise<'started' | 'open' | 'limit' | 'taken'>;
  /** The recovery that a mailed link belongs to, open or over. */
  findRecoveryByLink(
    tokenHash: string,
  ): Promise<{ readonly recovery: Recovery; readonly link: RecoveryLink } | undefined>;
  /** The first link begins the wait, once. */
  openRecovery(id: string, opening: RecoveryOpening, entries: readonly Entry[]): Promise<boolean>;
  /**
   * Makes links for a mail that is about to go out; the time in which the first and the last one are good begins here.
   *
   * @returns `false` when the recovery is over, or not where the mail was written for, or its person has other addresses by now.
   */
  addRecoveryLinks(mailed: {
    readonly recoveryId: string;
    readonly addresses: string;
    readonly links: readonly RecoveryLink[];
  }): Promise<boolean>;
  /** Cancels what the link belongs to, if it is still open. */
  cancelRecoveryByLink(
    tokenHash: string,
    now: number,
    entries: (recovery: Recovery) => readonly Entry[],
  ): Promise<boolean>;
  cancelRecovery(id: string, now: number, entries: readonly Entry[]): Promise<boolean>;
  /** Claims one in which there is something to do; its `dueAt` is `claimUntil` until that is done. */
  claimDueRecovery(now: number, claimUntil: number): Promise<Recovery | undefined>;
  /** @returns `false` when somebody else moved it since it was claimed. */
  moveRecovery(claimed: Recovery, move: RecoveryMove, entries: readonly Entry[]): Promise<boolean>;
  /** @returns `false` when it ended otherwise or was given more time since it was claimed, or while the mail with its link still waits for a mail server. */
  expireRecovery(claimed: Recovery, now: number, entries: readonly Entry[]): Promise<boolean>;
  /**
   * Finishes a recovery: factors and codes are removed, sessions, devices and sign-ins begun end, and the restricted session opens: all
   * or nothing (rule R2).
   *
   * @returns `gone` when it was cancelled, finished or expired: of two, one wins (rule R3).
   */
  completeRecovery(completion: RecoveryCompletion): Promise<'completed' | 'gone'>;
}
