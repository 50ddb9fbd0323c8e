import { accountRecovery } from './ar/account-recovery.js';
import { activeSessions } from './ar/active-sessions.js';
import { activityEvents } from './ar/activity-events.js';
import { activityFeed } from './ar/activity-feed.js';
import { challenge } from './ar/challenge.js';
import { changes } from './ar/changes.js';
import { codeInput } from './ar/code-input.js';
import { codesView } from './ar/codes-view.js';
import { enroll } from './ar/enroll.js';
import { enrollSteps } from './ar/enroll-steps.js';
import { errors } from './ar/errors.js';
import { mfaPolicy } from './ar/mfa-policy.js';
import { passkeyChanges } from './ar/passkey-changes.js';
import { passkeyList } from './ar/passkey-list.js';
import { passkeySignIn } from './ar/passkey-sign-in.js';
import { policyForm } from './ar/policy-form.js';
import { recoveryCodes } from './ar/recovery-codes.js';
import { refusals } from './ar/refusals.js';
import { rememberedDevices } from './ar/remembered-devices.js';
import { requirement } from './ar/requirement.js';
import { mfaMembers } from './ar/mfa-members.js';
import { membersList } from './ar/members-list.js';
import { recoveryCases } from './ar/recovery-cases.js';
import { casesList } from './ar/cases-list.js';
import { mfaAdoption } from './ar/mfa-adoption.js';
import { adoptionFigures } from './ar/adoption-figures.js';
import { securityActivity } from './ar/security-activity.js';
import { shared } from './ar/shared.js';
import { signIn } from './ar/sign-in.js';
import { stepUp } from './ar/step-up.js';
import { totpChanges } from './ar/totp-changes.js';
import { workspaceActivity } from './ar/workspace-activity.js';
import { totpList } from './ar/totp-list.js';
import type { Strings } from './registry.js';

/** Modern standard Arabic, with digits from 0 to 9, as in codes and addresses. */
export const ar: Strings = {
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
