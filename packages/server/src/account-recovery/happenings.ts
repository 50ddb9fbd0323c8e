import type { Happening, RecoveryEventName } from '../activity/audit-event.ts';
import type { CaseRecord } from '../administration/administration.store.ts';
import { iso } from '../sessions/session-view.ts';
import type { ClosedRecovery, EmptiedAccount } from './account-recovery.store.ts';
import type { Recovery, RecoveryTier } from './recovery.ts';

/** Nobody has proven who they are: these are done by whoever holds a mailed link, or typed a login. */
export const UNKNOWN_ACTOR = { kind: 'unknown' } as const;

/** Why a recovery was cancelled. */
export type CancelReason =
  | 'link'
  | 'signed-in'
  | 'password-changed'
  | 'address-changed'
  | 'person-gone'
  | 'account-recovery'
  | 'admin-reset'
  | 'store-restored';

type Step = 'opened' | 'reminder_sent' | 'ready' | 'expired';

/** An event of a recovery that is open, with what the mail about it has to say. */
export function recoveryHappening(
  { id, tier, readyAt }: Recovery,
  step: Step | 'started',
  change: { readonly readyAt?: number; readonly repeated?: true } = {},
): Happening {
  const ready = change.readyAt ?? readyAt;
  return {
    event: `auth.recovery.tier${tier}_${step}` as RecoveryEventName,
    outcome: 'success',
    details: {
      recovery: id,
      ...(ready !== undefined && { readyAt: iso(ready) }),
      ...(change.repeated && { repeated: true }),
    },
  };
}

export function cancelledRecovery({ id, tier }: ClosedRecovery, reason: CancelReason): Happening {
  return {
    event: `auth.recovery.tier${tier}_cancelled`,
    outcome: 'success',
    reason,
    details: { recovery: id },
  };
}

export function completedRecovery(
  { id, tier }: { readonly id: string; readonly tier: RecoveryTier },
  { removed, sessionIds }: EmptiedAccount,
  record: CaseRecord | undefined,
): Happening {
  return {
    event: `auth.recovery.tier${tier}_completed`,
    outcome: 'success',
    method: 'account-recovery',
    details: {
      recovery: id,
      totpRemoved: removed.totp.length,
      passkeysRemoved: removed.passkeys.length,
      sessionsEnded: sessionIds.length,
      ...(record && {
        evidenceKind: record.evidence.kind,
        evidenceReference: record.evidence.reference,
        startedBy: record.startedBy,
        ...(record.decidedBy !== undefined && { decidedBy: record.decidedBy }),
      }),
    },
  };
}

/** Everything that an account lost at once. The person is told of it by one mail, that of the recovery or the reset itself. */
export function emptiedAccount(
  { removed, deviceIds, recoveries }: EmptiedAccount,
  reason: 'account-recovery' | 'admin-reset',
): readonly Happening[] {
  const { totp, passkeys } = removed;
  const told = { outcome: 'success', reason } as const;
  return [
    ...totp.map(
      ({ id, name }) =>
        ({ event: 'auth.totp.removed', ...told, method: 'totp', factor: { id, label: name } }) as const,
    ),
    ...passkeys.map(
      ({ id, name }) =>
        ({ event: 'auth.passkey.revoked', ...told, method: 'passkey', factor: { id, label: name } }) as const,
    ),
    ...(totp.length + passkeys.length > 0 ? [{ event: 'auth.2fa.disabled', ...told } as const] : []),
    ...deviceIds.map((device) => ({ event: 'auth.device.forgotten', ...told, details: { device } }) as const),
    ...recoveries.map((recovery) => cancelledRecovery(recovery, reason)),
  ];
}
