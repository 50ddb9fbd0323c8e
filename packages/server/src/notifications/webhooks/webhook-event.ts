import type { AuditEvent } from '../../activity/audit-event.ts';
import { randomPart } from '../../secrets/ids.ts';
import { iso } from '../../sessions/session-view.ts';

/** The body of a webhook: an event of the audit, whole. What is not known is `null`; a later version may have more fields. */
export interface WebhookEvent {
  /** The same at each try, and the same as in the lists of activity. */
  readonly id: string;
  /** Goes up when a field changes its meaning or disappears. */
  readonly version: 1;
  /** The event's name, such as `auth.2fa.enabled`. */
  readonly type: string;
  /** When it happened; ISO 8601, UTC. */
  readonly at: string;
  readonly data: {
    /** Whose account it is about; `null` where nobody could be named. */
    readonly subject: string | null;
    readonly workspace: string | null;
    readonly actor: { readonly kind: AuditEvent['actor']['kind']; readonly id: string | null };
    readonly outcome: AuditEvent['outcome'];
    readonly reason: string | null;
    readonly method: string | null;
    readonly factor: { readonly id: string; readonly name: string } | null;
    /** A reference; no token. */
    readonly session: string | null;
    readonly ip: string | null;
    readonly userAgent: string | null;
    readonly requestId: string | null;
    readonly details: Readonly<Record<string, unknown>>;
  };
}

/** An event of the audit as it was recorded. */
export type ReportedEvent = Omit<AuditEvent, 'traits'> & { readonly workspace: string };

const textOrNull = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

/** The event as a host's server may see it: everything that its administrators may (rule K6: the audit holds nothing secret). */
export const webhookEvent = (event: ReportedEvent): WebhookEvent => ({
  id: randomPart(event.id),
  version: 1,
  type: event.event,
  at: iso(event.at),
  data: {
    subject: textOrNull(event.subject),
    workspace: textOrNull(event.workspace),
    actor: { kind: event.actor.kind, id: event.actor.id ?? null },
    outcome: event.outcome,
    reason: event.reason ?? null,
    method: event.method ?? null,
    factor: event.factor ? { id: event.factor.id, name: event.factor.label } : null,
    session: event.sessionId ?? null,
    ip: textOrNull(event.ip),
    userAgent: textOrNull(event.userAgent),
    requestId: textOrNull(event.requestId),
    details: { ...event.details },
  },
});
