import type { MfaActivityReportedEvent } from '../events/mfa-activity-reported.js';
import type { MfaChallengePassedEvent } from '../events/mfa-challenge-passed.js';
import type { MfaCodeCompleteEvent } from '../events/mfa-code-complete.js';
import type { MfaDeviceForgottenEvent } from '../events/mfa-device-forgotten.js';
import type { MfaEnrolRequestedEvent } from '../events/mfa-enrol-requested.js';
import type { MfaEnrolledEvent } from '../events/mfa-enrolled.js';
import type { MfaMemberExemptedEvent } from '../events/mfa-member-exempted.js';
import type { MfaMemberResetEvent } from '../events/mfa-member-reset.js';
import type { MfaPasskeyAddedEvent } from '../events/mfa-passkey-added.js';
import type { MfaPasskeyRenamedEvent } from '../events/mfa-passkey-renamed.js';
import type { MfaPasskeyRevokedEvent } from '../events/mfa-passkey-revoked.js';
import type { MfaPolicyChangedEvent } from '../events/mfa-policy-changed.js';
import type { MfaRecoveryCancelledEvent } from '../events/mfa-recovery-cancelled.js';
import type { MfaRecoveryCaseDecidedEvent } from '../events/mfa-recovery-case-decided.js';
import type { MfaRecoveryCaseStartedEvent } from '../events/mfa-recovery-case-started.js';
import type { MfaRecoveryCodesConfirmedEvent } from '../events/mfa-recovery-codes-confirmed.js';
import type { MfaRecoveryCompletedEvent } from '../events/mfa-recovery-completed.js';
import type { MfaRecoveryRequestedEvent } from '../events/mfa-recovery-requested.js';
import type { MfaRestartEvent } from '../events/mfa-restart.js';
import type { MfaSessionEndedEvent } from '../events/mfa-session-ended.js';
import type { MfaSignedInEvent } from '../events/mfa-signed-in.js';
import type { MfaStepUpCancelledEvent } from '../events/mfa-step-up-cancelled.js';
import type { MfaStepUpDoneEvent } from '../events/mfa-step-up-done.js';
import type { MfaTotpAddedEvent } from '../events/mfa-totp-added.js';
import type { MfaTotpRemovedEvent } from '../events/mfa-totp-removed.js';
import type { AccountRecovery } from '../account-recovery/account-recovery.js';
import type { ActiveSessions } from '../active-sessions/active-sessions.js';
import type { MfaAdoption } from '../mfa-adoption/mfa-adoption.js';
import type { MfaChallenge } from '../mfa-challenge/mfa-challenge.js';
import type { MfaCodeInput } from '../mfa-code-input/mfa-code-input.js';
import type { MfaEnroll } from '../mfa-enroll/mfa-enroll.js';
import type { MfaMembers } from '../mfa-members/mfa-members.js';
import type { MfaPolicy } from '../mfa-policy/mfa-policy.js';
import type { MfaProvider } from '../mfa-provider/mfa-provider.js';
import type { MfaRequirement } from '../mfa-requirement/mfa-requirement.js';
import type { MfaSettings } from '../mfa-settings/mfa-settings.js';
import type { MfaSignIn } from '../mfa-sign-in/mfa-sign-in.js';
import type { MfaStepUp } from '../mfa-step-up/mfa-step-up.js';
import type { PasskeyList } from '../passkey-list/passkey-list.js';
import type { PasskeySignIn } from '../passkey-sign-in/passkey-sign-in.js';
import type { RecoveryCases } from '../recovery-cases/recovery-cases.js';
import type { RecoveryCodes } from '../recovery-codes/recovery-codes.js';
import type { RememberedDevices } from '../remembered-devices/remembered-devices.js';
import type { SecurityActivity } from '../security-activity/security-activity.js';
import type { TotpList } from '../totp-list/totp-list.js';

