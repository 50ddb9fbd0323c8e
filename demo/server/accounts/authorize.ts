import type { AdministrativeAction, Authorize } from '@mfa-kit/server';
import type { Account, Accounts, Role } from './accounts.ts';

/** Which role does what. Support lets people of every workspace back in; an admin reads the audit, and resets members, of their own. */
const ROLES: Readonly<Record<AdministrativeAction, Role>> = {
  'audit.read': 'admin',
  'recovery-case.list': 'support',
  'recovery-case.start': 'support',
  'recovery-case.decide': 'support',
  'member.reset': 'admin',
};

const shareWorkspace = (one: Account, other: Account | undefined): boolean =>
  one.workspace !== undefined && one.workspace === other?.workspace;

/** Who may administer whom in Acme Notes. */
export function authorizeByRole(accounts: Pick<Accounts, 'get'>): Authorize {
  return async (actor, action, subject) => {
    const account = await accounts.get(actor.id);
    if (account?.role !== ROLES[action]) return false;
    if (account.role !== 'admin' || action === 'audit.read') return true;
    return shareWorkspace(account, subject && (await accounts.get(subject.id)));
  };
}
