import { MfaError } from './mfa-error.js';
import { activityOf } from './scripted-activity.js';
import { believableAdministration } from './scripted-administration.js';
import { scriptedQr } from './scripted-qr.js';
import type { Script } from './scripted-client.js';
import type {
  ActiveSession,
  ChallengeView,
  Factors,
  Passkey,
  PendingEnrolment,
  RecoveryView,
  RememberedDevice,
  SessionView,
  Signals,
  TotpFactor,
} from './views.js';

const MOMENT = '2026-03-02T09:30:00Z';
const CHALLENGE = 'c2NyaXB0ZWQtY2hhbGxlbmdlLW9mLTMyLWJ5dGVzLTEyMzQ';

/** A pending sign-in of a person with an authenticator app. */
export const pendingSignIn: SessionView = {
  state: 'challenge',
  csrf: 'pending-token',
  challenge: {
    purpose: 'sign-in',
    methods: ['totp', 'recovery-code'],
    rememberDevice: false,
    expiresAt: '2026-03-02T09:40:00Z',
  },
};

/** Ada, signed in with two factors. */
export const signedIn: SessionView = {
  state: 'signed-in',
  csrf: 'session-token',
  user: { id: 'user-ada', name: 'ada@example.com', displayName: 'Ada Lovelace' },
  aal: 2,
  amr: [
    { method: 'password', at: MOMENT },
    { method: 'totp', at: MOMENT },
  ],
  signedInAt: MOMENT,
  idleExpiresAt: '2026-03-02T10:30:00Z',
  expiresAt: '2026-03-03T09:30:00Z',
  requirement: { level: 'none', reasons: [] },
  mustEnroll: false,
  nudges: [],
};

/** Ada after a recovery code: nothing but enrolment is open to her. */
export const mustEnroll: SessionView = {
  ...signedIn,
  aal: 1,
  amr: [
    { method: 'password', at: MOMENT },
    { method: 'recovery-code', at: MOMENT },
  ],
  mustEnroll: true,
  recoveryCodesRemaining: 9,
};

/** Ada with a password only, whom nothing asks for more. */
export const withPasswordOnly: SessionView = {
  ...signedIn,
  aal: 1,
  amr: [{ method: 'password', at: MOMENT }],
  requirement: { level: 'recommended', reasons: [] },
};

/** The same with twelve days left. */
export const inGrace: SessionView = {
  ...withPasswordOnly,
  requirement: {
    level: 'grace',
    reasons: ['role', 'workspace'],
    deadline: '2026-03-14T12:00:00Z',
    methods: ['passkey', 'totp'],
  },
};

/** The same, too late. */
export const enforced: SessionView = {
  ...withPasswordOnly,
  requirement: {
    level: 'enforced',
    reasons: ['role'],
    deadline: '2026-02-27T12:00:00Z',
    methods: ['passkey', 'totp'],
  },
};

/** Ada with an authenticator app, in a role for which only a passkey counts. */
export const passkeyInGrace: SessionView = {
  ...signedIn,
  requirement: { level: 'grace', reasons: ['role'], deadline: '2026-03-14T12:00:00Z', methods: ['passkey'] },
};

/** Ada back in her account, with nothing left of before. */
export const recovered: SessionView = {
  ...signedIn,
  aal: 1,
  amr: [
    { method: 'password', at: MOMENT },
    { method: 'account-recovery', at: MOMENT },
  ],
  mustEnroll: true,
};

/** An account recovery that was asked for, and not begun. */
export const requestedRecovery: RecoveryView = {
  status: 'requested',
  readyAt: null,
  expiresAt: '2026-03-02T10:30:00Z',
  proofs: ['password'],
};

/** The same, waiting for three days. */
export const waitingRecovery: RecoveryView = {
  ...requestedRecovery,
  status: 'waiting',
  readyAt: '2026-03-05T09:30:00Z',
  expiresAt: '2026-03-06T09:30:00Z',
};

export const signInChallenge: ChallengeView = {
  purpose: 'sign-in',
  methods: ['totp', 'recovery-code'],
  preferred: 'totp',
  rememberDevice: false,
  expiresAt: '2026-03-02T09:40:00Z',
};

