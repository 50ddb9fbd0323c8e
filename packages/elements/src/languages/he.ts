import { accountRecovery } from './he/account-recovery.js';
import { activeSessions } from './he/active-sessions.js';
import { activityEvents } from './he/activity-events.js';
import { activityFeed } from './he/activity-feed.js';
import { challenge } from './he/challenge.js';
import { changes } from './he/changes.js';
import { codeInput } from './he/code-input.js';
import { codesView } from './he/codes-view.js';
import { enroll } from './he/enroll.js';
import { enrollSteps } from './he/enroll-steps.js';
import { errors } from './he/errors.js';
import { mfaPolicy } from './he/mfa-policy.js';
import { passkeyChanges } from './he/passkey-changes.js';
import { passkeyList } from './he/passkey-list.js';
import { passkeySignIn } from './he/passkey-sign-in.js';
import { policyForm } from './he/policy-form.js';
import { recoveryCodes } from './he/recovery-codes.js';
import { refusals } from './he/refusals.js';
import { rememberedDevices } from './he/remembered-devices.js';
import { requirement } from './he/requirement.js';
import { mfaMembers } from './he/mfa-members.js';
import { membersList } from './he/members-list.js';
import { recoveryCases } from './he/recovery-cases.js';
import { casesList } from './he/cases-list.js';
import { mfaAdoption } from './he/mfa-adoption.js';
import { adoptionFigures } from './he/adoption-figures.js';
import { securityActivity } from './he/security-activity.js';
import { shared } from './he/shared.js';
import { signIn } from './he/sign-in.js';
import { stepUp } from './he/step-up.js';
import { totpChanges } from './he/totp-changes.js';
import { workspaceActivity } from './he/workspace-activity.js';
import { totpList } from './he/totp-list.js';
import type { Strings } from './registry.js';

/** Hebrew, in the plural and in nouns, which suit everybody. */
export const he: Strings = {
  shared,
  errors,
  refusals,
  codeInput,
  challenge,
  signIn,
  stepUp,
  changes,
  passkeyList,
  passkeyChanges,
  passkeySignIn,
  codesView,
  enroll,
  enrollSteps,
  recoveryCodes,
  totpList,
  totpChanges,
  activeSessions,
  rememberedDevices,
  securityActivity,
  activityFeed,
  workspaceActivity,
  activityEvents,
  mfaMembers,
  membersList,
  recoveryCases,
  casesList,
  mfaAdoption,
  adoptionFigures,
  accountRecovery,
  requirement,
  mfaPolicy,
  policyForm,
};
