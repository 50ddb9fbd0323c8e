import { accountRecovery } from './nl/account-recovery.js';
import { activeSessions } from './nl/active-sessions.js';
import { activityEvents } from './nl/activity-events.js';
import { activityFeed } from './nl/activity-feed.js';
import { challenge } from './nl/challenge.js';
import { changes } from './nl/changes.js';
import { codeInput } from './nl/code-input.js';
import { codesView } from './nl/codes-view.js';
import { enroll } from './nl/enroll.js';
import { enrollSteps } from './nl/enroll-steps.js';
import { errors } from './nl/errors.js';
import { mfaPolicy } from './nl/mfa-policy.js';
import { passkeyChanges } from './nl/passkey-changes.js';
import { passkeyList } from './nl/passkey-list.js';
import { passkeySignIn } from './nl/passkey-sign-in.js';
import { policyForm } from './nl/policy-form.js';
import { recoveryCodes } from './nl/recovery-codes.js';
import { refusals } from './nl/refusals.js';
import { rememberedDevices } from './nl/remembered-devices.js';
import { requirement } from './nl/requirement.js';
import { mfaMembers } from './nl/mfa-members.js';
import { membersList } from './nl/members-list.js';
import { recoveryCases } from './nl/recovery-cases.js';
import { casesList } from './nl/cases-list.js';
import { mfaAdoption } from './nl/mfa-adoption.js';
import { adoptionFigures } from './nl/adoption-figures.js';
import { securityActivity } from './nl/security-activity.js';
import { shared } from './nl/shared.js';
import { signIn } from './nl/sign-in.js';
import { stepUp } from './nl/step-up.js';
import { totpChanges } from './nl/totp-changes.js';
import { workspaceActivity } from './nl/workspace-activity.js';
import { totpList } from './nl/totp-list.js';
import type { Strings } from './registry.js';

/**
 * Dutch, with "u".
 *
 * Its words: passkey, beveiligingssleutel (security key), authenticator-app, authenticator, herstelcode, tweestapsverificatie, tweede
 * stap, onthouden apparaat, accountherstel, vereiste, werkruimte (workspace), abonnement (tier).
 */
export const nl: Strings = {
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
