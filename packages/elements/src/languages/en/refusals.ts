import type { MfaErrorCode } from '../../client/mfa-error.js';
import type { Trouble } from '../../foundation/error-text.js';

/** What the server, the browser or the device refused, or the person left out, and what to do next. */
export const refusals = {
  unavailable: 'This isn’t available right now and nothing was changed. Please try again in a moment.',
  session_required: 'You are signed out. Please sign in again.',
  /** A minute before a pending sign-in is over. */
  ending: 'This sign-in expires in a minute. If you need longer, start again.',
  challenge_expired: 'This sign-in took too long and has expired. Please start again.',
  too_many_attempts: 'Too many tries. Please wait before you try again.',
  factor_locked:
    'This authenticator app is locked after too many wrong codes. Use another way to sign in, then set it up again.',
  forbidden: 'You aren’t allowed to do this.',
  step_up_required: 'This needs a fresh proof that it’s you. Please try again and confirm.',
  mfa_required: 'This needs two-step sign-in. Set it up first, then try again.',
  enrolment_required: 'Set up a new way to sign in first.',
  last_factor:
    'This is the last one that counts, and your role, workspace or plan requires one. Add another first, then remove this one.',
  conflict: 'Something else changed at the same time. Please try again.',
  factor_limit: 'You have reached the limit. Remove one that you no longer use, then try again.',
  expired: 'This took too long and has expired. Please start again.',
  not_found: 'This no longer exists. Reload the page to see how things stand.',
  validation_failed: 'Something in this form isn’t right. Check it and try again.',
  insecure: 'Passkeys need a secure address that begins with https.',
  'not-supported': 'This browser, device or key doesn’t support passkeys.',
  framed: 'Passkeys can’t be used inside another page. Open this page in a tab of its own.',
  cancelled: 'The passkey wasn’t confirmed. You can try again.',
  'timed-out': 'That took too long. You can try again.',
  'already-registered': 'This device or key already has a passkey for your account.',
  already_registered: 'This passkey is already part of an account.',
  'wrong-origin': 'Your passkey doesn’t belong to this address. Check the address of the page.',
  unknown: 'The device couldn’t use the passkey. Try again, or choose another way.',
  passkey_rejected: 'This passkey wasn’t accepted. Try again, or choose another way.',
  /** Rejected because it is none of this account's, or no longer. */
  forgotten:
    'This passkey doesn’t work here any more; it was probably removed. Sign in another way, and delete it from your password manager.',
  'missing-totp': 'Enter all six digits.',
  'missing-recovery-code': 'Enter a recovery code.',
  'missing-password': 'Enter your password.',
  'wrong-totp': 'That code isn’t right. Wait for a new one in your app and try again.',
  'wrong-recovery-code': 'That recovery code isn’t right or was used before. Check it or take another.',
  'wrong-password': 'That password isn’t right. Please try again.',
  'missing-login': 'Enter your email address.',
  'wrong-credentials': 'That sign-in name and password don’t match. Check both and try again.',
  /** Above the other methods, once the dialog of the browser was closed twice. */
  'passkey-in-vain': 'Isn’t it working? Confirm another way:',
  /** Signing in, with an app that is locked and nothing else. */
  'locked-out':
    'Your authenticator app is locked after too many wrong codes, and nothing else is set up to confirm with. Get back in as if you had lost your device.',
  'locked-codes':
    'Your recovery codes are locked after too many wrong ones. Use another way to sign in, then make new ones.',
  /** The wait is over. */
  waited: 'You can try again now.',
  /** @param date since when, such as "14 November 2025" */
  blocked: (date: string) =>
    `This needs two-step sign-in and has been blocked since ${date}. Set it up, then try again.`,
  blockedForPasskey: (date: string) =>
    `This needs a passkey and has been blocked since ${date}. Add one, then try again.`,
  /** @param wait such as "2 minutes" */
  waiting: (wait: string) => `Too many tries. You can try again in ${wait}.`,
} satisfies Partial<Record<MfaErrorCode | Trouble | 'forgotten' | 'ending', string>> &
  Record<'waiting' | 'blocked' | 'blockedForPasskey', (when: string) => string>;

export type RefusalStrings = typeof refusals;
