import { html, nothing } from 'lit';
import { shared } from '../languages/en/shared.js';
import type { MfaElement } from './mfa-element.js';

/** That the server takes long. @param isShown else nothing. */
export function loading(element: MfaElement, isShown: boolean): unknown {
  return isShown
    ? html`<p part="loading" role="status">${element.strings('shared', shared).loading}</p>`
    : nothing;
}
