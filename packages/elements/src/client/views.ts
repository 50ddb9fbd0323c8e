/** What a person can prove with, as the server names it. */
export type Method =
  'passkey' | 'totp' | 'recovery-code' | 'password' | 'remembered-device' | 'account-recovery';

/** A proof that was given in this session. */
export interface Proof {
  method: Method;
  /** ISO 8601, UTC. */
  at: string;
}

export interface SessionUser {
  id: string;
  /** What the person signs in with, usually an e-mail address. */
  name: string;
  displayName: string;
}

/** What policy still asks of the person. */
export interface Requirement {
  level: 'none' | 'recommended' | 'grace' | 'enforced';
  reasons: readonly ('role' | 'workspace' | 'tier')[];
  /** ISO 8601, UTC: by when it has, or had, to be met. Only while it is not. */
  deadline?: string;
  /** ISO 8601, UTC: until when the person is not held to the deadline. */
  exemptUntil?: string;
  /** What meets it. Only while it is not met. */
  methods?: readonly ('passkey' | 'totp')[];
}

/** What is only advised. */
export type Nudge =
  'add-second-passkey' | 'few-recovery-codes' | 'recovery-codes-not-saved' | 'set-up-after-incident';

/** The second half of a sign-in, or a step-up, as far as the server tells. */
export interface ChallengeView {
  purpose: 'sign-in' | 'step-up';
  /** In the order in which they should be offered. */
  methods: readonly Method[];
  /** The method to show first; the session view leaves it out, then it is the first of `methods`. */
  preferred?: Method;
  /** Whether "remember this device" may be offered. */
  rememberDevice: boolean;
  /** ISO 8601, UTC; absent inside a session. */
  expiresAt?: string;
}

/** Everything the server tells about the session of this browser. */
export interface SessionView {
  state: 'signed-out' | 'challenge' | 'signed-in';
  /** To be sent as `X-MFA-CSRF` with each call that changes something. Absent when signed out. */
  csrf?: string;
  /** Only when signed in: a pending sign-in names nobody. */
  user?: SessionUser;
  aal?: 1 | 2;
  amr?: readonly Proof[];
  signedInAt?: string;
  idleExpiresAt?: string;
  expiresAt?: string;
  challenge?: ChallengeView;
  requirement?: Requirement;
  /** The session is restricted to setting up a factor. */
  mustEnroll?: boolean;
  recoveryCodesRemaining?: number;
  nudges?: readonly Nudge[];
}

/** One of the person's sessions, in this browser or another. */
export interface ActiveSession {
  id: string;
  /** It is this one. */
  current: boolean;
  createdAt: string;
  lastSeenAt: string;
  ip: string;
  /** What the browser says of itself. It may say anything. */
  userAgent: string;
  /** The same in plain words, such as "Firefox on Windows"; null where that is not known. */
  device: string | null;
  /** Where the address is, if the host looks that up. */
  place?: string;
  amr: readonly Proof[];
}

/** A browser in which the challenge is skipped at sign-in. */
export interface RememberedDevice {
  id: string;
  /** It is this browser. */
  current: boolean;
  /** Such as "Firefox on Windows"; null where that is not known. */
  label: string | null;
  createdAt: string;
  /** Null until it was used for the first time. */
  lastUsedAt: string | null;
  expiresAt: string;
}

/** A confirmed authenticator app. */
export interface TotpFactor {
  id: string;
  name: string;
  createdAt: string;
  /** Null until it was used for the first time. */
  lastUsedAt: string | null;
  /** Too many failures in a row: it has to be set up again. */
  locked: boolean;
}

/** A passkey as lists show it. */
export interface Passkey {
  id: string;
  name: string;
  /** Who keeps it, such as "iCloud Keychain"; null where that is not known. */
  provider: string | null;
  createdAt: string;
  /** Null until it was used for the first time. */
  lastUsedAt: string | null;
  /** It is copied to the person's other devices; otherwise it never leaves the one it was made on. */
  synced: boolean;
  transports: readonly string[];
  /** This session was proven with it. */
  current: boolean;
}

