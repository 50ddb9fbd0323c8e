import type { ClosedRecovery } from '../account-recovery/account-recovery.store.ts';
import type { Entry } from '../activity/journal.ts';

/** What an account had at the time of the backup, and has no more. */
export interface VoidedAccount {
  readonly userId: string;
  readonly sessions: number;
  readonly devices: number;
  /** Those that were not spent when the backup was taken. */
  readonly recoveryCodes: number;
  readonly recoveries: readonly ClosedRecovery[];
}

/** How much was voided so far, over all accounts. */
export interface VoidedTotals {
  readonly accounts: number;
  readonly sessions: number;
  readonly devices: number;
  readonly recoveryCodes: number;
  readonly recoveries: number;
}

/** The clearing up after one backup. Where it is remembered in the database, so that it goes on where it was stopped. */
export interface RestoreRun {
  readonly totals: VoidedTotals;
  /** When the last account was done. */
  readonly finishedAt?: number;
}

/** What a database that was restored from a backup is asked and told. */
export interface RestoreStore {
  /**
   * Notes that this backup was restored and voids what belongs to no account, or finds the run that was begun before.
   *
   * @param backupTakenAt Milliseconds; tells one backup from another.
   * @returns the run, or the time of the newest event when that is later than the backup can be.
   */
  beginRestore(backupTakenAt: number, now: number): Promise<RestoreRun | { readonly newestEventAt: number }>;
  /**
   * Voids all that the next accounts could use twice, and raises their epochs; each account once, however many processes do it.
   *
   * @param entries What to write of the accounts of this batch.
   * @returns how many accounts there were; 0 when all are done.
   */
  voidNextAccounts(
    backupTakenAt: number,
    batch: { readonly now: number; readonly most: number },
    entries: (accounts: readonly VoidedAccount[]) => readonly Entry[],
  ): Promise<number>;
  /**
   * Closes the run, once.
   *
   * @param entries What to write of the whole.
   * @returns the run as it ended.
   */
  finishRestore(
    backupTakenAt: number,
    now: number,
    entries: (totals: VoidedTotals) => readonly Entry[],
  ): Promise<RestoreRun>;
}