export const stepUpChallenge: ChallengeView = {
  purpose: 'step-up',
  methods: ['totp'],
  preferred: 'totp',
  rememberDevice: false,
};

export const authenticatorApp: TotpFactor = {
  id: 'totp-1',
  name: 'Authenticator app',
  createdAt: '2025-11-14T16:20:00Z',
  lastUsedAt: MOMENT,
  locked: false,
};

/** The session that Ada looks from. */
export const thisSession: ActiveSession = {
  id: 'session-1',
  current: true,
  createdAt: MOMENT,
  lastSeenAt: MOMENT,
  ip: '192.0.2.14',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0',
  device: 'Firefox on Linux',
  place: 'London, United Kingdom',
  amr: [
    { method: 'password', at: MOMENT },
    { method: 'totp', at: MOMENT },
  ],
};

/** A session on Ada's phone, which has been in a pocket for a while. */
export const otherSession: ActiveSession = {
  id: 'session-2',
  current: false,
  createdAt: '2026-03-01T18:02:00Z',
  lastSeenAt: '2026-03-02T06:45:00Z',
  ip: '198.51.100.7',
  userAgent:
    'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Mobile Safari/537.36',
  device: 'Chrome on Android',
  amr: [{ method: 'passkey', at: '2026-03-01T18:02:00Z' }],
};

/** The browser that Ada looks from. */
export const thisDevice: RememberedDevice = {
  id: 'device-1',
  current: true,
  label: 'Firefox on Linux',
  createdAt: '2026-02-20T07:15:00Z',
  lastUsedAt: '2026-03-01T07:20:00Z',
  expiresAt: '2026-03-22T07:15:00Z',
};

export const otherDevice: RememberedDevice = {
  id: 'device-2',
  current: false,
  label: 'Chrome on Android',
  createdAt: '2026-02-27T18:00:00Z',
  lastUsedAt: null,
  expiresAt: '2026-03-29T18:00:00Z',
};

/** A passkey that Ada's phone and laptop share. */
export const syncedPasskey: Passkey = {
  id: 'passkey-1',
  name: 'iCloud Keychain',
  provider: 'iCloud Keychain',
  createdAt: '2025-12-03T08:05:00Z',
  lastUsedAt: MOMENT,
  synced: true,
  transports: ['internal', 'hybrid'],
  current: true,
};

/** A security key in Ada's drawer. */
export const securityKey: Passkey = {
  id: 'passkey-2',
  name: 'Blue key',
  provider: 'YubiKey 5 Series',
  createdAt: '2025-06-20T12:00:00Z',
  lastUsedAt: null,
  synced: false,
  transports: ['usb', 'nfc'],
  current: false,
};

/** What the server sends for password managers, with these credentials as the complete list. */
export const signalsFor = (...credentialIds: string[]): Signals => ({
  allAcceptedCredentials: {
    rpId: 'localhost',
    userId: 'dXNlci1hZGE',
    allAcceptedCredentialIds: credentialIds,
  },
  currentUserDetails: {
    rpId: 'localhost',
    userId: 'dXNlci1hZGE',
    name: 'ada@example.com',
    displayName: 'Ada Lovelace',
  },
});

export const noFactors: Factors = {
  totp: [],
  passkeys: [],
  recoveryCodes: { remaining: 0, total: 0, createdAt: null, confirmed: false },
  pending: [],
};

/** An authenticator app that was scanned, and whose code is missing. */
export const pendingApp: PendingEnrolment = {
  id: 'totp-2',
  method: 'totp',
  startedAt: '2026-03-02T09:25:00Z',
  expiresAt: '2026-03-02T09:40:00Z',
};

/** Made up, but of the true form. */
export const tenCodes: readonly string[] = [
  '7K2M-9QXA-4TRV-0HJE',
  'C3WN-P81D-ZB5G-6YSF',
  'M0TQ-2VKX-R7HA-9E4J',
  '5GDZ-WN6P-8C1B-YS3F',
  'J9XA-4T2R-V0KM-7QHE',
  'B6YS-F3WC-N5GP-81DZ',
  'X2VK-H7RA-E9J4-M0TQ',
  'P8WN-1DC6-3FYS-B5GZ',
  'R4TV-0JHE-K27M-QX9A',
  'Z5GB-6SFY-D1P8-C3WN',
];

