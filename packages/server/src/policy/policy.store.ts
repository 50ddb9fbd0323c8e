import type { Entry } from '../activity/journal.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';
import type { Membership } from '../sessions/membership.ts';
import type { Policy } from './policy.ts';

/** By when a person owes what is asked of them, milliseconds. Each is written once and stays (rule R5). */
export interface Deadlines {
  /** For a factor, of whatever kind. */
  readonly deadline?: number;
  /** For the passkey that some roles need. */
  readonly passkeyDeadline?: number;
}

/** What is stored of what is asked of a person in the workspace that they are in, and of no other one; read in the same statement as the rest of what is known of them. */
export interface Owed extends Deadlines {
  /** Where the host said that they are. */
  readonly workspace: string;
  /** Absent where the workspace never changed anything: the configuration holds. */
  readonly policy?: Policy;
  readonly exemptUntil?: number;
}

/** What begins for somebody in a workspace. */
export interface GraceStart {
  readonly userId: string;
  readonly workspace: string;
  readonly deadlines: Deadlines;
  readonly remindAt: number | undefined;
}

/** Somebody to be reminded of what a workspace asks, if they are still in it and still owe anything. */
export interface DueReminder {
  readonly userId: string;
  readonly workspace: string;
  /** Those of that workspace. */
  readonly deadlines: Deadlines;
  /** When it was due; goes up with each reminder, so that of several processes one sends it. */
  readonly remindAt: number;
  /** What is known of them where they last were, which may be elsewhere. */
  readonly facts: AccountFacts;
}

export interface PolicyStore {
  findPolicy(workspace: string): Promise<Policy | undefined>;
  /**
   * @param former What held if the workspace never changed anything.
   * @param entries For a change that is one.
   */
  changePolicy(
    change: { readonly workspace: string; readonly policy: Policy; readonly former: Policy },
    entries: (before: Policy) => readonly Entry[],
  ): Promise<void>;
  /** The person is in another workspace than the account says. @returns what is asked of them in that one. */
  enterWorkspace(userId: string, membership: Membership): Promise<Owed>;
  /**
   * Writes deadlines that were not written before for this person in this workspace (rule R5): whatever happens at the same moment, in
   * whatever process, and however often they go and come back, each is written once.
   *
   * @param entries Written where a deadline was.
   * @returns what is stored now.
   */
  startGrace(start: GraceStart, entries: readonly Entry[]): Promise<Deadlines>;
  /** Those whose reminder is due, in the order of their ids and workspaces. @param after The one to go on after. */
  listDueReminders(
    now: number,
    after: Pick<DueReminder, 'userId' | 'workspace'> | undefined,
    most: number,
  ): Promise<readonly DueReminder[]>;
  /**
   * Goes on to the next reminder, once (rule S1): nothing is written where another process did, or the account changed since it was
   * looked at.
   *
   * @param next Absent where there is no more to remind of.
   */
  moveReminder(due: DueReminder, next: number | undefined, entries: readonly Entry[]): Promise<boolean>;
}
