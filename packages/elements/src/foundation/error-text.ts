import type { MfaError } from '../client/mfa-error.js';
import { errors as english } from '../languages/en/errors.js';
import type { MfaElement } from './mfa-element.js';

/** What happened and what to do next, in the language of an element; empty without an error. */
export function errorText(element: MfaElement, error: MfaError | undefined): string {
  if (!error) return '';
  const texts: Readonly<Record<string, string>> = element.strings('errors', english);
  // A newer server may know codes that this version has no words for.
  return texts[error.code] ?? texts['unexpected'] ?? '';
}
