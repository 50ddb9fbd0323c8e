import { html, type TemplateResult } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import { refusals } from '../languages/en/refusals.js';
import { formatDate, formatWait } from '../languages/format.js';
import type { Countdown } from './countdown.js';
import type { MfaElement } from './mfa-element.js';

/** The words for what was refused, in the language of an element. No text for a code of a newer server, which has no words here. */
export function refusalText(element: MfaElement, error: MfaError): unknown {
  const texts = element.strings('refusals', refusals);
  if (error.unknownCredential) return texts.forgotten;
  const { level, deadline, methods } = error.requirement ?? {};
  // In grace only what asks for a second step in any case is refused.
  if (level === 'enforced' && deadline && error.code === 'mfa_required') {
    const isForPasskey = methods?.includes('totp') === false;
    return texts[isForPasskey ? 'blockedForPasskey' : 'blocked'](formatDate(element.language, deadline));
  }
  if (error.retryAfter && error.code === 'too_many_attempts')
    return texts.waiting(formatWait(element.language, error.retryAfter));
  return (texts as Readonly<Record<string, unknown>>)[error.code];
}

/** How long there is to wait. Ticks for the eye; what is spoken changes with each full minute only. */
export function waitingText(element: MfaElement, { remaining, spoken }: Countdown): TemplateResult {
  const { waiting } = element.strings('refusals', refusals);
  return html`<span aria-hidden="true">${waiting(formatWait(element.language, remaining))}</span
    ><span class="spoken">${waiting(formatWait(element.language, spoken))}</span>`;
}
