import type { Method } from '../sessions/proof.ts';
import type { OriginTraits } from './origin-traits.ts';

/** By tier: 2 was asked for by mail, 3 is a case of support's. */
export type RecoveryEventName =
  | 'auth.recovery.tier2_started'
  | 'auth.recovery.tier2_opened'
  | 'auth.recovery.tier2_reminder_sent'
  | 'auth.recovery.tier2_cancelled'
  | 'auth.recovery.tier2_ready'
  | 'auth.recovery.tier2_completed'
  | 'auth.recovery.tier2_expired'
  | 'auth.recovery.tier3_started'
  | 'auth.recovery.tier3_approved'
  | 'auth.recovery.tier3_rejected'
  | 'auth.recovery.tier3_reminder_sent'
  | 'auth.recovery.tier3_cancelled'
  | 'auth.recovery.tier3_ready'
  | 'auth.recovery.tier3_completed'
  | 'auth.recovery.tier3_expired';

/** Names of audit events: stable, hosts filter and alert on them. */
export type AuditEventName =
  | RecoveryEventName
  | 'auth.sign_in.success'
  | 'auth.sign_in.failure'
  | 'auth.2fa.enabled'
  | 'auth.2fa.disabled'
  | 'auth.2fa.admin_disabled'
  | 'auth.2fa.success'
  | 'auth.2fa.failure'
  | 'auth.2fa.replay_attempt'
  | 'auth.2fa.brute_force_blocked'
  | 'auth.2fa.factor_locked'
  | 'auth.totp.added'
  | 'auth.totp.renamed'
  | 'auth.totp.removed'
  | 'auth.passkey.added'
  | 'auth.passkey.renamed'
  | 'auth.passkey.revoked'
  | 'auth.passkey.counter_anomaly'
  | 'auth.passkey.backup_changed'
  | 'auth.recovery_code.used'
  | 'auth.recovery_codes.generated'
  | 'auth.recovery_codes.regenerated'
  | 'auth.recovery_codes.confirmed'
  | 'auth.step_up.required'
  | 'auth.step_up.success'
  | 'auth.step_up.failure'
  | 'auth.device.remembered'
  | 'auth.device.forgotten'
  | 'auth.session.ended'
  | 'auth.password.changed'
  | 'auth.policy.changed'
  | 'auth.enforcement.grace_started'
  | 'auth.enforcement.reminded'
  | 'auth.enforcement.blocked'
  | 'auth.enforcement.exempted'
  | 'auth.activity.reported'
  | 'auth.keys.rotated'
  | 'auth.store.restored';

/** Values an event may carry beside the fixed ones; times as everywhere outside, in ISO 8601. Never a code, a secret, a token, a cookie or an otpauth URI (rule K6). */
export type AuditDetails = Readonly<Record<string, AuditDetail | Readonly<Record<string, AuditDetail>>>>;

type AuditDetail = string | number | boolean | readonly string[];

/** What a feature says happened; the rest is added from the request. */
export interface Happening {
  readonly event: AuditEventName;
  readonly outcome: 'success' | 'failure' | 'blocked';
  /** The true reason, machine readable; this is the one place where wrong, replayed and expired differ. */
  readonly reason?: string;
  readonly method?: Method;
  readonly factor?: { readonly id: string; readonly label: string };
  readonly details?: AuditDetails;
}

/** One row of the audit. */
export interface AuditEvent extends Happening {
  /** Sorts by time. */
  readonly id: string;
  readonly at: number;
  /** Whose account; empty where nobody could be named (a wrong login). */
  readonly subject: string;
  readonly actor: {
    readonly kind: 'user' | 'admin' | 'support' | 'system' | 'unknown';
    readonly id?: string;
  };
  /** The session's id, never its token. */
  readonly sessionId?: string;
  readonly ip?: string;
  readonly userAgent?: string;
  /** What the address and the user agent have in common with earlier ones of the same network and browser. */
  readonly traits?: OriginTraits;
  readonly requestId?: string;
}