/** What can be bound on each tag. Made from the manifest by `npm run bindings`. */
export interface MfaElements {
  /** Getting back in when every factor and every recovery code is gone: asks for an email, waits, cancels, finishes, and sets up a factor again. */
  'account-recovery': {
    element: AccountRecovery;
    properties: 'baseUrl' | 'client' | 'description' | 'heading';
    attributes: { 'base-url': 'baseUrl'; description: 'description'; heading: 'heading' };
    events:
      | 'mfa-enrolled'
      | 'mfa-recovery-cancelled'
      | 'mfa-recovery-codes-confirmed'
      | 'mfa-recovery-completed'
      | 'mfa-recovery-requested';
  };
  /** Where a person is signed in: end one session, or all others. */
  'active-sessions': {
    element: ActiveSessions;
    properties: 'baseUrl' | 'client' | 'description' | 'heading';
    attributes: { 'base-url': 'baseUrl'; description: 'description'; heading: 'heading' };
    events: 'mfa-session-ended';
  };
  /** How many people have a second step, what they sign in with, and how that went: as figures, as a chart and as a table. */
  'mfa-adoption': {
    element: MfaAdoption;
    properties: 'baseUrl' | 'client' | 'description' | 'heading';
    attributes: { 'base-url': 'baseUrl'; description: 'description'; heading: 'heading' };
    events: never;
  };
  /** The second half of a sign-in, and the proof of a step-up: the best method first, the others one click away. */
  'mfa-challenge': {
    element: MfaChallenge;
    properties: 'baseUrl' | 'client' | 'description' | 'heading' | 'immediate';
    attributes: {
      'base-url': 'baseUrl';
      description: 'description';
      heading: 'heading';
      immediate: 'immediate';
    };
    events: 'mfa-challenge-passed' | 'mfa-restart';
  };
  /** A one-time code: one real text field in the page's own DOM, drawn as boxes. */
  'mfa-code-input': {
    element: MfaCodeInput;
    properties: 'baseUrl' | 'client' | 'error' | 'form' | 'invalid' | 'label' | 'length' | 'name' | 'value';
    attributes: {
      'base-url': 'baseUrl';
      error: 'error';
      form: 'form';
      invalid: 'invalid';
      label: 'label';
      length: 'length';
      name: 'name';
    };
    events: 'mfa-code-complete';
  };
  /** Sets up a passkey or an authenticator app, up to the saved recovery codes. */
  'mfa-enroll': {
    element: MfaEnroll;
    properties: 'baseUrl' | 'client' | 'description' | 'heading' | 'methods';
    attributes: { 'base-url': 'baseUrl'; description: 'description'; heading: 'heading'; methods: 'methods' };
    events: 'mfa-enrolled' | 'mfa-recovery-codes-confirmed';
  };
  /** The members of a workspace: who has set up what, and help for those who need it. */
  'mfa-members': {
    element: MfaMembers;
    properties: 'baseUrl' | 'client' | 'description' | 'heading';
    attributes: { 'base-url': 'baseUrl'; description: 'description'; heading: 'heading' };
    events: 'mfa-member-exempted' | 'mfa-member-reset';
  };
  /** What a workspace asks of its people: who has to have multi-factor authentication and by when, with what follows from each change. */
  'mfa-policy': {
    element: MfaPolicy;
    properties: 'baseUrl' | 'client' | 'description' | 'heading';
    attributes: { 'base-url': 'baseUrl'; description: 'description'; heading: 'heading' };
    events: 'mfa-policy-changed';
  };
  /** Gives one client and its session to all elements inside. */
  'mfa-provider': {
    element: MfaProvider;
    properties: 'baseUrl' | 'client';
    attributes: { 'base-url': 'baseUrl' };
    events:
      | 'mfa-activity-reported'
      | 'mfa-challenge-passed'
      | 'mfa-code-complete'
      | 'mfa-device-forgotten'
      | 'mfa-enrol-requested'
      | 'mfa-enrolled'
      | 'mfa-member-exempted'
      | 'mfa-member-reset'
      | 'mfa-passkey-added'
      | 'mfa-passkey-renamed'
      | 'mfa-passkey-revoked'
      | 'mfa-policy-changed'
      | 'mfa-recovery-cancelled'
      | 'mfa-recovery-case-decided'
      | 'mfa-recovery-case-started'
      | 'mfa-recovery-codes-confirmed'
      | 'mfa-recovery-completed'
      | 'mfa-recovery-requested'
      | 'mfa-restart'
      | 'mfa-session-ended'
      | 'mfa-signed-in'
      | 'mfa-step-up-cancelled'
      | 'mfa-step-up-done'
      | 'mfa-totp-added'
      | 'mfa-totp-removed';
  };
  /** A banner that says what a person is asked to set up, why and until when, or what is blocked; and leads there. */
  'mfa-requirement': {
    element: MfaRequirement;
    properties: 'baseUrl' | 'client' | 'description' | 'enrolUrl' | 'heading';
    attributes: {
      'base-url': 'baseUrl';
      description: 'description';
      'enrol-url': 'enrolUrl';
      heading: 'heading';
    };
    events: 'mfa-enrol-requested';
  };
  /** A person's whole security page: factors, recovery codes, remembered devices, sessions and what happened. */
  'mfa-settings': {
    element: MfaSettings;
    properties: 'baseUrl' | 'client';
    attributes: { 'base-url': 'baseUrl' };
    events:
      | 'mfa-activity-reported'
      | 'mfa-device-forgotten'
      | 'mfa-enrol-requested'
      | 'mfa-enrolled'
      | 'mfa-passkey-added'
      | 'mfa-passkey-renamed'
      | 'mfa-passkey-revoked'
      | 'mfa-recovery-codes-confirmed'
      | 'mfa-session-ended'
      | 'mfa-totp-added'
      | 'mfa-totp-removed';
  };
  /** Signs a person in: login and password, then the challenge, then enrolment where it is required, all in one place. */
  'mfa-sign-in': {
    element: MfaSignIn;
    properties: 'baseUrl' | 'client' | 'description' | 'heading';
    attributes: { 'base-url': 'baseUrl'; description: 'description'; heading: 'heading' };
    events:
      | 'mfa-challenge-passed'
      | 'mfa-enrolled'
      | 'mfa-recovery-codes-confirmed'
      | 'mfa-restart'
      | 'mfa-signed-in';
  };
  /** The dialog in which a person proves again before something dangerous. */
  'mfa-step-up': {
    element: MfaStepUp;
    properties: 'baseUrl' | 'client' | 'description' | 'heading';
    attributes: { 'base-url': 'baseUrl'; description: 'description'; heading: 'heading' };
    events: 'mfa-challenge-passed' | 'mfa-restart' | 'mfa-step-up-cancelled' | 'mfa-step-up-done';
  };
  /** A person's passkeys: add, rename, revoke. */
  'passkey-list': {
    element: PasskeyList;
    properties: 'baseUrl' | 'client' | 'description' | 'heading';
    attributes: { 'base-url': 'baseUrl'; description: 'description'; heading: 'heading' };
    events:
      | 'mfa-enrolled'
      | 'mfa-passkey-added'
      | 'mfa-passkey-renamed'
      | 'mfa-passkey-revoked'
      | 'mfa-recovery-codes-confirmed';
  };
  /** One click signs in with a passkey: nothing to type, and both factors at once. */
  'passkey-sign-in': {
    element: PasskeySignIn;
    properties: 'baseUrl' | 'client' | 'quiet';
    attributes: { 'base-url': 'baseUrl'; quiet: 'quiet' };
    events: 'mfa-signed-in';
  };
  /** Support's cases of people who lost every way in: one starts, another decides. */
  'recovery-cases': {
    element: RecoveryCases;
    properties: 'baseUrl' | 'client' | 'description' | 'heading' | 'userId';
    attributes: {
      'base-url': 'baseUrl';
      description: 'description';
      heading: 'heading';
      'user-id': 'userId';
    };
    events: 'mfa-recovery-case-decided' | 'mfa-recovery-case-started';
  };
  /** How many recovery codes are left, new ones, and the one view in which codes are shown. */
  'recovery-codes': {
    element: RecoveryCodes;
    properties: 'baseUrl' | 'client' | 'description' | 'heading';
    attributes: { 'base-url': 'baseUrl'; description: 'description'; heading: 'heading' };
    events: 'mfa-recovery-codes-confirmed';
  };
  /** The browsers in which the challenge is skipped at sign-in: forget one, or all. */
  'remembered-devices': {
    element: RememberedDevices;
    properties: 'baseUrl' | 'client' | 'description' | 'heading';
    attributes: { 'base-url': 'baseUrl'; description: 'description'; heading: 'heading' };
    events: 'mfa-device-forgotten';
  };
  /** What happened to a person's account, and "this wasn't me"; or to the accounts of a workspace. */
  'security-activity': {
    element: SecurityActivity;
    properties: 'baseUrl' | 'client' | 'description' | 'heading' | 'workspace';
    attributes: {
      'base-url': 'baseUrl';
      description: 'description';
      heading: 'heading';
      workspace: 'workspace';
    };
    events: 'mfa-activity-reported';
  };
  /** A person's authenticator apps: add, rename, replace, remove. */
  'totp-list': {
    element: TotpList;
    properties: 'baseUrl' | 'client' | 'description' | 'heading';
    attributes: { 'base-url': 'baseUrl'; description: 'description'; heading: 'heading' };
    events: 'mfa-enrolled' | 'mfa-recovery-codes-confirmed' | 'mfa-totp-added' | 'mfa-totp-removed';
  };
}

