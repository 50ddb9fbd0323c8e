import type { Entry } from '../activity/journal.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';

/** What the store knows of a member of a workspace. */
export interface MemberRecord {
  readonly facts: AccountFacts;
  /** Milliseconds; when they last signed in all the way. Absent where the audit does not reach back so far. */
  readonly lastSignInAt?: number;
}

/** That somebody need not have set up what is asked of them, for a while. */
export interface Exemption {
  readonly userId: string;
  readonly now: number;
  readonly until: number;
}

export interface MemberStore {
  /** What is known of these people, in one statement. Of somebody who never signed in nothing is. */
  findMembers(userIds: readonly string[]): Promise<readonly MemberRecord[]>;
  /**
   * Writes until when somebody is exempt, in place of what was written before. Their deadline stays what it is (rule R5).
   *
   * @param entries Is given the deadline, where there is one.
   */
  exemptMember(
    exemption: Exemption,
    entries: (deadline: number | undefined) => readonly Entry[],
  ): Promise<void>;
}