/** Where the person wants a new passkey. Leads the browser's dialog there first; another place may still be chosen in it. */
export type PasskeyKind = 'this-device' | 'phone' | 'security-key';

/** What keeps a password manager in step, in the form that browsers take. The list of accepted credentials is always the complete one. */
export interface Signals {
  allAcceptedCredentials: {
    rpId: string;
    userId: string;
    allAcceptedCredentialIds: readonly string[];
  };
  currentUserDetails: { rpId: string; userId: string; name: string; displayName: string };
}

export interface PasskeyAddition {
  passkey: Passkey;
  /** Only when this was the first factor: the ten codes, shown once. */
  recoveryCodes?: readonly string[];
  session: SessionView;
  signals: Signals;
}

export interface RecoveryCodesStatus {
  remaining: number;
  total: number;
  /** Null when there are none yet. */
  createdAt: string | null;
  /** Whether the person said that they were saved. */
  confirmed: boolean;
}

/** How far an account recovery is, as the bearer of a mailed link is told. */
export interface RecoveryView {
  status: 'requested' | 'waiting' | 'ready' | 'completed' | 'cancelled' | 'expired';
  /** When the wait ends; null until it has begun. */
  readyAt: string | null;
  /** When what is asked of the person now, or next, is asked no more. */
  expiresAt: string;
  /** What the end takes beside a link. */
  proofs: readonly 'password'[];
}

/** An enrolment that was begun and not confirmed. */
export interface PendingEnrolment {
  id: string;
  method: 'totp' | 'passkey';
  startedAt: string;
  expiresAt: string;
}

export interface Factors {
  totp: readonly TotpFactor[];
  passkeys: readonly Passkey[];
  recoveryCodes: RecoveryCodesStatus;
  pending: readonly PendingEnrolment[];
}

/** The one answer that holds the secret of an authenticator app. */
export interface TotpEnrolment {
  id: string;
  /** Base32. */
  secret: string;
  /** The `otpauth://` address that the QR code shows. */
  uri: string;
  /** An SVG path in a `size` × `size` view box. */
  qr: { size: number; path: string };
  expiresAt: string;
}

export interface TotpConfirmation {
  factor: TotpFactor;
  /** Only when this was the first factor: the ten codes, shown once. */
  recoveryCodes?: readonly string[];
  session: SessionView;
}

export interface RecoveryCodes {
  recoveryCodes: readonly string[];
}

/** What of the security activity is asked for; all of it where nothing is said. */
export interface ActivityFilter {
  /** The name of an event, or the beginning of names: `auth.totp` for all that begin with `auth.totp.`. */
  type?: string;
  ip?: string;
  /** ISO 8601; both are included. */
  from?: string;
  to?: string;
  outcome?: ActivityOutcome;
}

export type ActivityOutcome = 'success' | 'failure' | 'blocked';

/** Why an event stands out. */
export type Suspicion =
  'new-device' | 'new-network' | 'counter-anomaly' | 'replay' | 'many-failures' | 'reported';

/** Something that happened to the account. What is not known, or not the person's to know, is null. */
export interface ActivityEvent {
  id: string;
  at: string;
  /** Its name, such as `auth.totp.added`. A newer server may have more of them. */
  event: string;
  outcome: ActivityOutcome;
  reason: string | null;
  method: Method | null;
  /** As it was called then. */
  factor: { id: string; name: string } | null;
  ip: string | null;
  userAgent: string | null;
  /** What the browser is called in plain words, such as "Firefox on Windows". */
  device: string | null;
  place: string | null;
  /** Null for what is as usual. */
  suspicious: readonly Suspicion[] | null;
  /** It happened in this session. */
  current: boolean;
}

export interface ActivityPage {
  /** Newest first. */
  events: readonly ActivityEvent[];
  /** Where to read on; null where that was all. */
  next: string | null;
}

/** What to do after "this wasn't me". */
export type ActivityAdvice = 'end-sessions' | 'change-password' | 'new-recovery-codes' | 'review-factors';
