import type { EventRow, Ledger, StoredRow } from './ledger.ts';

/** Something that holds in every database of the kit at every moment. */
export interface Invariant {
  readonly name: string;
  /** What holds, as a sentence. */
  readonly holds: string;
  /** Finds where it does not: for each place, the rows that contradict each other. */
  readonly find: (ledger: Ledger) => Iterable<readonly StoredRow[]>;
}

export const detailsOf = ({ details }: EventRow): Readonly<Record<string, unknown>> =>
  JSON.parse(details) as Readonly<Record<string, unknown>>;

/** Whether a session was opened by it, and not only begun. */
export const isCompleteSignIn = (event: EventRow): boolean =>
  event.event === 'auth.sign_in.success' && detailsOf(event)['stage'] === 'complete';

/** What was accepted of a factor: at a sign-in, at a step-up. Setting it up is told by another event. */
export const ACCEPTED: ReadonlySet<string> = new Set(['auth.2fa.success', 'auth.step_up.success']);

/** A request is judged within a minute of its beginning, which is the time that it writes; others may be done first. */
export const LONGEST_REQUEST = 60_000;

export const ofUser = <Row extends { readonly user_id: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> => Map.groupBy(rows, (row) => row.user_id);

export const ofSubject = (events: readonly EventRow[]): ReadonlyMap<string, readonly EventRow[]> =>
  Map.groupBy(events, (event) => event.subject);
