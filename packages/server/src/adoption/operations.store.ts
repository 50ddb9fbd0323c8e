import type { Alive } from '../sessions/sessions.store.ts';

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
  /** How many sessions are alive, of everybody. */
  countSessions(alive: Alive): Promise<number>;
  /** @param unusedSince Who did not sign in from then on counts as unused. */
  review(now: number, unusedSince: number): Promise<ReviewFigures>;
  /** How often each of these events happened since a moment. */
  countEvents(names: readonly string[], since: number): Promise<ReadonlyMap<string, number>>;
}
