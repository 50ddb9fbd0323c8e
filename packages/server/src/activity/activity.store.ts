import type { AuditEvent } from './audit-event.ts';
import type { Entry } from './journal.ts';
import type { Precedents } from './suspicion.ts';

/** Between two events of a list; where a page ended and the next begins. */
export interface Position {
  readonly at: number;
  /** The part of the event's id that may leave the server. */
  readonly id: string;
}

/** Which events to look for. What is not given filters nothing. */
export interface ActivityFilter {
  /** An event's name, or the beginning of one: `auth.totp` stands for all that begin with `auth.totp.`. */
  readonly type?: string;
  readonly ip?: string;
  readonly outcome?: AuditEvent['outcome'];
  /** Milliseconds; both are included. */
  readonly from?: number;
  readonly to?: number;
}

/** A part of a list that is read newest first. */
export interface ActivityPage extends ActivityFilter {
  /** Only what is older than this. */
  readonly before?: Position;
  readonly most: number;
}

/** An event as it is read: with what came before it, and whether its person said that it was not them. */
export interface RecordedEvent extends Omit<AuditEvent, 'traits'> {
  readonly workspace: string;
  readonly precedents: Precedents;
  readonly reported: boolean;
}

/** An event that its person says was not them. */
export type ReportedEvent = Pick<AuditEvent, 'id' | 'event' | 'outcome'>;

/** What of the audit may go. */
export interface SweepOrder {
  /** Older ones are deleted; milliseconds since 1970. */
  readonly deleteUntil: number;
  /** Successes that are this old have been in their person's feed for long enough, and a sample of them stays. */
  readonly sampleUntil: number;
  /** Between 0 and 1. */
  readonly sample: number;
  readonly now: number;
  /** Rows of each kind in one transaction. */
  readonly most: number;
}

/** How many months of the audit were made ready, and how many were let go of. */
export interface MonthsKept {
  readonly made: number;
  readonly dropped: number;
}

export interface ActivityStore {
  /** Writes events that report no change of state: a refusal, an operator's action. All others go with the change itself. */
  recordEntries(entries: readonly Entry[]): Promise<void>;
}

/** What is asked of the audit once it is written. */
export interface ActivityFeedStore {
  /** Events of a person. An address finds only what came from whoever held the account (`isFromHolder`): where an administrator was is not theirs to ask. */
  listActivity(userId: string, page: ActivityPage): Promise<readonly RecordedEvent[]>;
  /** @param subject Only events of this person. */
  listWorkspaceActivity(
    workspace: string,
    page: ActivityPage & { readonly subject?: string },
  ): Promise<readonly RecordedEvent[]>;
  /** @param eventId The part of the id that may leave the server. */
  ownsEvent(userId: string, eventId: string): Promise<boolean>;
  /**
   * Notes, once, that a person says an event was not them; the entries are written with the first time.
   *
   * @returns the event, or `undefined` when they have none such.
   */
  reportEvent(
    userId: string,
    eventId: string,
    now: number,
    entries: (event: ReportedEvent) => readonly Entry[],
  ): Promise<ReportedEvent | undefined>;
  /** Deletes, or marks as part of the sample, one batch of what is old enough. @returns how many rows; none when all is done. */
  sweepActivity(order: SweepOrder): Promise<number>;
  /**
   * Where the audit is divided by months: makes those to come, before they are needed, and lets go at once of each of which every event may
   * go. Rejects when somebody is in the way for longer than others should wait; nothing is changed then.
   */
  keepMonths(now: number, deleteUntil: number): Promise<MonthsKept>;
}
