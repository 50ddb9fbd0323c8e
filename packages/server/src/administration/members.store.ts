import type { Entry } from '../activity/journal.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';
import type { Membership } from '../sessions/membership.ts';

/** What the store knows of a member of a workspace. */
export interface MemberRecord {
  readonly facts: AccountFacts;
  /** Milliseconds; when they last signed in all the way. Absent where the audit does not reach back so far. */
  readonly lastSignInAt?: number;
}

/** That somebody need not have set up what is asked of them, for a while. */
export interface Exemption {
  readonly userId: string;
  /** Where it was decided: there it is on record. */
  readonly membership: Membership;
  readonly now: number;
  readonly until: number;
}

export interface MemberStore {
  /** What is known of these people, and asked of them in this workspace, in one statement. Of somebody who never signed in nothing is. */
  findMembers(userIds: readonly string[], workspace: string): Promise<readonly MemberRecord[]>;
  /**
   * Writes until when somebody is exempt where they are, in place of what was written before; elsewhere it counts for nothing. Their deadline stays what it is (rule R5).
   *
   * @param entries Is given the deadline, where there is one.
   */
  exemptMember(
    exemption: Exemption,
    entries: (deadline: number | undefined) => readonly Entry[],
  ): Promise<void>;
}
