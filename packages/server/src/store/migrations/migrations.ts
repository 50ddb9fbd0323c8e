import type { Migration } from './migration.ts';
import { script as signInWithASecondFactor } from './0001-sign-in-with-a-second-factor.ts';
import { script as passkeys } from './0002-passkeys.ts';
import { script as rememberedDevices } from './0003-remembered-devices.ts';
import { script as stepUpAndLimits } from './0004-step-up-and-limits.ts';
import { script as accountRecovery } from './0005-account-recovery.ts';
import { script as securityActivity } from './0006-security-activity.ts';
import { script as challengesOfAnOwner } from './0007-challenges-of-an-owner.ts';
import { script as policies } from './0008-policies.ts';
import { script as lastSignIns } from './0009-last-sign-ins.ts';
import { script as adoption } from './0010-adoption.ts';
import { script as restores } from './0011-restores.ts';
import { script as webhooks } from './0012-webhooks.ts';
import { script as mailsByAddress } from './0013-mails-by-address.ts';
import { script as incidents } from './0014-incidents.ts';
import { script as deadlinesByWorkspace } from './0015-deadlines-by-workspace.ts';
import { script as keysWithTheirPerson } from './0016-keys-with-their-person.ts';
import { script as auditByMonth } from './0017-audit-by-month.ts';
import { script as looksAtEveryAccount } from './0018-looks-at-every-account.ts';
import { script as jobRuns } from './0019-job-runs.ts';
import { script as limitOfRecoveryCodes } from './0020-limit-of-recovery-codes.ts';
import { script as whatRunsReached } from './0021-what-runs-reached.ts';

/** All migrations, in order. Forward only: a landed one is never edited, a mistake gets a migration of its own. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-sign-in-with-a-second-factor', script: signInWithASecondFactor },
  { name: '0002-passkeys', script: passkeys },
  { name: '0003-remembered-devices', script: rememberedDevices },
  { name: '0004-step-up-and-limits', script: stepUpAndLimits },
  { name: '0005-account-recovery', script: accountRecovery },
  { name: '0006-security-activity', script: securityActivity },
  { name: '0007-challenges-of-an-owner', script: challengesOfAnOwner },
  { name: '0008-policies', script: policies },
  { name: '0009-last-sign-ins', script: lastSignIns },
  { name: '0010-adoption', script: adoption },
  { name: '0011-restores', script: restores },
  { name: '0012-webhooks', script: webhooks },
  { name: '0013-mails-by-address', script: mailsByAddress },
  { name: '0014-incidents', script: incidents },
  { name: '0015-deadlines-by-workspace', script: deadlinesByWorkspace },
  { name: '0016-keys-with-their-person', script: keysWithTheirPerson },
  { name: '0017-audit-by-month', script: auditByMonth },
  { name: '0018-looks-at-every-account', script: looksAtEveryAccount },
  { name: '0019-job-runs', script: jobRuns },
  { name: '0020-limit-of-recovery-codes', script: limitOfRecoveryCodes },
  { name: '0021-what-runs-reached', script: whatRunsReached },
];
