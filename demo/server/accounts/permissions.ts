import type { Authorize } from '@mfa-kit/server';
import type { Accounts } from './accounts.ts';

/** Who may administer what in Acme Notes: admins, in the workspace that they are in. */
export const permissionsOf =
  (accounts: Accounts): Authorize =>
  async (actor, action) => {
    const account = await accounts.get(actor.id);
    return action === 'audit.read' && account?.role === 'admin';
  };
