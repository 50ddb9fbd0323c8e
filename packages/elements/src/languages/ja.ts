import { accountRecovery } from './ja/account-recovery.js';
import { activeSessions } from './ja/active-sessions.js';
import { activityEvents } from './ja/activity-events.js';
import { activityFeed } from './ja/activity-feed.js';
import { challenge } from './ja/challenge.js';
import { changes } from './ja/changes.js';
import { codeInput } from './ja/code-input.js';
import { codesView } from './ja/codes-view.js';
import { enroll } from './ja/enroll.js';
import { enrollSteps } from './ja/enroll-steps.js';
import { errors } from './ja/errors.js';
import { mfaPolicy } from './ja/mfa-policy.js';
import { passkeyChanges } from './ja/passkey-changes.js';
import { passkeyList } from './ja/passkey-list.js';
import { passkeySignIn } from './ja/passkey-sign-in.js';
import { policyForm } from './ja/policy-form.js';
import { recoveryCodes } from './ja/recovery-codes.js';
import { refusals } from './ja/refusals.js';
import { rememberedDevices } from './ja/remembered-devices.js';
import { requirement } from './ja/requirement.js';
import { mfaMembers } from './ja/mfa-members.js';
import { membersList } from './ja/members-list.js';
import { recoveryCases } from './ja/recovery-cases.js';
import { casesList } from './ja/cases-list.js';
import { mfaAdoption } from './ja/mfa-adoption.js';
import { adoptionFigures } from './ja/adoption-figures.js';
import { securityActivity } from './ja/security-activity.js';
import { shared } from './ja/shared.js';
import { signIn } from './ja/sign-in.js';
import { stepUp } from './ja/step-up.js';
import { totpChanges } from './ja/totp-changes.js';
import { workspaceActivity } from './ja/workspace-activity.js';
import { totpList } from './ja/totp-list.js';
import type { Strings } from './registry.js';

/** Japanese, in the polite です・ます style. */
export const ja: Strings = {
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
