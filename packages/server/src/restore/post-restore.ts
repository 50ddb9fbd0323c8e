import type { CancelReason, cancelledRecovery } from '../account-recovery/happenings.ts';
import type { Happening } from '../activity/audit-event.ts';
import { systemEntry, type Entry } from '../activity/journal.ts';
import type { RestoreRun, RestoreStore, VoidedAccount, VoidedTotals } from './restore.store.ts';

/** So many accounts in one transaction: nobody waits for it, and stopping in the middle loses no more than these. */
const BATCH = 200;

const REASON = 'store-restored' satisfies CancelReason;

/** What was done, and whether it was done by an earlier run. */
export interface RestoreReport {
  readonly totals: VoidedTotals;
  /** When an earlier run finished; then this one changed nothing. */
  readonly doneBefore?: number;
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/**
 * Clears up after a restored backup (rule R6). The database is as it was then: what was used up, ended or cancelled since is alive again,
 * and nothing in it tells which. So everything that is good for a single use, or opens the account without a proof, is voided:
 * sessions, sign-ins begun, remembered devices, challenges, enrolments, unspent recovery codes, open recoveries; and every epoch goes up.
 * Factors stay: they are proven each time. Resumable: a second run with the same time goes on where the first was stopped, and does
 * nothing when all is done.
 *
 * @param backupTakenAt Milliseconds. No event in the database may be later, which keeps this away from a database that is in use.
 * @throws Error saying why this cannot be the backup of that time; then nothing was changed.
 */
export async function postRestore(
  { store, cancelled }: { readonly store: RestoreStore; readonly cancelled: typeof cancelledRecovery },
  backupTakenAt: number,
  now: number,
): Promise<RestoreReport> {
  if (backupTakenAt > now)
    throw new Error(`${iso(backupTakenAt)} is in the future; say when the backup was taken`);
  const run = await store.beginRestore(backupTakenAt, now);
  if ('newestEventAt' in run) {
    throw new Error(
      `this database has events up to ${iso(run.newestEventAt)}, later than ${iso(backupTakenAt)}: it is another one, or the application has served from it. Stop the application, and give a time that is not before its last event`,
    );
  }
  if (run.finishedAt !== undefined) return reportOf(run, run.finishedAt);

  const batch = { now, most: BATCH };
  while ((await store.voidNextAccounts(backupTakenAt, batch, entriesAt(now, cancelled))) > 0);
  return reportOf(
    await store.finishRestore(backupTakenAt, now, (totals) => [
      systemEntry(now, '', restored({ backupTakenAt: iso(backupTakenAt), ...totals })),
    ]),
  );
}

const reportOf = ({ totals }: RestoreRun, doneBefore?: number): RestoreReport => ({
  totals,
  ...(doneBefore !== undefined && { doneBefore }),
});

const restored = (details: Happening['details']): Happening => ({
  event: 'auth.store.restored',
  outcome: 'success',
  ...(details && { details }),
});

/** Each person finds one line about it, in place of one for each session, device and code; and hears of a recovery that they were waiting for. */
const entriesAt =
  (now: number, cancelled: typeof cancelledRecovery) =>
  (accounts: readonly VoidedAccount[]): readonly Entry[] =>
    accounts.flatMap(({ userId, sessions, devices, recoveryCodes, recoveries }) => [
      systemEntry(now, userId, restored({ sessions, devices, recoveryCodes, recoveries: recoveries.length })),
      ...recoveries.map((recovery) => systemEntry(now, userId, cancelled(recovery, REASON))),
    ]);
