import type { MfaErrorCode } from '../../client/mfa-error.js';

/** What can always be told, also when nothing more can be fetched. */
export const errors = {
  unexpected: 'Something went wrong. Please try again.',
  offline: 'The server can’t be reached. Check your connection and try again.',
} satisfies Partial<Record<MfaErrorCode, string>>;

export type ErrorStrings = typeof errors;
