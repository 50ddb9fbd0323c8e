import type { AuditEvent } from '../../activity/audit-event.ts';
import type { Entry } from '../../activity/journal.ts';
import type { Notice } from '../../notifications/notice.ts';
import { newTimeOrderedId } from '../../secrets/ids.ts';
import { step, together, type SqlValue, type Step, type UnitOfWork } from './unit-of-work.ts';

// The workspace is the one that the person was in when they last signed in: what a job or an operator does knows none.
const INSERT_EVENT = `INSERT INTO mfa_audit_events (subject, id, at, event, outcome, reason, actor_kind, actor_id, method, factor_id,
  factor_label, session_id, ip, user_agent, request_id, details, device, network, workspace)`;
const WORKSPACE = "COALESCE((SELECT a.workspace FROM mfa_accounts a WHERE a.user_id = $1), '')";
const EVERY_EVENT = `${INSERT_EVENT}
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, ${WORKSPACE})`;

// PostgreSQL cannot infer the type of a parameter in a select list, hence the casts, here and below.
const CASTS = Array.from(
  { length: 18 },
  (_, index) => `CAST($${index + 1} AS ${index === 2 ? 'BIGINT' : 'TEXT'})`,
);
const FIRST_EVENT = `${INSERT_EVENT}
  SELECT ${CASTS.join(', ')}, ${WORKSPACE} WHERE EXISTS (SELECT 1 FROM mfa_audit_once WHERE once = $19 AND event_id = $2)`;

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

/** A mail about what is new: there is something to compare with, and the device or the network was not there before. */
const INSERT_NOTICE_OF_NEW = `${INSERT_NOTICE}
    AND ${knownBefore('k.device IS NOT NULL')}
    AND NOT (${knownBefore('k.device = $9')} AND ${knownBefore('k.network = $10')})`;

// What is not asked for writes nothing.
const INSERT_WEBHOOKS = `INSERT INTO mfa_webhook_deliveries (endpoint, event_id, subject, event, created_at, due_at, attempts)
  SELECT DISTINCT s.endpoint, CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($4 AS BIGINT), 0
  FROM mfa_webhook_subscriptions s WHERE substr(CAST($3 AS TEXT) || '.', 1, length(s.prefix)) = s.prefix`;

/** After one of these, whoever has no second step is told to set one up. */
const INCIDENTS: readonly AuditEvent['event'][] = [
  'auth.2fa.admin_disabled',
  'auth.2fa.brute_force_blocked',
  'auth.2fa.factor_locked',
  'auth.activity.reported',
  'auth.passkey.counter_anomaly',
  'auth.recovery.tier2_completed',
  'auth.recovery.tier3_completed',
];

// Asked with every session, so that it stands by itself and is not looked for in the audit. The latest counts, in whatever order they come.
const NOTE_INCIDENT = `INSERT INTO mfa_incidents (user_id, at) VALUES ($1, $2)
  ON CONFLICT (user_id) DO UPDATE SET at = excluded.at WHERE mfa_incidents.at < excluded.at`;

/** Statements that write audit events and their mails and webhooks, for the transaction of the change that they report. */
export function journalSteps(entries: readonly Entry[]): readonly Step[] {
  return entries.flatMap(({ event, notice, further = [], once }) => [
    ...(once === undefined ? [] : [step(TAKE_ONCE, once, event.id, event.at)]),
    eventStep(event, once),
    webhooksStep(event, once),
    ...[...(notice ? [notice] : []), ...further].map((mail) => noticeStep(event, mail, once)),
    ...(event.subject !== '' && INCIDENTS.includes(event.event)
      ? [step(NOTE_INCIDENT, event.subject, event.at)]
      : []),
  ]);
}

function eventStep(event: AuditEvent, once: string | undefined): Step {
  const values = [
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
  return {
    event,
    ...(once === undefined ? step(EVERY_EVENT, ...values) : step(FIRST_EVENT, ...values, once)),
  };
}

/** A webhook and a mail go with their event: where that was written a moment ago already, so were they. */
const ifFirst = (text: string, once: string | undefined, ...parameters: readonly SqlValue[]): Step =>
  once === undefined
    ? step(text, ...parameters)
    : step(`${text} AND ${isFirst(`$${parameters.length + 1}`)}`, ...parameters, once);

const webhooksStep = ({ id, subject, event, at }: AuditEvent, once: string | undefined): Step =>
  ifFirst(INSERT_WEBHOOKS, once, id, subject, event, at);

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
  return ifFirst(INSERT_NOTICE_OF_NEW, once, ...parameters, event.subject, device, network);
}

export function* writeEntries(entries: readonly Entry[]): UnitOfWork<void> {
  yield* together(journalSteps(entries));
}
