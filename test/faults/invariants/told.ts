import { noticeFor } from '../../../packages/server/src/notifications/notice-rules.ts';
import type { Notice } from '../../../packages/server/src/notifications/notice.ts';
import {
  auditEventOf,
  type EventRow as KitEventRow,
} from '../../../packages/server/src/store/sql/event-row.ts';
import { LONGEST_REQUEST, ofSubject, type Invariant } from './invariant.ts';
import type { EventRow, Ledger, NoticeRow, RecoveryRow, StoredRow } from './ledger.ts';

const HOUR = 3_600_000;
/** Mails that were sent stay for thirty days. */
const MAIL_KEPT = 30 * 24 * HOUR;

const noticeOf = (event: EventRow): Notice | undefined =>
  event.subject === '' ? undefined : noticeFor(auditEventOf(event as unknown as KitEventRow));

/** Whether the person was told the same a short while before, which is enough. */
function isQuiet({ name, quietFor }: Notice, event: EventRow, mails: readonly NoticeRow[]): boolean {
  // A reset that took nothing away is told of once an hour; the event does not say which it was.
  const within = quietFor ?? (name === 'mfa-reset-by-admin' ? HOUR : 0);
  return mails.some(
    (mail) => mail.notice === name && mail.created_at > event.at - within && mail.created_at <= event.at,
  );
}

/** What was there for sure when the event was written: something to compare with, and neither this device nor this network. */
function isFromNew(event: EventRow, earlier: readonly EventRow[]): boolean {
  const knowing = earlier.filter(
    (one) =>
      one.at < event.at && one.outcome === 'success' && one.actor_kind === 'user' && one.session_id !== null,
  );
  const compared = knowing.some((one) => one.device !== null && one.at < event.at - LONGEST_REQUEST);
  const known =
    knowing.some(({ device }) => device === event.device) &&
    knowing.some(({ network }) => network === event.network);
  return compared && !known;
}

/** Mails with a link, and where the recovery has to be for all of it to lead somewhere: to cancel it, only open. */
const STATUS_OF_MAIL: Readonly<Record<string, string | undefined>> = {
  'recovery-requested': 'requested',
  'recovery-opened': undefined,
  'recovery-reminder': undefined,
  'recovery-ready': 'ready',
  'recovery-case-started': undefined,
  'recovery-case-approved': undefined,
};

/** A mail is dropped when the recovery has gone on, and its link would lead nowhere. */
function mayBeDropped({ name, facts }: Notice, recoveries: ReadonlyMap<string, RecoveryRow>): boolean {
  if (facts.recovery === undefined || !(name in STATUS_OF_MAIL)) return false;
  const recovery = recoveries.get(facts.recovery);
  const status = STATUS_OF_MAIL[name];
  return recovery?.closed_at !== null || (status !== undefined && recovery.status !== status);
}

function* eventsNobodyIsToldOf({
  accounts,
  events,
  notices,
  recoveries,
}: Ledger): Iterable<readonly StoredRow[]> {
  const known = new Map(accounts.map((account) => [account.user_id, account]));
  const mails = Map.groupBy(notices, (mail) => mail.user_id);
  const recoveryOf = new Map(recoveries.map((recovery) => [recovery.id, recovery]));
  const since = (events.at(-1)?.at ?? 0) - MAIL_KEPT;
  for (const [subject, own] of ofSubject(events)) {
    const account = known.get(subject);
    if (!account) continue;
    for (const event of own) {
      const notice = noticeOf(event);
      if (!notice || event.at < since || event.at < account.created_at) continue;
      const ofPerson = mails.get(subject) ?? [];
      if (ofPerson.some((mail) => mail.event_id === event.id && mail.notice === notice.name)) continue;
      if (notice.onlyFromNew && !isFromNew(event, own)) continue;
      if (isQuiet(notice, event, ofPerson) || mayBeDropped(notice, recoveryOf)) continue;
      yield [event];
    }
  }
}

function* mailsTwice({ notices }: Ledger): Iterable<readonly StoredRow[]> {
  const same = Map.groupBy(notices, (mail) => `${mail.event_id} ${mail.notice} ${mail.user_id}`);
  for (const mails of same.values()) if (mails.length > 1) yield mails;
}

function* mailsOfNothing({ notices, events }: Ledger): Iterable<readonly StoredRow[]> {
  const ids = new Set(events.map(({ id }) => id));
  for (const mail of notices) if (!ids.has(mail.event_id)) yield [mail];
}

function* webhooksOfNothing({ webhooks, events }: Ledger): Iterable<readonly StoredRow[]> {
  const ids = new Set(events.map(({ id, subject }) => `${id} ${subject}`));
  for (const webhook of webhooks) if (!ids.has(`${webhook.event_id} ${webhook.subject}`)) yield [webhook];
}

export const TOLD: readonly Invariant[] = [
  {
    name: 'event-has-its-mail',
    holds: 'Each event that a person is told of by mail has left one in the outbox.',
    find: eventsNobodyIsToldOf,
  },
  { name: 'mail-is-there-once', holds: 'Nobody is told of one event twice.', find: mailsTwice },
  {
    name: 'mail-has-its-event',
    holds: 'Each mail tells of an event that is in the audit.',
    find: mailsOfNothing,
  },
  {
    name: 'webhook-has-its-event',
    holds: 'Each delivery of a webhook is about an event that is in the audit.',
    find: webhooksOfNothing,
  },
];
