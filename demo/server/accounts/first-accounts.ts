import type { Accounts, NewAccount } from './accounts.ts';

/** Everybody's password; printed at the start and on the first page, because this is a demo. */
export const DEMO_PASSWORD = 'acme-demo-passphrase';

/** The people who are there from the beginning. None of them has a factor. */
export const FIRST_ACCOUNTS: readonly Omit<NewAccount, 'password'>[] = [
  { email: 'ada@example.com', role: 'admin', workspace: 'analytical', tier: 'free' },
  { email: 'grace@example.com', role: 'member', workspace: 'analytical', tier: 'free' },
  { email: 'linus@example.com', role: 'member', workspace: 'analytical', tier: 'free' },
  { email: 'alan@example.com', role: 'admin', workspace: 'enigma', tier: 'enterprise' },
  { email: 'joan@example.com', role: 'member', workspace: 'enigma', tier: 'enterprise' },
  { email: 'sam@example.com', role: 'support', workspace: undefined, tier: 'free' },
  { email: 'kim@example.com', role: 'support', workspace: undefined, tier: 'free' },
];

/** Adds those who are missing. Who is there already keeps everything, a changed password included. */
export async function addFirstAccounts(accounts: Accounts): Promise<void> {
  const known = new Set(await accounts.emails());
  const missing = FIRST_ACCOUNTS.filter(({ email }) => !known.has(email));
  await Promise.all(missing.map((account) => accounts.add({ ...account, password: DEMO_PASSWORD })));
}
