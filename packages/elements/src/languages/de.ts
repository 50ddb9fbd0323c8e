import { accountRecovery } from './de/account-recovery.js';
import { activeSessions } from './de/active-sessions.js';
import { activityEvents } from './de/activity-events.js';
import { activityFeed } from './de/activity-feed.js';
import { challenge } from './de/challenge.js';
import { changes } from './de/changes.js';
import { codeInput } from './de/code-input.js';
import { codesView } from './de/codes-view.js';
import { enroll } from './de/enroll.js';
import { enrollSteps } from './de/enroll-steps.js';
import { errors } from './de/errors.js';
import { mfaPolicy } from './de/mfa-policy.js';
import { passkeyChanges } from './de/passkey-changes.js';
import { passkeyList } from './de/passkey-list.js';
import { passkeySignIn } from './de/passkey-sign-in.js';
import { policyForm } from './de/policy-form.js';
import { recoveryCodes } from './de/recovery-codes.js';
import { refusals } from './de/refusals.js';
import { rememberedDevices } from './de/remembered-devices.js';
import { requirement } from './de/requirement.js';
import { mfaMembers } from './de/mfa-members.js';
import { membersList } from './de/members-list.js';
import { recoveryCases } from './de/recovery-cases.js';
import { casesList } from './de/cases-list.js';
import { mfaAdoption } from './de/mfa-adoption.js';
import { adoptionFigures } from './de/adoption-figures.js';
import { securityActivity } from './de/security-activity.js';
import { shared } from './de/shared.js';
import { signIn } from './de/sign-in.js';
import { stepUp } from './de/step-up.js';
import { totpChanges } from './de/totp-changes.js';
import { workspaceActivity } from './de/workspace-activity.js';
import { totpList } from './de/totp-list.js';
import type { Strings } from './registry.js';

/** German, with the polite "Sie". */
export const de: Strings = {
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
