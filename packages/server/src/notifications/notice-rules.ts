import type { AuditEvent, AuditEventName } from '../activity/audit-event.ts';
import type { Notice, NoticeName } from './notice.ts';

const HOUR = 3_600_000;

/** Which events a person is told about by mail. */
const NOTICE_OF_EVENT: Partial<Record<AuditEventName, NoticeName>> = {
  'auth.2fa.enabled': 'mfa-enabled',
  'auth.2fa.disabled': 'mfa-disabled',
  'auth.totp.added': 'totp-added',
  'auth.totp.removed': 'totp-removed',
  'auth.passkey.added': 'passkey-added',
  'auth.passkey.revoked': 'passkey-revoked',
  'auth.passkey.counter_anomaly': 'passkey-counter-anomaly',
  'auth.recovery_code.used': 'recovery-code-used',
  'auth.recovery_codes.regenerated': 'recovery-codes-regenerated',
  'auth.2fa.replay_attempt': 'code-replayed',
  'auth.2fa.brute_force_blocked': 'too-many-attempts',
  'auth.2fa.factor_locked': 'factor-locked',
  'auth.activity.reported': 'activity-reported',
};

/** Mails that could be caused again and again, by a stranger's guessing or by a list of many events: at most one an hour. */
const AT_MOST_HOURLY: ReadonlySet<NoticeName> = new Set([
  'too-many-attempts',
  'code-replayed',
  'wrong-codes',
  'activity-reported',
]);

/** One wrong code is a slip; what says how many there were in a row, at every fifth, is worth a mail. */
const isRowOfFailures = ({ event, details }: AuditEvent): boolean =>
  event === 'auth.2fa.failure' && details?.['inARow'] !== undefined;

/** @returns the mail that an event causes, if any. */
export function noticeFor(event: AuditEvent): Notice | undefined {
  const name = isRowOfFailures(event) ? 'wrong-codes' : NOTICE_OF_EVENT[event.event];
  if (name === undefined) return undefined;
  const remaining = event.details?.['remaining'];
  return {
    name,
    userId: event.subject,
    facts: {
      at: event.at,
      ...(event.ip !== undefined && { ip: event.ip }),
      ...(typeof remaining === 'number' && { remaining }),
    },
    ...(AT_MOST_HOURLY.has(name) && { quietFor: HOUR }),
  };
}
