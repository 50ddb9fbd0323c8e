import type { Accounts } from '../accounts/accounts.ts';
import { addFirstAccounts } from '../accounts/first-accounts.ts';
import type { SharedClock } from '../clock/shared-clock.ts';
import type { Database } from '../database/database.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import type { CspReports } from '../pages/csp-reports.ts';

/** What is put back. */
export interface Resettable {
  readonly accounts: Accounts;
  readonly clock: SharedClock;
  readonly database: Database;
  readonly mailbox: Mailbox;
  readonly cspReports: CspReports;
  /** Has the kit send what it still has to send. */
  readonly runJobs: () => Promise<unknown>;
  /** Has the kit forget a person. */
  readonly userDeleted: (id: string) => Promise<unknown>;
}

/**
 * Puts everything back to the first day: the kit forgets everybody, the mailbox is empty, the time is real again, and the first people are there
 * with their first password.
 */
export async function reset(demo: Resettable): Promise<void> {
  const { accounts, clock, database, mailbox, cspReports, runJobs, userDeleted } = demo;
  // First, so that no mail of before arrives afterwards.
  await runJobs();
  await clock.setOffset(0);
  for (const id of await accounts.ids()) {
    await userDeleted(id);
    await accounts.remove(id);
  }
  await database.run('DELETE FROM demo_password_guesses');
  await openClosedAddresses(database);
  await addFirstAccounts(accounts);
  cspReports.empty();
  // Last: another process may have been in the middle of sending.
  await mailbox.empty();
}

/**
 * The kit counts failed sign-ins per address too (rule L4), which belongs to no account, so it has no call that forgets it; and all testers share one
 * address. This is the one place where the host reaches into the kit's tables.
 */
async function openClosedAddresses(database: Database): Promise<void> {
  for (const table of ['mfa_attempts', 'mfa_throttles', 'mfa_recovery_asks']) {
    if (await database.has(table)) await database.run(`DELETE FROM ${table}`);
  }
}
