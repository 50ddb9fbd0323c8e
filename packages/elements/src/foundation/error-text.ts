import type { MfaError } from '../client/mfa-error.js';
import { errors } from '../languages/en/errors.js';
import { shared } from '../languages/en/shared.js';
import { formatWait } from '../languages/format.js';
import type { MfaElement } from './mfa-element.js';

/**
 * What happened and what to do next, in the language of an element; empty without an error.
 *
 * @param more texts for further codes, such as `element.strings('factorErrors', factorErrors)`; they go before the general ones.
 */
export function errorText(
  element: MfaElement,
  error: MfaError | undefined,
  more: Readonly<Record<string, string>> = {},
): string {
  if (!error) return '';
  if (error.retryAfter && error.code === 'too_many_attempts') {
    const { language } = element;
    return element.strings('shared', shared).waiting(formatWait(language, error.retryAfter));
  }
  const texts: Readonly<Record<string, string>> = { ...element.strings('errors', errors), ...more };
  // A newer server may know codes that this version has no words for.
  return texts[error.code] ?? texts['unexpected'] ?? '';
}
