import { MfaError } from '../client/mfa-error.js';
import type { CeremonyErrorCode } from './ceremonies.js';

/** The names that WebAuthn gives its failures. `NotAllowedError` covers all that a page is not to know more of. */
const CODES: Readonly<Record<string, CeremonyErrorCode>> = {
  AbortError: 'aborted',
  NotAllowedError: 'cancelled',
  InvalidStateError: 'already-registered',
  NotSupportedError: 'not-supported',
  ConstraintError: 'not-supported',
  SecurityError: 'wrong-origin',
};

/**
 * Tells what a browser's refusal means.
 *
 * @param reason what `navigator.credentials` rejected with.
 * @param isOver whether the time that the server gave has passed: browsers report that like a cancellation.
 */
export function ceremonyError(reason: unknown, isOver: boolean): MfaError {
  const code = CODES[(reason as Error | undefined)?.name ?? ''] ?? 'unknown';
  return new MfaError(code === 'cancelled' && isOver ? 'timed-out' : code);
}
