import type { AuditEvent } from '../../activity/audit-event.ts';
import type { Entry } from '../../activity/journal.ts';
import type { Notice } from '../../notifications/notice.ts';
import { newTimeOrderedId } from '../../secrets/ids.ts';
import { step, together, type Step, type UnitOfWork } from './unit-of-work.ts';

// The workspace is the one that the person was in when they last signed in: what a job or an operator does knows none.
const INSERT_EVENT = `INSERT INTO mfa_audit_events (subject, id, at, event, outcome, reason, actor_kind, actor_id, method, factor_id,
  factor_label, session_id, ip, user_agent, request_id, details, once, device, network, workspace)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
    COALESCE((SELECT a.workspace FROM mfa_accounts a WHERE a.user_id = $1), ''))
  ON CONFLICT (once) DO NOTHING`;

// A mail goes with its event: where that was written a moment ago already, so was the mail.
// What quietens is no mail from a time to come, which only a clock that was ahead can have written.
// PostgreSQL cannot infer the type of a parameter in a select list, hence the casts.
const INSERT_NOTICE = `INSERT INTO mfa_outbox (id, user_id, event_id, notice, facts, created_at, due_at, attempts)
  SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS BIGINT), CAST($6 AS BIGINT), 0
  WHERE NOT EXISTS (SELECT 1 FROM mfa_outbox WHERE user_id = $2 AND notice = $4 AND created_at > $7 AND created_at <= $6)
    AND EXISTS (SELECT 1 FROM mfa_audit_events WHERE subject = $8 AND id = $3)`;

/** What makes a device and a network known: something that the person did in a session. Indexes are kept of exactly this. */
export const KNOWING = "k.outcome = 'success' AND k.actor_kind = 'user' AND k.session_id IS NOT NULL";

const knownBefore = (same: string): string =>
  `EXISTS (SELECT 1 FROM mfa_audit_events k WHERE k.subject = $8 AND ${same} AND k.at < $6 AND ${KNOWING})`;

/** A mail about what is new: there is something to compare with, and the device or the network was not there before. */
const INSERT_NOTICE_OF_NEW = `${INSERT_NOTICE}
    AND ${knownBefore('k.device IS NOT NULL')}
    AND NOT (${knownBefore('k.device = $9')} AND ${knownBefore('k.network = $10')})`;

// A webhook goes with its event, too. What is not asked for writes nothing.
const INSERT_WEBHOOKS = `INSERT INTO mfa_webhook_deliveries (endpoint, event_id, subject, event, created_at, due_at, attempts)
  SELECT DISTINCT s.endpoint, CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($4 AS BIGINT), 0
  FROM mfa_webhook_subscriptions s WHERE substr(CAST($3 AS TEXT) || '.', 1, length(s.prefix)) = s.prefix
    AND EXISTS (SELECT 1 FROM mfa_audit_events WHERE subject = $2 AND id = $1)`;

/** Statements that write audit events and their mails and webhooks, for the transaction of the change that they report. */
export function journalSteps(entries: readonly Entry[]): readonly Step[] {
  return entries.flatMap(({ event, notice, further = [], once }) => [
    eventStep(event, once),
    step(INSERT_WEBHOOKS, event.id, event.subject, event.event, event.at),
    ...[...(notice ? [notice] : []), ...further].map((mail) => noticeStep(event, mail)),
  ]);
}

function eventStep(event: AuditEvent, once: string | undefined): Step {
  return {
    event,
    ...step(
      INSERT_EVENT,
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
      once ?? null,
      event.traits?.device ?? null,
      event.traits?.network ?? null,
    ),
  };
}

function noticeStep(event: AuditEvent, { name, userId, facts, quietFor, onlyFromNew }: Notice): Step {
  // Without a quiet time, "newer than now" finds nothing and the mail is always written.
  const unlessSince = quietFor === undefined ? Number.MAX_SAFE_INTEGER : event.at - quietFor;
  const parameters = [
    newTimeOrderedId(event.at),
    userId,
    event.id,
    name,
    JSON.stringify(facts),
    event.at,
    unlessSince,
    event.subject,
  ];
  if (!onlyFromNew) return step(INSERT_NOTICE, ...parameters);
  const { device = null, network = null } = event.traits ?? {};
  return step(INSERT_NOTICE_OF_NEW, ...parameters, device, network);
}

export function* writeEntries(entries: readonly Entry[]): UnitOfWork<void> {
  yield* together(journalSteps(entries));
}
