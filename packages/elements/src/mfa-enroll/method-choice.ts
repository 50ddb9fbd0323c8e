import { html, type TemplateResult } from 'lit';
import { icon } from '../foundation/icons.js';
import type { EnrollStrings } from '../languages/en/enroll.js';

/** What can be set up. */
export type EnrollMethod = 'passkey' | 'totp';

export const ENROLL_METHODS: readonly EnrollMethod[] = ['passkey', 'totp'];

/**
 * One button per method, with what it means below. The first one is what the kit advises.
 *
 * @param methods in the order in which they are offered; there is more than one.
 * @param isBusy while a choice is being carried out.
 */
export function methodChoice(
  texts: EnrollStrings,
  methods: readonly EnrollMethod[],
  isBusy: boolean,
  choose: (method: EnrollMethod) => void,
): TemplateResult {
  return html`<ul class="choice">
    ${methods.map(
      (method, index) =>
        html`<li part="step">
          <button
            type="button"
            part="button ${index ? '' : 'button-primary '}method"
            aria-describedby=${method}
            aria-disabled=${isBusy ? 'true' : 'false'}
            @click=${() => {
              choose(method);
            }}
          >
            ${icon(method === 'totp' ? 'phone' : method)}${texts.use[method]}
          </button>
          <p part="hint" id=${method}>${texts.useHelp[method]}</p>
        </li>`,
    )}
  </ul>`;
}
