import { accountRecovery } from './pt/account-recovery.js';
import { activeSessions } from './pt/active-sessions.js';
import { activityEvents } from './pt/activity-events.js';
import { activityFeed } from './pt/activity-feed.js';
import { challenge } from './pt/challenge.js';
import { changes } from './pt/changes.js';
import { codeInput } from './pt/code-input.js';
import { codesView } from './pt/codes-view.js';
import { enroll } from './pt/enroll.js';
import { enrollSteps } from './pt/enroll-steps.js';
import { errors } from './pt/errors.js';
import { mfaPolicy } from './pt/mfa-policy.js';
import { passkeyChanges } from './pt/passkey-changes.js';
import { passkeyList } from './pt/passkey-list.js';
import { passkeySignIn } from './pt/passkey-sign-in.js';
import { policyForm } from './pt/policy-form.js';
import { recoveryCodes } from './pt/recovery-codes.js';
import { refusals } from './pt/refusals.js';
import { rememberedDevices } from './pt/remembered-devices.js';
import { requirement } from './pt/requirement.js';
import { mfaMembers } from './pt/mfa-members.js';
import { membersList } from './pt/members-list.js';
import { recoveryCases } from './pt/recovery-cases.js';
import { casesList } from './pt/cases-list.js';
import { mfaAdoption } from './pt/mfa-adoption.js';
import { adoptionFigures } from './pt/adoption-figures.js';
import { securityActivity } from './pt/security-activity.js';
import { shared } from './pt/shared.js';
import { signIn } from './pt/sign-in.js';
import { stepUp } from './pt/step-up.js';
import { totpChanges } from './pt/totp-changes.js';
import { workspaceActivity } from './pt/workspace-activity.js';
import { totpList } from './pt/totp-list.js';
import type { Strings } from './registry.js';

/**
 * Portuguese, with "você": Brazilian, in words that are read in Portugal as well.
 *
 * Its words: chave de acesso (passkey), chave de segurança (security key), app autenticador, autenticador, código de recuperação,
 * verificação em duas etapas, segunda etapa, dispositivo memorizado, recuperação da conta, requisito, espaço de trabalho, plano (tier).
 */
export const pt: Strings = {
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
