import type { AdministrativeAction, Authorize } from '@mfa-kit/server';
import type { Account, Accounts, Role } from './accounts.ts';

/** Which role does what. Support lets people of every workspace back in; an admin administers their own, policy and members alike. */
const ROLES: Readonly<Record<AdministrativeAction, Role>> = {
  'audit.read': 'admin',
  'adoption.read': 'admin',
  'policy.read': 'admin',
  'policy.change': 'admin',
  'recovery-case.list': 'support',
  'recovery-case.start': 'support',
  'recovery-case.decide': 'support',
  'member.list': 'admin',
  'member.exempt': 'admin',
  'member.reset': 'admin',
};

/** What is asked about a workspace as a whole; the kit asks about that of the actor. */
const OF_THE_WORKSPACE: ReadonlySet<AdministrativeAction> = new Set([
  'audit.read',
  'adoption.read',
  'policy.read',
  'policy.change',
  'member.list',
]);

const shareWorkspace = (one: Account, other: Account | undefined): boolean =>
  one.workspace !== undefined && one.workspace === other?.workspace;

/** Who may administer whom in Acme Notes. */
export function authorizeByRole(accounts: Pick<Accounts, 'get'>): Authorize {
  return async (actor, action, subject) => {
    const account = await accounts.get(actor.id);
    if (account?.role !== ROLES[action]) return false;
    if (account.role !== 'admin' || OF_THE_WORKSPACE.has(action)) return true;
    return shareWorkspace(account, subject && (await accounts.get(subject.id)));
  };
}
