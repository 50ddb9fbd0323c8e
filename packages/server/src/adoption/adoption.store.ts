/** The ways to prove more than a password does, in the order in which they are told. */
export const PROVING_METHODS = ['passkey', 'totp', 'recovery-code'] as const;

/** A time; milliseconds, the end is not in it. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** When people are counted of. */
export interface PeopleSpan extends Span {
  /** Whose account is younger is new. */
  readonly newSince: number;
}

/** A day of which something was counted. */
export interface CountedDay {
  readonly day: number;
  /** Whether it is done; if not, there are more accounts to look at than one call does. */
  readonly isCounted: boolean;
}

/** Days in UTC, numbered from 1970; the end is not among them. */
export interface Days {
  readonly from: number;
  readonly until: number;
}

/** People who are alike in all that is told of them. */
export interface PeopleGroup {
  readonly admin: boolean;
  readonly tier: string | undefined;
  /** Whether they had a factor when the time was over. */
  readonly enrolled: boolean;
  /** Whether they signed in within the time. */
  readonly signedIn: boolean;
  /** Whether they did so for the first time since the moment that was asked for. */
  readonly isNew: boolean;
  readonly people: number;
}

/**
 * What is counted of a day: sign-ins that became a session; proofs elsewhere, in a session; proofs that failed; people who signed in within
 * the 30 days up to its end, and how many of those had a factor then.
 */
export type Measure = 'sign-in' | 'proof' | 'failure' | 'people' | 'enrolled';

export interface DayAmount {
  readonly day: number;
  readonly measure: Measure;
  /** Empty for people, and where no method is known. */
  readonly method: string;
  readonly amount: number;
}

export interface AdoptionStore {
  /** Notes which roles the configuration's policy names: whoever has one is an administrator wherever a workspace has no policy of its own. */
  noteAskedRoles(roles: readonly string[]): Promise<void>;
  /**
   * People by what they are and have, of those who signed in. The same group may be told of several times: accounts are looked at some
   * thousand at a time.
   *
   * @param workspace Of all workspaces together, if none is given.
   */
  countPeople(span: PeopleSpan, workspace?: string): Promise<readonly PeopleGroup[]>;
  /** What happened on each of some days: as it was counted when the day was over, and from the audit where it was not yet. */
  listDays(
    workspace: string | undefined,
    days: Days,
  ): Promise<{
    readonly amounts: readonly DayAmount[];
    /** The first day that is not counted yet. Of those before, people are among the amounts. */
    readonly countedUntil: number;
  }>;
  /**
   * Goes on counting the oldest day that was not counted yet, for all workspaces at once; each day once, whoever asks. One call looks at some
   * thousand accounts.
   *
   * None is counted after the newest event's, and what was counted of days that are not over is taken back: a clock may have been ahead.
   *
   * @param until The first day that is not over for good.
   * @returns the day, or `undefined` when all are counted.
   */
  countNextDay(until: number): Promise<CountedDay | undefined>;
  /** Forgets what was counted of days before this one. @returns how many numbers. */
  forgetDays(before: number): Promise<number>;
}
