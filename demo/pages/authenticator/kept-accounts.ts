import { parseOtpAccount, type OtpAccount } from '../../shared/otpauth.ts';

const KEY = 'acme-authenticator';

/** The accounts of this browser. A real app would seal them; this one is for made-up people. */
export function keptAccounts(): OtpAccount[] {
  const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
  return Array.isArray(kept) ? (kept as OtpAccount[]) : [];
}

/**
 * Adds what was pasted or scanned. The same account set up anew replaces its earlier secret, as in other apps.
 *
 * @returns undefined when the text is nothing that codes can be made from.
 */
export function addAccount(text: string): OtpAccount | undefined {
  const account = parseOtpAccount(text);
  if (!account) return undefined;
  const others = keptAccounts().filter((kept) => !isSame(kept, account));
  localStorage.setItem(KEY, JSON.stringify([...others, account]));
  return account;
}

export function removeAccount(account: OtpAccount): void {
  localStorage.setItem(KEY, JSON.stringify(keptAccounts().filter(({ secret }) => secret !== account.secret)));
}

function isSame(one: OtpAccount, other: OtpAccount): boolean {
  if (one.secret === other.secret) return true;
  return one.account !== '' && one.account === other.account && one.issuer === other.issuer;
}
