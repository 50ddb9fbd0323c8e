import type { EmptiedAccount } from '../../account-recovery/account-recovery.store.ts';
import type { Alive } from '../../sessions/sessions.store.ts';
import { deleteFactors } from './factors.sql.ts';
import { disowningPasskeys } from './passkey-owners.sql.ts';
import { cancelledOf, cancellingRecoveries } from './recoveries.sql.ts';
import { forgetRecoveryCodes } from './recovery-codes.sql.ts';
import { forgetDevices, forgottenIn } from './remembered-devices.sql.ts';
import { endingSessions, liveIdsIn } from './sessions.sql.ts';
import { step, type UnitOfWork } from './unit-of-work.ts';

/**
 * Takes away all that a person proves with and is remembered by, after an account recovery or an admin's reset (rules R2, R4): factors,
 * codes, enrolments, sessions, sign-ins begun, and by the epoch whatever else carries it (rule S5). From here on they may only enrol,
 * by whatever way they come in, until they have.
 */
export function* emptyAccount(userId: string, alive: Alive): UnitOfWork<EmptiedAccount> {
  const { now } = alive;
  const removed = yield* deleteFactors(userId);
  const [sessions, , devices, recoveries] = yield [
    ...endingSessions(userId, undefined),
    forgetDevices(userId, now),
    cancellingRecoveries(userId, now),
    ...forgetRecoveryCodes(userId),
    disowningPasskeys(userId),
    step('DELETE FROM mfa_totp_enrolments WHERE user_id = $1', userId),
    // Last, since a device is alive by the epoch that it carries.
    step('UPDATE mfa_accounts SET epoch = epoch + 1, restricted_at = $2 WHERE user_id = $1', userId, now),
  ];
  return {
    removed,
    sessionIds: liveIdsIn(sessions?.rows, alive),
    deviceIds: forgottenIn(devices),
    recoveries: cancelledOf(recoveries),
  };
}
