import type { AuditDetails, AuditEvent } from '../../activity/audit-event.ts';
import type { Method } from '../../sessions/proof.ts';

/** A row of the audit. */
export interface EventRow {
  subject: string;
  id: string;
  at: number;
  event: AuditEvent['event'];
  outcome: AuditEvent['outcome'];
  reason: string | null;
  actor_kind: AuditEvent['actor']['kind'];
  actor_id: string | null;
  method: Method | null;
  factor_id: string | null;
  factor_label: string | null;
  session_id: string | null;
  ip: string | null;
  user_agent: string | null;
  request_id: string | null;
  details: string;
  workspace: string;
}

/** The event as it was written, with the workspace that the person was in. */
export const auditEventOf = (row: EventRow): Omit<AuditEvent, 'traits'> & { readonly workspace: string } => ({
  subject: row.subject,
  id: row.id,
  at: row.at,
  event: row.event,
  outcome: row.outcome,
  ...(row.reason !== null && { reason: row.reason }),
  actor: { kind: row.actor_kind, ...(row.actor_id !== null && { id: row.actor_id }) },
  ...(row.method !== null && { method: row.method }),
  ...(row.factor_id !== null && { factor: { id: row.factor_id, label: row.factor_label ?? '' } }),
  ...(row.session_id !== null && { sessionId: row.session_id }),
  ...(row.ip !== null && { ip: row.ip }),
  ...(row.user_agent !== null && { userAgent: row.user_agent }),
  ...(row.request_id !== null && { requestId: row.request_id }),
  details: JSON.parse(row.details) as AuditDetails,
  workspace: row.workspace,
});
