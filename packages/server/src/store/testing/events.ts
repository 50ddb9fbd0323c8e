import type { ActivityPage, RecordedEvent } from '../../activity/activity.store.ts';
import type { Happening } from '../../activity/audit-event.ts';
import { entriesOf, type Entry } from '../../activity/journal.ts';
import { newId, randomPart } from '../../secrets/ids.ts';
import { START } from './person.ts';

export const signedIn: Happening = { event: 'auth.sign_in.success', outcome: 'success' };
export const failed: Happening = { event: 'auth.2fa.failure', outcome: 'failure', reason: 'wrong' };

/** What a person does, from where. */
export interface Where {
  readonly at?: number;
  readonly ip?: string;
  readonly userAgent?: string;
  /** Without one, whoever acts is not signed in yet. */
  readonly sessionId?: string;
}

export const doing =
  (
    subject: string | undefined,
    { at = START, ip = '192.0.2.7', userAgent = 'a browser', sessionId }: Where = {},
  ) =>
  (...happenings: Happening[]): Entry[] =>
    entriesOf({ now: at, requestId: newId(), ip, userAgent }, subject, sessionId)(...happenings);

export const everything: ActivityPage = { most: 100 };
export const namesOf = (events: readonly RecordedEvent[]): string[] => events.map(({ event }) => event);
export const positionOf = ({ at, id }: RecordedEvent): { at: number; id: string } => ({
  at,
  id: randomPart(id),
});
