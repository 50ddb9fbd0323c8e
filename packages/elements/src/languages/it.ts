import { accountRecovery } from './it/account-recovery.js';
import { activeSessions } from './it/active-sessions.js';
import { activityEvents } from './it/activity-events.js';
import { activityFeed } from './it/activity-feed.js';
import { challenge } from './it/challenge.js';
import { changes } from './it/changes.js';
import { codeInput } from './it/code-input.js';
import { codesView } from './it/codes-view.js';
import { enroll } from './it/enroll.js';
import { enrollSteps } from './it/enroll-steps.js';
import { errors } from './it/errors.js';
import { mfaPolicy } from './it/mfa-policy.js';
import { passkeyChanges } from './it/passkey-changes.js';
import { passkeyList } from './it/passkey-list.js';
import { passkeySignIn } from './it/passkey-sign-in.js';
import { policyForm } from './it/policy-form.js';
import { recoveryCodes } from './it/recovery-codes.js';
import { refusals } from './it/refusals.js';
import { rememberedDevices } from './it/remembered-devices.js';
import { requirement } from './it/requirement.js';
import { mfaMembers } from './it/mfa-members.js';
import { membersList } from './it/members-list.js';
import { recoveryCases } from './it/recovery-cases.js';
import { casesList } from './it/cases-list.js';
import { mfaAdoption } from './it/mfa-adoption.js';
import { adoptionFigures } from './it/adoption-figures.js';
import { securityActivity } from './it/security-activity.js';
import { shared } from './it/shared.js';
import { signIn } from './it/sign-in.js';
import { stepUp } from './it/step-up.js';
import { totpChanges } from './it/totp-changes.js';
import { workspaceActivity } from './it/workspace-activity.js';
import { totpList } from './it/totp-list.js';
import type { Strings } from './registry.js';

/**
 * Italian, with "Lei"; instructions stand in the infinitive and buttons in the imperative, as is usual.
 *
 * Its words: passkey, chiave di sicurezza (security key), app di autenticazione, metodo di autenticazione (authenticator), codice di
 * recupero, verifica in due passaggi, secondo passaggio, dispositivo memorizzato, recupero dell’account, requisito, area di lavoro
 * (workspace), piano (tier).
 */
export const it: Strings = {
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
