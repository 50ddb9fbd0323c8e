import type { ActivityStore } from '../activity/activity.store.ts';
import type { AuditDetails } from '../activity/audit-event.ts';
import { entriesOf, onceAMinute, systemEntry, type Origin } from '../activity/journal.ts';
import type { LiveSession } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { User } from '../ports/users.ts';
import { membershipOf } from '../sessions/membership.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';
import { iso } from '../sessions/session-view.ts';
import { counts } from '../step-up/what-proves-what.ts';
import type { PolicySettings } from './policy.ts';
import type { PolicyStore } from './policy.store.ts';
import { nextReminder, policyOf, requirementOf, unseenDeadlines, type Requirement } from './requirement.ts';

/** What is asked of people, kept with the people and their sessions. */
export interface Requirements {
  /** What is asked of a person now. */
  of(user: User, facts: AccountFacts, now: number): Requirement;
  /** What is stored of a person, looked up again where the host moved them to another workspace since. */
  settled(user: User, facts: AccountFacts): Promise<AccountFacts>;
  /** Where something is asked that was never seen before, its deadline starts: stored once, audited and told by mail (rule R5). */
  noticed(user: User, facts: AccountFacts, now: number): Promise<AccountFacts>;
  /** Whether a browser may be remembered for the person, and the challenge skipped in it. */
  maySkipChallenge(user: User, facts: AccountFacts, now: number): boolean;
  /** @throws Problem `mfa_required` to who was asked, and warned, and let the deadline pass. */
  assertMet(session: LiveSession, action: string, origin: Origin): Promise<void>;
}

/** The same in the audit and in mails. */
export const detailsOf = ({ reasons, deadline, methods }: Requirement): AuditDetails => ({
  reasons,
  ...(deadline !== undefined && { deadline: iso(deadline) }),
  passkey: !methods.includes('totp'),
});

export function createRequirements(ports: {
  store: PolicyStore & ActivityStore;
  settings: PolicySettings;
}): Requirements {
  const { store, settings } = ports;

  const of: Requirements['of'] = (user, facts, now) => requirementOf(user, facts, settings, now);

  return {
    of,

    async settled(user, facts) {
      const membership = membershipOf(user);
      if (membership.workspace === facts.owed.workspace) return facts;
      return { ...facts, owed: await store.enterWorkspace(facts.userId, membership) };
    },

    async noticed(user, facts, now) {
      const deadlines = unseenDeadlines(user, facts, settings, now);
      if (Object.keys(deadlines).length === 0) return facts;
      const seen = { ...facts, owed: { ...facts.owed, ...deadlines } };
      const stored = await store.startGrace(
        {
          userId: facts.userId,
          workspace: facts.owed.workspace,
          deadlines,
          remindAt: nextReminder(seen.owed, now),
        },
        [
          systemEntry(now, facts.userId, {
            event: 'auth.enforcement.grace_started',
            outcome: 'success',
            details: detailsOf(of(user, seen, now)),
          }),
        ],
      );
      return { ...facts, owed: { ...facts.owed, ...stored } };
    },

    maySkipChallenge: (user, facts, now) =>
      policyOf(facts.owed, settings).rememberDevice &&
      counts('remembered-device', { requirement: of(user, facts, now) }),

    async assertMet({ id, userId, requirement }, action, origin) {
      if (requirement.level !== 'enforced') return;
      const entries = entriesOf(
        origin,
        userId,
        id,
      )({
        event: 'auth.enforcement.blocked',
        outcome: 'blocked',
        details: { action, ...detailsOf(requirement) },
      });
      // Whoever holds a session could fill the audit otherwise.
      await store.recordEntries(entries.map((entry) => onceAMinute(entry, `${id} ${action}`)));
      throw new Problem('mfa_required', { reason: 'the grace period is over', requirement });
    },
  };
}
