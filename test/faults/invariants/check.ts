import { FACTORS } from './factors.ts';
import type { Invariant } from './invariant.ts';
import { readLedger, type AccountRow, type Ledger, type StoredRow } from './ledger.ts';
import { RECOVERING } from './recovering.ts';
import { SESSIONS } from './sessions.ts';
import { SINGLE_USE } from './single-use.ts';
import { TOLD } from './told.ts';

/** What a database has of each moment. Its history between two moments is looked at by `epochsGoneBack`. */
export const INVARIANTS: readonly Invariant[] = [
  ...SINGLE_USE,
  ...SESSIONS,
  ...FACTORS,
  ...TOLD,
  ...RECOVERING,
];

/** A place in a database where an invariant does not hold. */
export interface Violation {
  readonly invariant: string;
  readonly rows: readonly StoredRow[];
}

/** Holds a database against all invariants. */
export const violationsIn = (ledger: Ledger): readonly Violation[] =>
  INVARIANTS.flatMap(({ name, find }) => [...find(ledger)].map((rows) => ({ invariant: name, rows })));

/** Accounts that lost an epoch, or were lost, between two looks: what carries a dead epoch would live again. */
export function epochsGoneBack(before: Ledger, after: Ledger): readonly Violation[] {
  const now = new Map(after.accounts.map((account) => [account.user_id, account]));
  const lost = (account: AccountRow): boolean => (now.get(account.user_id)?.epoch ?? -1) < account.epoch;
  return before.accounts.filter(lost).map((account) => {
    const later = now.get(account.user_id);
    return { invariant: 'epoch-never-goes-back', rows: [account, ...(later ? [later] : [])] };
  });
}

/** Everything found, with the rows, for people. */
export const reportOf = (violations: readonly Violation[]): string =>
  violations
    .map(({ invariant, rows }) =>
      [`${invariant}:`, ...rows.map((row) => `    ${JSON.stringify(row)}`)].join('\n'),
    )
    .join('\n');

/** Looks at a database, whether a server is on it or not. @param url As the kit is given it. */
export async function checkDatabase(
  url: string,
): Promise<{ readonly ledger: Ledger; readonly violations: readonly Violation[] }> {
  const ledger = await readLedger(url);
  return { ledger, violations: violationsIn(ledger) };
}
