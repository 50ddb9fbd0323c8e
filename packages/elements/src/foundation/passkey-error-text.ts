import type { Obstacle } from '../ceremonies/ceremonies.js';
import type { MfaError } from '../client/mfa-error.js';
import { passkeyErrors } from '../languages/en/passkey-errors.js';
import { errorText } from './error-text.js';
import type { MfaElement } from './mfa-element.js';

/**
 * What happened to a passkey, or to the call around it, and what to do next; empty without an error.
 *
 * @param more texts for further codes, as for `errorText()`.
 */
export function passkeyErrorText(
  element: MfaElement,
  error: MfaError | undefined,
  more?: Readonly<Record<string, string>>,
): string {
  // The page itself began something else; there is nothing to tell.
  if (error?.code === 'aborted') return '';
  const texts = element.strings('passkeyErrors', passkeyErrors);
  return error?.unknownCredential ? texts.forgotten : errorText(element, error, { ...texts, ...more });
}

/** Why no passkey can be made or used on this page; empty where one can. */
export function obstacleText(element: MfaElement, obstacle: Obstacle | undefined): string {
  return obstacle ? element.strings('passkeyErrors', passkeyErrors)[obstacle] : '';
}
