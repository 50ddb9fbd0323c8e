import { Counter, Histogram, Registry } from 'prom-client';
import type { AuditEvent, AuditEventName } from '../activity/audit-event.ts';

/** Seconds; from a session check to a hash that waited for its turn. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Reasons are words of the kit's own. Should one ever carry more than that, it must not make a series of its own each time. */
const REASON = /^[a-z][a-z0-9-]{0,39}$/;
const MOST_REASONS = 100;

/**
 * Events that are rare and worth a look at once. Their counters begin at zero: Prometheus sees no increase in a series that begins with the
 * first event.
 */
const RARE: readonly AuditEventName[] = [
  'auth.2fa.admin_disabled',
  'auth.2fa.brute_force_blocked',
  'auth.2fa.factor_locked',
  'auth.2fa.replay_attempt',
  'auth.activity.reported',
  'auth.passkey.counter_anomaly',
  'auth.recovery.tier2_opened',
  'auth.recovery.tier3_started',
  'auth.recovery_code.used',
];

/** What the kit counts, for Prometheus: nothing in it names a person, an address or a workspace. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts what was written to the audit. */
  readonly heard: (events: readonly AuditEvent[]) => void;
  /** Begins to time a request. @returns to be called with the route, as it is declared, and the status, when it is answered; it tells the seconds. */
  readonly timeRequest: () => (route: string, status: number) => number;
}

/** A registry of its own: several kits in one process do not get into each other's way, nor into the host's. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const events = new Counter({
    name: 'mfa_audit_events_total',
    help: 'Events written to the audit by this process.',
    labelNames: ['event', 'outcome', 'method', 'reason'],
    registers: [registry],
  });
  const security = new Counter({
    name: 'mfa_security_events_total',
    help: 'Of these, the rare ones that alerts go by; from zero on.',
    labelNames: ['event'],
    registers: [registry],
  });
  for (const event of RARE) security.inc({ event }, 0);
  const requests = new Histogram({
    name: 'mfa_http_request_duration_seconds',
    help: 'Time to answer, by the route as it is declared.',
    labelNames: ['route', 'status'],
    buckets: DURATIONS,
    registers: [registry],
  });

  const reasons = new Set<string>();
  function reasonOf({ reason = '' }: AuditEvent): string {
    if (reason === '' || reasons.has(reason)) return reason;
    if (!REASON.test(reason) || reasons.size >= MOST_REASONS) return 'other';
    reasons.add(reason);
    return reason;
  }

  return {
    registry,

    heard(written) {
      for (const event of written) {
        events.inc({
          event: event.event,
          outcome: event.outcome,
          method: event.method ?? '',
          reason: reasonOf(event),
        });
        if (RARE.includes(event.event)) security.inc({ event: event.event });
      }
    },

    timeRequest() {
      const end = requests.startTimer();
      return (route, status) => end({ route, status: String(status) });
    },
  };
}
