import type { AuditEvent } from '../../activity/audit-event.ts';
import type { Entry } from '../../activity/journal.ts';
import type { Notice } from '../../notifications/notice.ts';
import { newTimeOrderedId } from '../../secrets/ids.ts';
import { step, together, type SqlValue, type Step, type UnitOfWork } from './unit-of-work.ts';

// The workspace is the one that the person was in when they last signed in: what a job or an operator does knows none.
const INSERT_EVENT = `INSERT INTO mfa_audit_events (subject, id, at, event, outcome, reason, actor_kind, actor_id, method, factor_id,
  factor_label, session_id, ip, user_agent, request_id, details, device, network, workspace)`;
const workspaceOf = (subject: string): string =>
  `COALESCE((SELECT a.workspace FROM mfa_accounts a WHERE a.user_id = ${subject}), '')`;
const COLUMNS = 18;
const placeholder = (row: number, column: number): string => `$${row * COLUMNS + column + 1}`;
const columns = Array.from({ length: COLUMNS }, (_, column) => column);

/** One statement writes so many events at most: each number is a statement of its own to prepare. */
const MOST_AT_ONCE = 4;
const numbers = Array.from({ length: MOST_AT_ONCE }, (_, index) => index);

const EVERY_EVENT = numbers.map((more) => {
  const rows = numbers
    .slice(0, more + 1)
    .map(
      (row) =>
        `(${columns.map((column) => placeholder(row, column)).join(', ')}, ${workspaceOf(placeholder(row, 0))})`,
    );
  return `${INSERT_EVENT} VALUES ${rows.join(', ')}`;
});

// PostgreSQL cannot infer the type of a parameter in a select list, hence the casts, here and below.
const cast = (name: string, type = 'TEXT'): string => `CAST(${name} AS ${type})`;
const CASTS = columns.map((column) => cast(placeholder(0, column), column === 2 ? 'BIGINT' : 'TEXT'));
const FIRST_EVENT = `${INSERT_EVENT}
  SELECT ${CASTS.join(', ')}, ${workspaceOf('$1')} WHERE EXISTS (SELECT 1 FROM mfa_audit_once WHERE once = $19 AND event_id = $2)`;

/** Of those who come with the same text, however many at once, the first takes it; what goes with an event asks whether it was that one. */
const TAKE_ONCE = `INSERT INTO mfa_audit_once (once, event_id, at) VALUES ($1, $2, $3) ON CONFLICT (once) DO NOTHING`;
const isFirst = (once: string): string =>
  `EXISTS (SELECT 1 FROM mfa_audit_once WHERE once = ${once} AND event_id = $1)`;

// What quietens is no mail from a time to come, which only a clock that was ahead can have written.
const INSERT_NOTICE = `INSERT INTO mfa_outbox (id, user_id, event_id, notice, facts, created_at, due_at, attempts)
  SELECT CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($1 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS BIGINT), CAST($6 AS BIGINT), 0
  WHERE NOT EXISTS (SELECT 1 FROM mfa_outbox WHERE user_id = $3 AND notice = $4 AND created_at > $7 AND created_at <= $6)`;

/** What makes a device and a network known: something that the person did in a session. Indexes are kept of exactly this. */
export const KNOWING = "k.outcome = 'success' AND k.actor_kind = 'user' AND k.session_id IS NOT NULL";

const knownBefore = (same: string): string =>
  `EXISTS (SELECT 1 FROM mfa_audit_events k WHERE k.subject = $8 AND ${same} AND k.at < $6 AND ${KNOWING})`;

const DEVICE_KNOWN = knownBefore('k.device = $9');

/** A mail about what is new: there is something to compare with, and the device, or the network where that counts, was not there before. */
const noticeOfNew = (known: string): string => `${INSERT_NOTICE}
    AND ${knownBefore('k.device IS NOT NULL')} AND NOT (${known})`;
const INSERT_NOTICE_OF_NEW: Readonly<Record<NonNullable<Notice['onlyFromNew']>, string>> = {
  device: noticeOfNew(DEVICE_KNOWN),
  'device-or-network': noticeOfNew(`${DEVICE_KNOWN} AND ${knownBefore('k.network = $10')}`),
};

// What is not asked for writes nothing.
const WEBHOOKS = numbers.map((more) => {
  const rows = numbers
    .slice(0, more + 1)
    .map((row) =>
      [1, 2, 3, 4].map((column) => cast(`$${row * 4 + column}`, column === 4 ? 'BIGINT' : 'TEXT')).join(', '),
    );
  return `INSERT INTO mfa_webhook_deliveries (endpoint, event_id, subject, event, created_at, due_at, attempts)
  SELECT DISTINCT s.endpoint, e.column1, e.column2, e.column3, e.column4, e.column4, 0
  FROM mfa_webhook_subscriptions s, (VALUES ${rows.map((row) => `(${row})`).join(', ')}) AS e
  WHERE substr(e.column3 || '.', 1, length(s.prefix)) = s.prefix`;
});

