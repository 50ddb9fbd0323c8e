import { accountRecovery } from './fr/account-recovery.js';
import { activeSessions } from './fr/active-sessions.js';
import { activityEvents } from './fr/activity-events.js';
import { activityFeed } from './fr/activity-feed.js';
import { challenge } from './fr/challenge.js';
import { changes } from './fr/changes.js';
import { codeInput } from './fr/code-input.js';
import { codesView } from './fr/codes-view.js';
import { enroll } from './fr/enroll.js';
import { enrollSteps } from './fr/enroll-steps.js';
import { errors } from './fr/errors.js';
import { mfaPolicy } from './fr/mfa-policy.js';
import { passkeyChanges } from './fr/passkey-changes.js';
import { passkeyList } from './fr/passkey-list.js';
import { passkeySignIn } from './fr/passkey-sign-in.js';
import { policyForm } from './fr/policy-form.js';
import { recoveryCodes } from './fr/recovery-codes.js';
import { refusals } from './fr/refusals.js';
import { rememberedDevices } from './fr/remembered-devices.js';
import { requirement } from './fr/requirement.js';
import { mfaMembers } from './fr/mfa-members.js';
import { membersList } from './fr/members-list.js';
import { recoveryCases } from './fr/recovery-cases.js';
import { casesList } from './fr/cases-list.js';
import { mfaAdoption } from './fr/mfa-adoption.js';
import { adoptionFigures } from './fr/adoption-figures.js';
import { securityActivity } from './fr/security-activity.js';
import { shared } from './fr/shared.js';
import { signIn } from './fr/sign-in.js';
import { stepUp } from './fr/step-up.js';
import { totpChanges } from './fr/totp-changes.js';
import { workspaceActivity } from './fr/workspace-activity.js';
import { totpList } from './fr/totp-list.js';
import type { Strings } from './registry.js';

/**
 * French, with "vous".
 *
 * Its words: clé d’accès (passkey), clé de sécurité (security key), application d’authentification, moyen d’authentification
 * (authenticator), code de récupération, validation en deux étapes, deuxième étape, appareil mémorisé, récupération du compte, exigence
 * (requirement), espace de travail, forfait (tier).
 */
export const fr: Strings = {
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
