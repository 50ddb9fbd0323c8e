import type { AuditDetails } from '../activity/audit-event.ts';
import { entriesOf } from '../activity/journal.ts';
import type { SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Authorize } from '../ports/authorize.ts';
import type { Users } from '../ports/users.ts';
import type { Policy, PolicySettings } from './policy.ts';
import type { PolicyStore } from './policy.store.ts';

/** The policy of the workspace that an administrator is in. */
export interface Policies {
  /** @throws Problem `forbidden` */
  assertMay(call: SessionCall, action: 'policy.read' | 'policy.change'): Promise<void>;
  read(call: SessionCall): Promise<Policy>;
  /** Puts it in place of what held, and tells those who administer the workspace. */
  change(call: SessionCall, policy: Policy): Promise<void>;
}

const detailsOf = (policy: Policy): Readonly<Record<string, boolean | number | readonly string[]>> => ({
  required: policy.required,
  graceDays: policy.graceDays,
  roles: policy.roles,
  rememberDevice: policy.rememberDevice,
  phishingResistantRoles: policy.phishingResistantRoles,
});

export function createPolicies(ports: {
  store: PolicyStore;
  users: Users;
  authorize: Authorize;
  settings: PolicySettings;
}): Policies {
  const { store, users, authorize, settings } = ports;

  return {
    async assertMay({ session }, action) {
      if (!(await authorize(session.user, action, undefined)))
        throw new Problem('forbidden', { reason: action });
    },

    read: async ({ session }) => (await store.findPolicy(session.user.workspace ?? '')) ?? settings,

    async change({ session, origin }, policy) {
      const { user, userId, id } = session;
      const workspace = user.workspace ?? '';
      const others = ((await users.admins?.(user)) ?? []).filter((admin) => admin.id !== userId);
      const entries = entriesOf(origin, userId, id, { kind: 'admin', id: userId });
      await store.changePolicy({ workspace, policy, former: settings }, (before) => {
        const details: AuditDetails = { workspace, before: detailsOf(before), after: detailsOf(policy) };
        const changed = entries({ event: 'auth.policy.changed', outcome: 'success', details });
        // The others are told as who changed it is, and as rarely.
        return changed.map((entry) => {
          const { notice } = entry;
          return notice ? { ...entry, further: others.map(({ id }) => ({ ...notice, userId: id })) } : entry;
        });
      });
    },
  };
}
