import type { AuditEvent, AuditEventName } from '../activity/audit-event.ts';
import { isFromHolder } from '../activity/suspicion.ts';
import type { Method } from '../sessions/proof.ts';
import { knownDevice } from './known-device.ts';
import type { Notice, NoticeName } from './notice.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

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
  'auth.2fa.admin_disabled': 'mfa-reset-by-admin',
  'auth.policy.changed': 'policy-changed',
  'auth.enforcement.grace_started': 'mfa-asked',
  'auth.enforcement.reminded': 'mfa-reminder',
  'auth.enforcement.blocked': 'mfa-blocked',
  'auth.enforcement.exempted': 'mfa-exempted',
  'auth.recovery.tier2_started': 'recovery-requested',
  'auth.recovery.tier2_opened': 'recovery-opened',
  'auth.recovery.tier2_reminder_sent': 'recovery-reminder',
  'auth.recovery.tier2_ready': 'recovery-ready',
  'auth.recovery.tier2_cancelled': 'recovery-cancelled',
  'auth.recovery.tier2_expired': 'recovery-expired',
  'auth.recovery.tier2_completed': 'recovery-completed',
  'auth.recovery.tier3_started': 'recovery-case-started',
  'auth.recovery.tier3_approved': 'recovery-case-approved',
  'auth.recovery.tier3_rejected': 'recovery-case-rejected',
  'auth.recovery.tier3_reminder_sent': 'recovery-reminder',
  'auth.recovery.tier3_ready': 'recovery-ready',
  'auth.recovery.tier3_cancelled': 'recovery-cancelled',
  'auth.recovery.tier3_expired': 'recovery-expired',
  'auth.recovery.tier3_completed': 'recovery-completed',
};

/** What else follows from a way back in, or from an admin's reset, is in the one mail about it. */
const TOLD_WITH_ITS_CAUSE: ReadonlySet<string> = new Set(['account-recovery', 'admin-reset']);

/** Mails that could be caused again and again, by a stranger's guessing, by a list of many events, by trying what is closed, or by an admin. */
const QUIET_FOR: Partial<Record<NoticeName, number>> = {
  'too-many-attempts': HOUR,
  'code-replayed': HOUR,
  'wrong-codes': HOUR,
  'activity-reported': HOUR,
  'mfa-blocked': DAY,
  'mfa-exempted': HOUR,
  'policy-changed': HOUR,
};

/** One wrong code is a slip; what says how many there were in a row, at every fifth, is worth a mail. */
const isRowOfFailures = ({ event, details }: AuditEvent): boolean =>
  event === 'auth.2fa.failure' && details?.['inARow'] !== undefined;

/**
 * What a way in has to be new by for the person to be told. A browser that is remembered for them is theirs wherever it is, unless it is
 * another browser by now: then its cookie was copied (rule B2). Of a recovery code or an account recovery they are told in any case.
 */
const NEW_BY: Partial<Record<Method, NonNullable<Notice['onlyFromNew']>>> = {
  password: 'device-or-network',
  totp: 'device-or-network',
  passkey: 'device-or-network',
  'remembered-device': 'device',
};

/** Somebody is in. @returns what that has to be new by. */
const completeSignIn = ({ event, details, method }: AuditEvent): Notice['onlyFromNew'] =>
  event === 'auth.sign_in.success' && details?.['stage'] === 'complete' && method !== undefined
    ? NEW_BY[method]
    : undefined;

function nameFor(event: AuditEvent): NoticeName | undefined {
  if (isRowOfFailures(event)) return 'wrong-codes';
  if (event.event === 'auth.2fa.factor_locked' && event.method === 'recovery-code')
    return 'recovery-codes-locked';
  return completeSignIn(event) ? 'new-sign-in' : NOTICE_OF_EVENT[event.event];
}

/** @returns the mail that an event causes, if any. */
export function noticeFor(event: AuditEvent): Notice | undefined {
  const name = nameFor(event);
  if (name === undefined || TOLD_WITH_ITS_CAUSE.has(event.reason ?? '')) return undefined;
  const { remaining, recovery, readyAt, deadline, passkey, until } = event.details ?? {};
  const quietFor = QUIET_FOR[name];
  const onlyFromNew = completeSignIn(event);
  // Where an administrator was is no business of the person's.
  const fromHolder = isFromHolder(event.actor);
  const device = fromHolder ? knownDevice(event.userAgent) : undefined;
  return {
    name,
    userId: event.subject,
    facts: {
      at: event.at,
      ...(fromHolder && event.ip !== undefined && event.ip !== '' && { ip: event.ip }),
      ...(device && { device }),
      ...(typeof remaining === 'number' && { remaining }),
      ...(typeof recovery === 'string' && { recovery }),
      ...(typeof readyAt === 'string' && { readyAt: Date.parse(readyAt) }),
      ...(typeof deadline === 'string' && { deadline: Date.parse(deadline) }),
      ...(typeof passkey === 'boolean' && { passkey }),
      ...(typeof until === 'string' && { until: Date.parse(until) }),
    },
    ...(quietFor !== undefined && { quietFor }),
    ...(onlyFromNew && { onlyFromNew }),
  };
}
