import type { EmptiedAccount } from '../account-recovery/account-recovery.store.ts';
import type { Recovery, RecoveryMove } from '../account-recovery/recovery.ts';
import type { Entry } from '../activity/journal.ts';
import type { Membership } from '../sessions/membership.ts';
import type { Alive } from '../sessions/sessions.store.ts';

/** What support writes down about a case. Of the evidence, where it is kept: never the documents themselves. */
export interface CaseRecord {
  readonly evidence: { readonly kind: string; readonly reference: string };
  readonly reason: string;
  /** Why nobody has to wait; absent where the person waits. */
  readonly skipWaitReason?: string;
  /** Ids of two different people. */
  readonly startedBy: string;
  readonly decidedBy?: string;
  /** Milliseconds. */
  readonly decidedAt?: number;
}

/** A way back in that support opened for a person. */
export interface RecoveryCase extends CaseRecord {
  readonly recovery: Recovery;
}

/** Where a case stands in the list. */
export interface CasePlace {
  readonly open: boolean;
  readonly startedAt: number;
  readonly id: string;
}

export interface CaseDecision {
  readonly id: string;
  readonly userId: string;
  /** Where the host says that the person is; absent where it knows them no more. */
  readonly membership: Membership | undefined;
  readonly by: string;
  readonly now: number;
  /** Where an approved case goes on; a rejected one is over. */
  readonly move: RecoveryMove | 'rejected';
}

export interface AdministrationStore {
  /**
   * @param membership Where the person is, and so where it is on record.
   * @returns `open` when the person has an open case already.
   */
  startRecoveryCase(
    opened: RecoveryCase,
    membership: Membership,
    entries: readonly Entry[],
  ): Promise<'started' | 'open'>;
  findRecoveryCase(id: string): Promise<RecoveryCase | undefined>;
  /** The open ones first, and of both the newest. @param after The last one that was read; without it, from the first. */
  listRecoveryCases(most: number, after?: CasePlace): Promise<readonly RecoveryCase[]>;
  /** Decides an undecided case, once, by somebody else than who opened it (rules S1, R4). */
  decideRecoveryCase(decision: CaseDecision, entries: readonly Entry[]): Promise<boolean>;
  /** Takes away all that a person proves with and is remembered by; from then on they may only enrol (rule R4). */
  resetAccount(
    userId: string,
    membership: Membership,
    alive: Alive,
    entries: (emptied: EmptiedAccount) => readonly Entry[],
  ): Promise<void>;
}
