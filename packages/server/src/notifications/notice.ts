/** Mails about changes to what a person signs in with. */
export type ChangeNotice =
  | 'mfa-enabled'
  | 'mfa-disabled'
  | 'totp-added'
  | 'totp-removed'
  | 'passkey-added'
  | 'passkey-revoked'
  | 'recovery-code-used'
  | 'recovery-codes-regenerated'
  | 'mfa-reset-by-admin';

/** Mails about what may be an attack. */
export type WarningNotice =
  | 'new-sign-in'
  | 'passkey-counter-anomaly'
  | 'code-replayed'
  | 'wrong-codes'
  | 'too-many-attempts'
  | 'factor-locked'
  | 'recovery-codes-locked'
  | 'activity-reported';

/** Mails about a way back into an account that lost every factor and every code. */
export type RecoveryNotice =
  | 'recovery-requested'
  | 'recovery-opened'
  | 'recovery-reminder'
  | 'recovery-ready'
  | 'recovery-cancelled'
  | 'recovery-expired'
  | 'recovery-completed'
  | 'recovery-case-started'
  | 'recovery-case-approved'
  | 'recovery-case-rejected'
  | 'member-recovered';

/** Mails about what policy asks of people. */
export type EnforcementNotice =
  'mfa-asked' | 'mfa-reminder' | 'mfa-blocked' | 'mfa-exempted' | 'policy-changed';

/** The mails that the kit sends, one name each; their words are in `languages/`. */
export type NoticeName = ChangeNotice | WarningNotice | RecoveryNotice | EnforcementNotice;

/** A browser and a system, by names that everybody knows. */
export interface Device {
  readonly browser?: string;
  readonly system?: string;
}

/** What the words of a mail need, none of it secret. */
export interface NoticeFacts {
  readonly at: number;
  /** From where the person, or whoever was taken for them, did it. */
  readonly ip?: string;
  readonly device?: Device;
  readonly remaining?: number;
  /** The recovery that the mail's links are made for, when it goes out. */
  readonly recovery?: string;
  readonly readyAt?: number;
  /** By when policy asks for something, and whether that is a passkey. */
  readonly deadline?: number;
  readonly passkey?: boolean;
  /** Until when somebody is exempt from it. */
  readonly until?: number;
}

/** A mail to be sent, as it is put into the outbox with the change that it reports. */
export interface Notice {
  readonly name: NoticeName;
  readonly userId: string;
  readonly facts: NoticeFacts;
  /** When the person was already told the same within this many milliseconds, this one is left out. */
  readonly quietFor?: number;
  /** Only when the person, who signed in before, never did from this device, or never from this network. */
  readonly onlyFromNew?: 'device' | 'device-or-network';
}
