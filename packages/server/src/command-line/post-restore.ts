import { cancelledRecovery } from '../account-recovery/happenings.ts';
import { systemClock } from '../ports/clock.ts';
import { postRestore } from '../restore/post-restore.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './usage-error.ts';

/** With a zone: whoever restores a backup at night should not have to guess whose time is meant. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** @throws UsageError when it is not a time that leaves no doubt. */
export function readTime(text: string | undefined): number {
  const time = text !== undefined && TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new UsageError(
      'no time of the backup: give --backup-taken-at with a zone, such as 2026-01-15T03:00:00Z',
    );
  }
  return time;
}

/** Brings a restored database up to date and voids in it what could be used twice (rule R6). @param takenAt When the backup was taken, in milliseconds. */
export async function clearUpAfterRestore(store: Store, takenAt: number): Promise<void> {
  // Where the database has a clock, events are by that, and not by this machine's.
  const now = Math.round((await store.time?.()) ?? systemClock.now());
  await store.migrate(now);
  const { totals, doneBefore } = await postRestore({ store, cancelled: cancelledRecovery }, takenAt, now);
  const { accounts, sessions, devices, recoveryCodes, recoveries } = totals;
  console.log(
    doneBefore === undefined
      ? `${accounts} accounts: ended ${sessions} sessions, forgot ${devices} remembered devices, voided ${recoveryCodes} recovery codes, cancelled ${recoveries} recoveries`
      : `nothing to do: done at ${new Date(doneBefore).toISOString()}`,
  );
}
