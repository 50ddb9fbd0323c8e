import type { MfaErrorCode } from '../../client/mfa-error.js';

/** What happened, and what to do next, where somebody changes factors. */
export const factorErrors = {
  step_up_required: 'This needs a fresh proof that it’s you. Please try again and confirm.',
  mfa_required: 'This needs two-step sign-in. Set it up first.',
  enrolment_required: 'Set up a new way to sign in first.',
  last_factor:
    'This is your last way to sign in with a second step, and it is required. Add another one first.',
  conflict: 'Something else changed at the same time. Please try again.',
  factor_limit: 'You have reached the limit. Remove one that you no longer use, then try again.',
  expired: 'This took too long and has expired. Please start again.',
  not_found: 'This no longer exists. Reload the page to see how things stand.',
  validation_failed: 'Something in this form isn’t right. Check it and try again.',
} satisfies Partial<Record<MfaErrorCode, string>>;

export type FactorErrorStrings = typeof factorErrors;
