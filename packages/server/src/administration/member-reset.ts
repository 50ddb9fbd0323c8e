import type { EmptiedAccount } from '../account-recovery/account-recovery.store.ts';
import type { Happening } from '../activity/audit-event.ts';
import { entriesOf, hourly } from '../activity/journal.ts';
import type { SessionCall } from '../api/call.ts';
import type { User } from '../ports/users.ts';
import { membershipOf } from '../sessions/membership.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Permissions } from './permissions.ts';
import type { AdministrationStore } from './administration.store.ts';

/** The way back in that an admin opens for a colleague: everything is taken away, and the next sign-in sets it up anew (rule R4). */
export interface MemberReset {
  /** @throws Problem `forbidden`, `not_found` */
  assertMay(call: SessionCall, userId: string): Promise<User>;
  /** @param member As `assertMay` found them. */
  reset(call: SessionCall, member: User, reason: string): Promise<void>;
}

export function createMemberReset(ports: {
  store: AdministrationStore;
  sessions: Sessions;
  permissions: Permissions;
  /** What an emptied account lost, for the audit. */
  emptied: (account: EmptiedAccount, reason: 'admin-reset') => readonly Happening[];
}): MemberReset {
  const { store, sessions, permissions, emptied } = ports;
  return {
    assertMay: ({ session }, userId) => permissions.assertMay(session.user, 'member.reset', userId),

    async reset({ session, origin }, member, reason) {
      const { id: userId } = member;
      const actor = { kind: 'admin', id: session.userId } as const;
      const entries = entriesOf(origin, userId, undefined, actor);
      await store.resetAccount(userId, membershipOf(member), sessions.aliveAt(origin.now), (account) => {
        const lost = [
          ...account.sessionIds.flatMap((sessionId) =>
            entriesOf(
              origin,
              userId,
              sessionId,
              actor,
            )({ event: 'auth.session.ended', outcome: 'success', reason: 'admin-reset' }),
          ),
          ...entries(...emptied(account, 'admin-reset')),
        ];
        const reset = entries({
          event: 'auth.2fa.admin_disabled',
          outcome: 'success',
          details: {
            reason,
            totpRemoved: account.removed.totp.length,
            passkeysRemoved: account.removed.passkeys.length,
            sessionsEnded: account.sessionIds.length,
          },
        });
        // To take away nothing, again and again, must not fill anybody's mailbox.
        return lost.length > 0 ? [...lost, ...reset] : reset.map(hourly);
      });
    },
  };
}