/** After one of these, whoever has no second step is told to set one up. */
const INCIDENTS: ReadonlySet<AuditEvent['event']> = new Set<AuditEvent['event']>([
  'auth.2fa.admin_disabled',
  'auth.2fa.brute_force_blocked',
  'auth.2fa.factor_locked',
  'auth.activity.reported',
  'auth.passkey.counter_anomaly',
  'auth.recovery.tier2_completed',
  'auth.recovery.tier3_completed',
]);

// Asked with every session, so that it stands by itself and is not looked for in the audit. The latest counts, in whatever order they come.
const NOTE_INCIDENT = `INSERT INTO mfa_incidents (user_id, at) VALUES ($1, $2)
  ON CONFLICT (user_id) DO UPDATE SET at = excluded.at WHERE mfa_incidents.at < excluded.at`;

/** Statements that write audit events and their mails and webhooks, for the transaction of the change that they report. */
export function journalSteps(entries: readonly Entry[]): readonly Step[] {
  const steps: Step[] = [];
  const always = entries.filter(({ once }) => once === undefined).map(({ event }) => event);
  for (let done = 0; done < always.length; done += MOST_AT_ONCE) {
    const events = always.slice(done, done + MOST_AT_ONCE);
    steps.push(eventsStep(events), webhooksStep(events));
  }
  for (const { event, notice, further = [], once } of entries) {
    if (once !== undefined)
      steps.push(
        step(TAKE_ONCE, once, event.id, event.at),
        firstStep(event, once),
        webhooksStep([event], once),
      );
    if (notice) steps.push(noticeStep(event, notice, once));
    for (const mail of further) steps.push(noticeStep(event, mail, once));
    if (event.subject !== '' && INCIDENTS.has(event.event))
      steps.push(step(NOTE_INCIDENT, event.subject, event.at));
  }
  return steps;
}

const valuesOf = (event: AuditEvent): readonly SqlValue[] => [
  event.subject,
  event.id,
  event.at,
  event.event,
  event.outcome,
  event.reason ?? null,
  event.actor.kind,
  event.actor.id ?? null,
  event.method ?? null,
  event.factor?.id ?? null,
  event.factor?.label ?? null,
  event.sessionId ?? null,
  event.ip ?? null,
  event.userAgent ?? null,
  event.requestId ?? null,
  JSON.stringify(event.details ?? {}),
  event.traits?.device ?? null,
  event.traits?.network ?? null,
];

const eventsStep = (events: readonly AuditEvent[]): Step => ({
  events,
  ...step(EVERY_EVENT[events.length - 1] ?? '', ...events.flatMap(valuesOf)),
});

const firstStep = (event: AuditEvent, once: string): Step => ({
  events: [event],
  ...step(FIRST_EVENT, ...valuesOf(event), once),
});

/** A webhook and a mail go with their event: where that was written a moment ago already, so were they. */
const ifFirst = (text: string, once: string | undefined, ...parameters: readonly SqlValue[]): Step =>
  once === undefined
    ? step(text, ...parameters)
    : step(`${text} AND ${isFirst(`$${parameters.length + 1}`)}`, ...parameters, once);

const webhooksStep = (events: readonly AuditEvent[], once?: string): Step =>
  ifFirst(
    WEBHOOKS[events.length - 1] ?? '',
    once,
    ...events.flatMap(({ id, subject, event, at }) => [id, subject, event, at]),
  );

function noticeStep(
  event: AuditEvent,
  { name, userId, facts, quietFor, onlyFromNew }: Notice,
  once: string | undefined,
): Step {
  // Without a quiet time, "newer than now" finds nothing and the mail is always written.
  const unlessSince = quietFor === undefined ? Number.MAX_SAFE_INTEGER : event.at - quietFor;
  const parameters = [
    event.id,
    newTimeOrderedId(event.at),
    userId,
    name,
    JSON.stringify(facts),
    event.at,
    unlessSince,
  ];
  if (!onlyFromNew) return ifFirst(INSERT_NOTICE, once, ...parameters);
  const { device = null, network = null } = event.traits ?? {};
  const compared = onlyFromNew === 'device' ? [device] : [device, network];
  return ifFirst(INSERT_NOTICE_OF_NEW[onlyFromNew], once, ...parameters, event.subject, ...compared);
}

export function* writeEntries(entries: readonly Entry[]): UnitOfWork<void> {
  yield* together(journalSteps(entries));
}
