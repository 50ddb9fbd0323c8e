import { plainText } from '../api/plain-text.ts';
import { newTimeOrderedId } from '../secrets/ids.ts';
import { hashOfToken } from '../secrets/tokens.ts';
import type { Notice } from '../notifications/notice.ts';
import { noticeFor } from '../notifications/notice-rules.ts';
import type { AuditDetails, AuditEvent, Happening } from './audit-event.ts';
import { originTraits } from './origin-traits.ts';

/** An audit event with the mail that it causes; both are written in the transaction of the change itself. */
export interface Entry {
  readonly event: AuditEvent;
  readonly notice?: Notice;
  /** Mails to others whom it concerns, such as those who administer the person's workspace. */
  readonly further?: readonly Notice[];
  /** Of all entries with the same text here, the first is written: for what a script could cause again and again. */
  readonly once?: string;
}

/** Who asked, from where: the same for all events of one request. */
export interface Origin {
  readonly now: number;
  readonly requestId: string;
  readonly ip: string;
  readonly userAgent: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The entry as one that is written once a minute, whatever it is about. @param subject What tells it from others of its kind. */
export const onceAMinute = (entry: Entry, subject: string): Entry => ({
  ...entry,
  // Hashed: a subject may be longer than what a database takes as a key.
  once: hashOfToken(`${entry.event.event} ${subject} ${Math.floor(entry.event.at / MINUTE)}`),
});

/** The entry with a mail that is left out where the same was told within the hour: for what somebody could do again and again. */
export const hourly = (entry: Entry): Entry =>
  entry.notice ? { ...entry, notice: { ...entry.notice, quietFor: HOUR } } : entry;

/** Details may carry words of a caller's or a host's. */
function plainDetails(details: AuditDetails): AuditDetails {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? plainText(value) : value,
    ]),
  );
}

/**
 * Makes the entries of one request.
 *
 * @param subject Whose account; undefined where nobody could be named.
 * @param sessionId The session that acts, if there is one.
 * @param actor Who acts, where it is not the person themselves.
 */
export function entriesOf(
  origin: Origin,
  subject: string | undefined,
  sessionId?: string,
  actor: AuditEvent['actor'] = subject === undefined ? { kind: 'unknown' } : { kind: 'user', id: subject },
): (...happenings: Happening[]) => Entry[] {
  return (...happenings) =>
    happenings.map((happening) => {
      const event: AuditEvent = {
        ...happening,
        ...(happening.details && { details: plainDetails(happening.details) }),
        ...(happening.factor && {
          factor: { id: happening.factor.id, label: plainText(happening.factor.label) },
        }),
        id: newTimeOrderedId(origin.now),
        at: origin.now,
        subject: subject ?? '',
        actor,
        ...(sessionId !== undefined && { sessionId }),
        ip: plainText(origin.ip),
        userAgent: plainText(origin.userAgent),
        // What a host's own server did has no address.
        ...(origin.ip !== '' && { traits: originTraits(origin) }),
        requestId: origin.requestId,
      };
      const notice = subject === undefined ? undefined : noticeFor(event);
      return notice ? { event, notice } : { event };
    });
}

/** An entry for what an operator or the kit itself did. */
export function systemEntry(now: number, subject: string, happening: Happening): Entry {
  const event: AuditEvent = {
    ...happening,
    id: newTimeOrderedId(now),
    at: now,
    subject,
    actor: { kind: 'system' },
  };
  const notice = subject === '' ? undefined : noticeFor(event);
  return notice ? { event, notice } : { event };
}
