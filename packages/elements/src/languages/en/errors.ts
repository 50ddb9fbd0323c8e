import type { MfaErrorCode } from '../../client/mfa-error.js';

/** What happened, and what to do next. Codes that are left out are told as `unexpected`. */
export const errors = {
  unexpected: 'Something went wrong. Please try again.',
  offline: 'The server can’t be reached. Check your connection and try again.',
  unavailable: 'This isn’t available right now and nothing was changed. Please try again in a moment.',
  invalid_credentials: 'That sign-in name and password don’t match. Check both and try again.',
  invalid_code: 'That code isn’t right. Enter the current code and try again.',
  session_required: 'You are signed out. Please sign in again.',
  challenge_expired: 'This sign-in took too long and has expired. Please start again.',
  too_many_attempts: 'Too many tries. Please wait before you try again.',
  factor_locked:
    'This authenticator app is locked after too many wrong codes. Use another way to sign in, then set it up again.',
  step_up_required: 'This needs a fresh proof that it’s you. Please try again and confirm.',
  mfa_required: 'This needs two-step sign-in. Set it up first.',
  enrolment_required: 'Set up a new way to sign in first.',
  last_factor:
    'This is your last way to sign in with a second step, and it is required. Add another one first.',
  factor_limit: 'You have reached the limit. Remove one that you no longer use, then try again.',
  expired: 'This took too long and has expired. Please start again.',
  not_found: 'This no longer exists. Reload the page to see how things stand.',
  forbidden: 'You aren’t allowed to do this.',
  validation_failed: 'Something in this form isn’t right. Check it and try again.',
} satisfies { [Code in MfaErrorCode]?: string };

export type ErrorStrings = typeof errors;
