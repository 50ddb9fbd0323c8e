import type { MfaErrorCode } from '../../client/mfa-error.js';

/** What happened, and what to do next, wherever it happens. Codes without words of their own are told as `unexpected`. */
export const errors = {
  unexpected: 'Something went wrong. Please try again.',
  offline: 'The server can’t be reached. Check your connection and try again.',
  unavailable: 'This isn’t available right now and nothing was changed. Please try again in a moment.',
  session_required: 'You are signed out. Please sign in again.',
  challenge_expired: 'This sign-in took too long and has expired. Please start again.',
  too_many_attempts: 'Too many tries. Please wait before you try again.',
  factor_locked:
    'This authenticator app is locked after too many wrong codes. Use another way to sign in, then set it up again.',
  forbidden: 'You aren’t allowed to do this.',
} satisfies Partial<Record<MfaErrorCode, string>>;

export type ErrorStrings = typeof errors;
