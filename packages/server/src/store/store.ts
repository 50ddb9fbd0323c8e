import type { AccountRecoveryStore } from '../account-recovery/account-recovery.store.ts';
import type { ActivityFeedStore, ActivityStore } from '../activity/activity.store.ts';
import type { AdministrationStore } from '../administration/administration.store.ts';
import type { MemberStore } from '../administration/members.store.ts';
import type { AdoptionStore } from '../adoption/adoption.store.ts';
import type { OperationsStore } from '../adoption/operations.store.ts';
import type { DoctorStore } from '../doctor/doctor.store.ts';
import type { FactorStore } from '../factors/factors.store.ts';
import type { JobStore } from '../jobs/jobs.store.ts';
import type { OutboxStore } from '../notifications/outbox.store.ts';
import type { WebhookStore } from '../notifications/webhooks/webhooks.store.ts';
import type { PasskeyStore } from '../passkeys/passkeys.store.ts';
import type { DeviceStore } from '../remembered-devices/remembered-devices.store.ts';
import type { PolicyStore } from '../policy/policy.store.ts';
import type { RecoveryCodeStore } from '../recovery-codes/recovery-codes.store.ts';
import type { RestoreStore } from '../restore/restore.store.ts';
import type { KeyStore } from '../keys/keys.store.ts';
import type { SessionStore } from '../sessions/sessions.store.ts';
import type { SignInStore } from '../sign-in/sign-in.store.ts';
import type { StepUpStore } from '../step-up/step-up.store.ts';
import type { ThrottlingStore } from '../throttling/throttling.store.ts';
import type { TotpStore } from '../totp/totp.store.ts';

/** The care of the database itself. */
export interface Housekeeping {
  /** Applies what is missing, in order, one process at a time. @returns the names of what was applied. */
  migrate(now: number): Promise<readonly string[]>;
  /** The database's own clock, in milliseconds since 1970, where several processes share the database (rule S9). */
  readonly time?: () => Promise<number>;
  /** Whether every migration of this version was applied. Rejects when the database does not answer. */
  isUpToDate(): Promise<boolean>;
  /** Deletes what has ended. @returns how many rows. */
  sweep(now: number): Promise<number>;
  close(): Promise<void>;
}

/**
 * The store port. It speaks the domain: each call is one short transaction with a verdict, and no call leaves a decision half made.
 * Hashing, ciphers and mail happen outside of it.
 */
export interface Store
  extends
    SignInStore,
    SessionStore,
    DeviceStore,
    StepUpStore,
    FactorStore,
    PasskeyStore,
    TotpStore,
    RecoveryCodeStore,
    AccountRecoveryStore,
    AdministrationStore,
    PolicyStore,
    MemberStore,
    AdoptionStore,
    OperationsStore,
    ThrottlingStore,
    ActivityStore,
    ActivityFeedStore,
    OutboxStore,
    WebhookStore,
    JobStore,
    KeyStore,
    RestoreStore,
    DoctorStore,
    Housekeeping {}
