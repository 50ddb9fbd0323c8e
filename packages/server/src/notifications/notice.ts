/** The mails that the kit sends, one name each; the words are in `notice-texts.ts`. */
export type NoticeName =
  | 'mfa-enabled'
  | 'mfa-disabled'
  | 'totp-added'
  | 'totp-removed'
  | 'passkey-added'
  | 'passkey-revoked'
  | 'passkey-counter-anomaly'
  | 'recovery-code-used'
  | 'recovery-codes-regenerated'
  | 'code-replayed'
  | 'wrong-codes'
  | 'too-many-attempts'
  | 'factor-locked'
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
  | 'member-recovered'
  | 'mfa-reset-by-admin'
  | 'activity-reported';

/** A mail to be sent, as it is put into the outbox with the change that it reports. */
export interface Notice {
  readonly name: NoticeName;
  readonly userId: string;
  /** What the words need, none of it secret. */
  readonly facts: {
    readonly at: number;
    readonly ip?: string;
    readonly remaining?: number;
    /** The recovery that the mail's links are made for, when it goes out. */
    readonly recovery?: string;
    readonly readyAt?: number;
  };
  /** When the person was already told the same within this many milliseconds, this one is left out. */
  readonly quietFor?: number;
}
