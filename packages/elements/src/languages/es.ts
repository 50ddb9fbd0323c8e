import { accountRecovery } from './es/account-recovery.js';
import { activeSessions } from './es/active-sessions.js';
import { activityEvents } from './es/activity-events.js';
import { activityFeed } from './es/activity-feed.js';
import { challenge } from './es/challenge.js';
import { changes } from './es/changes.js';
import { codeInput } from './es/code-input.js';
import { codesView } from './es/codes-view.js';
import { enroll } from './es/enroll.js';
import { enrollSteps } from './es/enroll-steps.js';
import { errors } from './es/errors.js';
import { mfaPolicy } from './es/mfa-policy.js';
import { passkeyChanges } from './es/passkey-changes.js';
import { passkeyList } from './es/passkey-list.js';
import { passkeySignIn } from './es/passkey-sign-in.js';
import { policyForm } from './es/policy-form.js';
import { recoveryCodes } from './es/recovery-codes.js';
import { refusals } from './es/refusals.js';
import { rememberedDevices } from './es/remembered-devices.js';
import { requirement } from './es/requirement.js';
import { mfaMembers } from './es/mfa-members.js';
import { membersList } from './es/members-list.js';
import { recoveryCases } from './es/recovery-cases.js';
import { casesList } from './es/cases-list.js';
import { mfaAdoption } from './es/mfa-adoption.js';
import { adoptionFigures } from './es/adoption-figures.js';
import { securityActivity } from './es/security-activity.js';
import { shared } from './es/shared.js';
import { signIn } from './es/sign-in.js';
import { stepUp } from './es/step-up.js';
import { totpChanges } from './es/totp-changes.js';
import { workspaceActivity } from './es/workspace-activity.js';
import { totpList } from './es/totp-list.js';
import type { Strings } from './registry.js';

/**
 * Spanish, with "usted", in words for Spain and the Americas alike.
 *
 * Its words: llave de acceso (passkey), llave de seguridad (security key), aplicación de autenticación, autenticador, código de
 * recuperación, verificación en dos pasos, segundo paso, dispositivo recordado, recuperación de la cuenta, requisito, espacio de
 * trabajo, plan (tier).
 */
export const es: Strings = {
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
