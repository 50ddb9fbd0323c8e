import type { EmptiedAccount } from '../account-recovery/account-recovery.store.ts';
import type { Happening } from '../activity/audit-event.ts';
import { entriesOf } from '../activity/journal.ts';
import type { SessionCall } from '../api/call.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Permissions } from './permissions.ts';
import type { AdministrationStore } from './administration.store.ts';

/** The way back in that an admin opens for a colleague: everything is taken away, and the next sign-in sets it up anew (rule R4). */
export interface MemberReset {
  /** @throws Problem `forbidden`, `not_found` */
  assertMay(call: SessionCall, userId: string): Promise<void>;
  reset(call: SessionCall, userId: string, reason: string): Promise<void>;
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

    async reset({ session, origin }, userId, reason) {
      const actor = { kind: 'admin', id: session.userId } as const;
      await store.resetAccount(userId, sessions.aliveAt(origin.now), (account) => [
        ...account.sessionIds.flatMap((sessionId) =>
          entriesOf(
            origin,
            userId,
            sessionId,
            actor,
          )({ event: 'auth.session.ended', outcome: 'success', reason: 'admin-reset' }),
        ),
        ...entriesOf(
          origin,
          userId,
          undefined,
          actor,
        )(...emptied(account, 'admin-reset'), {
          event: 'auth.2fa.admin_disabled',
          outcome: 'success',
          details: {
            reason,
            totpRemoved: account.removed.totp.length,
            passkeysRemoved: account.removed.passkeys.length,
            sessionsEnded: account.sessionIds.length,
          },
        }),
      ]);
    },
  };
}
