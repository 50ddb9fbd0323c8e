import { describe } from 'node:test';
import { accountRecoveryContract } from './contract/account-recovery.suite.ts';
import { administrationContract } from './contract/administration.suite.ts';
import { adoptionContract } from './contract/adoption.suite.ts';
import { activityKeepingContract } from './contract/activity-keeping.suite.ts';
import { activityPrecedentsContract } from './contract/activity-precedents.suite.ts';
import { activityContract } from './contract/activity.suite.ts';
import { authenticatorLimitContract } from './contract/authenticator-limit.suite.ts';
import { ceremoniesContract } from './contract/ceremonies.suite.ts';
import { completionContract } from './contract/completion.suite.ts';
import { housekeepingContract } from './contract/housekeeping.suite.ts';
import { journalContract } from './contract/journal.suite.ts';
import { jobsContract } from './contract/jobs.suite.ts';
import { keysContract } from './contract/keys.suite.ts';
import { lookedUpByContract } from './contract/looked-up-by.suite.ts';
import { membersContract } from './contract/members.suite.ts';
import { outboxContract } from './contract/outbox.suite.ts';
import { passkeysContract } from './contract/passkeys.suite.ts';
import { policyContract } from './contract/policy.suite.ts';
import { recoveryCodesLimitContract } from './contract/recovery-codes-limit.suite.ts';
import { recoveryCodesContract } from './contract/recovery-codes.suite.ts';
import { rememberedDevicesContract } from './contract/remembered-devices.suite.ts';
import { restoreContract } from './contract/restore.suite.ts';
import { sessionRoomContract } from './contract/session-room.suite.ts';
import { sessionsContract } from './contract/sessions.suite.ts';
import { signInContract } from './contract/sign-in.suite.ts';
import { stepUpContract } from './contract/step-up.suite.ts';
import { throttlingContract } from './contract/throttling.suite.ts';
import { totpContract } from './contract/totp.suite.ts';
import { webhooksContract } from './contract/webhooks.suite.ts';
import { workspaceActivityContract } from './contract/workspace-activity.suite.ts';
import type { MakeDatabase } from './databases.ts';

/** What every implementation of the store port has to do: each method, each verdict. */
export function storeContract(name: string, make: MakeDatabase): void {
  describe(`the store over ${name}`, () => {
    signInContract(make);
    completionContract(make);
    sessionsContract(make);
    sessionRoomContract(make);
    rememberedDevicesContract(make);
    stepUpContract(make);
    totpContract(make);
    passkeysContract(make);
    ceremoniesContract(make);
    recoveryCodesContract(make);
    accountRecoveryContract(make);
    administrationContract(make);
    policyContract(make);
    membersContract(make);
    adoptionContract(make);
    throttlingContract(make);
    authenticatorLimitContract(make);
    recoveryCodesLimitContract(make);
    journalContract(make);
    activityContract(make);
    activityPrecedentsContract(make);
    workspaceActivityContract(make);
    activityKeepingContract(make);
    outboxContract(make);
    webhooksContract(make);
    jobsContract(make);
    keysContract(make);
    restoreContract(make);
    housekeepingContract(make);
    // Last: it looks at every statement of the others.
    lookedUpByContract(make);
  });
}
