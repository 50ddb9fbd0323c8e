import { entriesOf } from '../activity/journal.ts';
import type { SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { User } from '../ports/users.ts';
import { membershipOf } from '../sessions/membership.ts';
import { iso } from '../sessions/session-view.ts';
import type { MemberStore } from './members.store.ts';
import type { Permissions } from './permissions.ts';

/** Nobody is exempt for longer without somebody deciding it anew. */
const LONGEST = 90 * 86_400_000;

/** What an admin asks for. */
export interface ExemptionRequest {
  readonly reason: string;
  /** Milliseconds. */
  readonly until: number;
}

/**
 * That a colleague is not blocked for a while although they have not set up what is asked of them: somebody whose new phone is in the mail.
 * Their deadline stays (rule R5), and holds again when the exemption ends.
 */
export interface Exemptions {
  /** @throws Problem `forbidden`, `not_found`; `validation_failed` for a time that is over, or too far away. */
  assertMay(call: SessionCall, userId: string, request: ExemptionRequest): Promise<User>;
  /** What was granted before is over: an earlier time ends it earlier. @param member As `assertMay` found them. */
  grant(call: SessionCall, member: User, request: ExemptionRequest): Promise<void>;
}

export function createExemptions({
  store,
  permissions,
}: {
  store: MemberStore;
  permissions: Permissions;
}): Exemptions {
  return {
    async assertMay({ session, origin: { now } }, userId, { until }) {
      const member = await permissions.assertMay(session.user, 'member.exempt', userId);
      if (until <= now)
        throw new Problem('validation_failed', { fields: [{ path: 'until', code: 'too_small' }] });
      if (until > now + LONGEST)
        throw new Problem('validation_failed', { fields: [{ path: 'until', code: 'too_big' }] });
      return member;
    },

    async grant({ session, origin }, member, { reason, until }) {
      const { id: userId } = member;
      const entries = entriesOf(origin, userId, undefined, { kind: 'admin', id: session.userId });
      const exemption = { userId, membership: membershipOf(member), now: origin.now, until };
      await store.exemptMember(exemption, (deadline) =>
        entries({
          event: 'auth.enforcement.exempted',
          outcome: 'success',
          details: { reason, until: iso(until), ...(deadline !== undefined && { deadline: iso(deadline) }) },
        }),
      );
    },
  };
}
