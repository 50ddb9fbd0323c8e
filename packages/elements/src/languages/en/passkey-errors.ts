import type { Obstacle } from '../../ceremonies/ceremonies.js';
import type { MfaErrorCode } from '../../client/mfa-error.js';

/** How a passkey may fail, wherever one is made or used, and what to do next. */
export const passkeyErrors = {
  cancelled: 'The passkey wasn’t confirmed. You can try again.',
  'timed-out': 'That took too long. You can try again.',
  'already-registered': 'This device or key already has a passkey for your account.',
  already_registered: 'This passkey is already part of an account.',
  'not-supported': 'This browser, device or key doesn’t support passkeys.',
  'wrong-origin': 'Your passkey doesn’t belong to this address. Check the address of the page.',
  insecure: 'Passkeys need a secure address that begins with https.',
  framed: 'Passkeys can’t be used inside another page. Open this page in a tab of its own.',
  unknown: 'The device couldn’t use the passkey. Try again, or choose another way.',
  passkey_rejected: 'This passkey wasn’t accepted. Try again, or choose another way.',
  /** Rejected because it is none of this account's, or no longer. */
  forgotten:
    'This passkey doesn’t work here any more; it was probably removed. Sign in another way, and delete it from your password manager.',
} satisfies Partial<Record<MfaErrorCode | Obstacle | 'forgotten', string>>;

export type PasskeyErrorStrings = typeof passkeyErrors;
