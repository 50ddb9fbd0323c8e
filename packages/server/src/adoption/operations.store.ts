import type { Alive } from '../sessions/sessions.store.ts';
import type { PeopleGroup, PeopleSpan, Span } from './adoption.store.ts';

/** What a review looks at, counted. */
export interface ReviewFigures {
  readonly accounts: number;
  readonly withFactor: number;
  readonly admins: number;
  readonly adminsWithoutFactor: number;
  /** People who are exempt from a requirement now. */
  readonly exempt: number;
  /** Accounts that nobody has signed in to since the moment that was asked for. */
  readonly unused: number;
  /** Of those with a factor, who has three recovery codes or fewer. */
  readonly fewCodes: number;
  /** People who came back, or were reset, and did not set up anything since. */
  readonly unfinished: number;
  readonly lockedAuthenticators: number;
  readonly openRecoveries: number;
  readonly openCases: number;
  readonly requiringWorkspaces: number;
  /** When a backup was last restored. */
  readonly restoredAt: number | undefined;
  /** When the oldest event of the audit was. */
  readonly auditSince: number | undefined;
}

export interface OperationsStore {
  /**
   * People by what they are and have, of those who signed in: of the next few thousand accounts.
   *
   * @param after The last account of the call before; empty for the first.
   * @returns the groups, and the last account that was looked at if more may follow.
   */
  countNextPeople(
    span: PeopleSpan,
    after: string,
  ): Promise<{ readonly groups: readonly PeopleGroup[]; readonly last?: string }>;
  /** How many sessions are alive, of everybody. */
  countSessions(alive: Alive): Promise<number>;
  /** @param unusedSince Who did not sign in from then on counts as unused. */
  review(now: number, unusedSince: number): Promise<ReviewFigures>;
  /** How often each of these events happened within a time. */
  countEvents(names: readonly string[], span: Span): Promise<ReadonlyMap<string, number>>;
}
