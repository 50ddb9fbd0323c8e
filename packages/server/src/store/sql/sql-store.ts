import type { Store } from '../store.ts';
import { sqlAccountRecoveryStore } from './account-recovery.sql.ts';
import { sqlActivityStore } from './activity.sql.ts';
import { sqlAdministrationStore } from './administration.sql.ts';
import { sqlMemberStore } from './members.sql.ts';
import { sqlAdoptionStore } from './adoption.sql.ts';
import { sqlDoctorStore } from './doctor.sql.ts';
import { sqlFactorStore } from './factors.sql.ts';
import { sqlPasskeyStore } from './passkeys.sql.ts';
import { sqlPolicyStore } from './policy.sql.ts';
import { sqlHousekeeping } from './housekeeping.sql.ts';
import { sqlJobStore } from './job-runs.sql.ts';
import { sqlKeyStore } from './keys.sql.ts';
import { sqlOperationsStore } from './operations.sql.ts';
import { sqlDeviceStore } from './remembered-devices.sql.ts';
import { sqlOutboxStore } from './outbox.sql.ts';
import { sqlRecoveryCodeStore } from './recovery-codes.sql.ts';
import { sqlRestoreStore } from './restore.sql.ts';
import { sqlSessionStore } from './sessions.sql.ts';
import { sqlSignInStore } from './sign-in.sql.ts';
import { sqlStepUpStore } from './step-up.sql.ts';
import { sqlThrottlingStore } from './throttling.sql.ts';
import { sqlTotpStore } from './totp.sql.ts';
import type { Database } from './unit-of-work.ts';
import { sqlWebhookStore } from './webhooks.sql.ts';

/** The store port over either database. */
export function sqlStore(database: Database): Store {
  return {
    ...sqlSignInStore(database),
    ...sqlSessionStore(database),
    ...sqlDeviceStore(database),
    ...sqlStepUpStore(database),
    ...sqlFactorStore(database),
    ...sqlPasskeyStore(database),
    ...sqlTotpStore(database),
    ...sqlRecoveryCodeStore(database),
    ...sqlAccountRecoveryStore(database),
    ...sqlAdministrationStore(database),
    ...sqlPolicyStore(database),
    ...sqlMemberStore(database),
    ...sqlAdoptionStore(database),
    ...sqlOperationsStore(database),
    ...sqlThrottlingStore(database),
    ...sqlActivityStore(database),
    ...sqlOutboxStore(database),
    ...sqlWebhookStore(database),
    ...sqlJobStore(database),
    ...sqlKeyStore(database),
    ...sqlRestoreStore(database),
    ...sqlDoctorStore(database),
    ...sqlHousekeeping(database),
  };
}
