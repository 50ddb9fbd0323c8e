import { html, type TemplateResult } from 'lit';
import type { Passkey, TotpFactor } from '../client/views.js';
import type { EnrollStepsStrings } from '../languages/en/enroll-steps.js';

/**
 * What the person had before a recovery, each with a button that removes it.
 *
 * @param isBusy while one is being removed.
 */
export function oldAuthenticatorList(
  texts: EnrollStepsStrings,
  factors: readonly (TotpFactor | Passkey)[],
  isBusy: boolean,
  remove: (factor: TotpFactor | Passkey) => void,
): TemplateResult {
  return html`<ul class="old">
    ${factors.map(
      (factor) =>
        html`<li part="device">
          <span>${factor.name}</span>
          <button
            type="button"
            part="button"
            aria-label=${`${texts.remove}: ${factor.name}`}
            aria-disabled=${isBusy ? 'true' : 'false'}
            @click=${() => {
              remove(factor);
            }}
          >
            ${texts.remove}
          </button>
        </li>`,
    )}
  </ul>`;
}
