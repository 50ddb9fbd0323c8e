import { accountRecovery } from './pl/account-recovery.js';
import { activeSessions } from './pl/active-sessions.js';
import { activityEvents } from './pl/activity-events.js';
import { activityFeed } from './pl/activity-feed.js';
import { challenge } from './pl/challenge.js';
import { changes } from './pl/changes.js';
import { codeInput } from './pl/code-input.js';
import { codesView } from './pl/codes-view.js';
import { enroll } from './pl/enroll.js';
import { enrollSteps } from './pl/enroll-steps.js';
import { errors } from './pl/errors.js';
import { mfaPolicy } from './pl/mfa-policy.js';
import { passkeyChanges } from './pl/passkey-changes.js';
import { passkeyList } from './pl/passkey-list.js';
import { passkeySignIn } from './pl/passkey-sign-in.js';
import { policyForm } from './pl/policy-form.js';
import { recoveryCodes } from './pl/recovery-codes.js';
import { refusals } from './pl/refusals.js';
import { rememberedDevices } from './pl/remembered-devices.js';
import { requirement } from './pl/requirement.js';
import { mfaMembers } from './pl/mfa-members.js';
import { membersList } from './pl/members-list.js';
import { recoveryCases } from './pl/recovery-cases.js';
import { casesList } from './pl/cases-list.js';
import { mfaAdoption } from './pl/mfa-adoption.js';
import { adoptionFigures } from './pl/adoption-figures.js';
import { securityActivity } from './pl/security-activity.js';
import { shared } from './pl/shared.js';
import { signIn } from './pl/sign-in.js';
import { stepUp } from './pl/step-up.js';
import { totpChanges } from './pl/totp-changes.js';
import { workspaceActivity } from './pl/workspace-activity.js';
import { totpList } from './pl/totp-list.js';
import type { Strings } from './registry.js';

/** Polish, addressing people directly, as banks and platforms do, and without saying which gender they are. */
export const pl: Strings = {
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
