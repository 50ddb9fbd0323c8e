import { accountRecovery } from './zh/account-recovery.js';
import { activeSessions } from './zh/active-sessions.js';
import { activityEvents } from './zh/activity-events.js';
import { activityFeed } from './zh/activity-feed.js';
import { challenge } from './zh/challenge.js';
import { changes } from './zh/changes.js';
import { codeInput } from './zh/code-input.js';
import { codesView } from './zh/codes-view.js';
import { enroll } from './zh/enroll.js';
import { enrollSteps } from './zh/enroll-steps.js';
import { errors } from './zh/errors.js';
import { mfaPolicy } from './zh/mfa-policy.js';
import { passkeyChanges } from './zh/passkey-changes.js';
import { passkeyList } from './zh/passkey-list.js';
import { passkeySignIn } from './zh/passkey-sign-in.js';
import { policyForm } from './zh/policy-form.js';
import { recoveryCodes } from './zh/recovery-codes.js';
import { refusals } from './zh/refusals.js';
import { rememberedDevices } from './zh/remembered-devices.js';
import { requirement } from './zh/requirement.js';
import { mfaMembers } from './zh/mfa-members.js';
import { membersList } from './zh/members-list.js';
import { recoveryCases } from './zh/recovery-cases.js';
import { casesList } from './zh/cases-list.js';
import { mfaAdoption } from './zh/mfa-adoption.js';
import { adoptionFigures } from './zh/adoption-figures.js';
import { securityActivity } from './zh/security-activity.js';
import { shared } from './zh/shared.js';
import { signIn } from './zh/sign-in.js';
import { stepUp } from './zh/step-up.js';
import { totpChanges } from './zh/totp-changes.js';
import { workspaceActivity } from './zh/workspace-activity.js';
import { totpList } from './zh/totp-list.js';
import type { Strings } from './registry.js';

/** Chinese in simplified characters, with the polite 您; it also stands in for traditional ones until a host brings those. */
export const zh: Strings = {
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