/** What listeners are handed. */
export interface MfaEvents {
  'mfa-activity-reported': MfaActivityReportedEvent;
  'mfa-challenge-passed': MfaChallengePassedEvent;
  'mfa-code-complete': MfaCodeCompleteEvent;
  'mfa-device-forgotten': MfaDeviceForgottenEvent;
  'mfa-enrol-requested': MfaEnrolRequestedEvent;
  'mfa-enrolled': MfaEnrolledEvent;
  'mfa-member-exempted': MfaMemberExemptedEvent;
  'mfa-member-reset': MfaMemberResetEvent;
  'mfa-passkey-added': MfaPasskeyAddedEvent;
  'mfa-passkey-renamed': MfaPasskeyRenamedEvent;
  'mfa-passkey-revoked': MfaPasskeyRevokedEvent;
  'mfa-policy-changed': MfaPolicyChangedEvent;
  'mfa-recovery-cancelled': MfaRecoveryCancelledEvent;
  'mfa-recovery-case-decided': MfaRecoveryCaseDecidedEvent;
  'mfa-recovery-case-started': MfaRecoveryCaseStartedEvent;
  'mfa-recovery-codes-confirmed': MfaRecoveryCodesConfirmedEvent;
  'mfa-recovery-completed': MfaRecoveryCompletedEvent;
  'mfa-recovery-requested': MfaRecoveryRequestedEvent;
  'mfa-restart': MfaRestartEvent;
  'mfa-session-ended': MfaSessionEndedEvent;
  'mfa-signed-in': MfaSignedInEvent;
  'mfa-step-up-cancelled': MfaStepUpCancelledEvent;
  'mfa-step-up-done': MfaStepUpDoneEvent;
  'mfa-totp-added': MfaTotpAddedEvent;
  'mfa-totp-removed': MfaTotpRemovedEvent;
}