/** The answers of a server that means well: the person has not signed in yet and has one authenticator app. */
export function believableAnswers(): Script {
  const checked = (code: string, view: SessionView): SessionView | MfaError =>
    code === '000000' ? new MfaError('invalid_code', { status: 401 }) : view;
  return {
    session: { state: 'signed-out' },
    signIn: (_login, password) =>
      orThrow(password === 'wrong' ? new MfaError('invalid_credentials', { status: 401 }) : pendingSignIn),
    signOut: undefined,
    sessions: { sessions: [thisSession, otherSession] },
    endSession: undefined,
    endOtherSessions: undefined,
    devices: { devices: [thisDevice, otherDevice] },
    forgetDevice: undefined,
    forgetAllDevices: undefined,
    challenge: signInChallenge,
    challengePassword: signedIn,
    challengeTotp: (code) => orThrow(checked(code, signedIn)),
    challengeRecoveryCode: (code) => orThrow(checked(code, mustEnroll)),
    requestRecovery: undefined,
    recoveryStatus: requestedRecovery,
    openRecovery: waitingRecovery,
    cancelRecovery: undefined,
    completeRecovery: (_token, password) =>
      orThrow(password === 'wrong' ? new MfaError('invalid_credentials', { status: 401 }) : recovered),
    factors: {
      ...noFactors,
      totp: [authenticatorApp],
      recoveryCodes: { remaining: 8, total: 10, createdAt: '2025-11-14T16:20:00Z', confirmed: true },
    },
    challengePasskeyOptions: { options: { challenge: CHALLENGE, rpId: 'localhost', timeout: 300_000 } },
    challengePasskey: signedIn,
    passkeySignInOptions: {
      options: {
        challenge: CHALLENGE,
        rpId: 'localhost',
        timeout: 300_000,
        userVerification: 'required',
        allowCredentials: [],
      },
    },
    passkeySignIn: signedIn,
    passkeyOptions: ({ kind } = {}) => ({
      options: {
        challenge: CHALLENGE,
        rp: { id: 'localhost', name: 'Acme Notes' },
        user: { id: 'dXNlci1hZGE', name: 'ada@example.com', displayName: 'Ada Lovelace' },
        pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
        timeout: 300_000,
        attestation: 'none',
        excludeCredentials: [],
        authenticatorSelection: {
          residentKey: kind === 'security-key' ? 'preferred' : 'required',
          userVerification: kind === 'security-key' ? 'preferred' : 'required',
        },
      },
    }),
    addPasskey: (response, name) => ({
      passkey: { ...syncedPasskey, id: 'passkey-3', name: name ?? syncedPasskey.name },
      session: signedIn,
      signals: signalsFor('credential-1', response.id),
    }),
    passkeys: { passkeys: [syncedPasskey, securityKey] },
    renamePasskey: (id, name) => ({
      passkey: { ...(id === securityKey.id ? securityKey : syncedPasskey), id, name },
      signals: signalsFor('credential-1', 'credential-2'),
    }),
    removePasskey: { signals: signalsFor('credential-2') },
    removeAllFactors: undefined,
    startTotp: {
      id: 'totp-2',
      secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/Acme%20Notes:ada%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Acme%20Notes&algorithm=SHA1&digits=6&period=30',
      qr: scriptedQr,
      expiresAt: '2026-03-02T09:45:00Z',
    },
    confirmTotp: (_id, code) => {
      orThrow(checked(code, signedIn));
      return { factor: { ...authenticatorApp, id: 'totp-2' }, recoveryCodes: tenCodes, session: signedIn };
    },
    renameTotp: (id, name) => ({ ...authenticatorApp, id, name }),
    removeTotp: undefined,
    recoveryCodes: { remaining: 8, total: 10, createdAt: '2025-11-14T16:20:00Z', confirmed: true },
    regenerateRecoveryCodes: { recoveryCodes: tenCodes },
    confirmRecoveryCodes: undefined,
    activity: activityOf,
    reportActivity: { next: ['end-sessions', 'change-password', 'review-factors'] },
    ...believableAdministration(),
  };
}

function orThrow(outcome: SessionView | MfaError): SessionView {
  if (outcome instanceof MfaError) throw outcome;
  return outcome;
}
