import { html, type TemplateResult } from 'lit';
import type { TotpEnrolment } from '../client/views.js';
import { followLink } from '../foundation/follow-link.js';
import type { EnrollStepsStrings } from '../languages/en/enroll-steps.js';

/**
 * The step in which the app gets to know the secret: scanned, typed, or handed over on the same phone.
 *
 * @param isCopied whether the key was just copied.
 * @param copy puts the key on the clipboard.
 */
export function scanStep(
  texts: EnrollStepsStrings,
  { secret, uri, qr }: TotpEnrolment,
  isCopied: boolean,
  copy: () => void,
): TemplateResult {
  return html`<li part="step">
    <p>${texts.scan}</p>
    <svg part="qr" role="img" aria-label=${texts.qr} viewBox="0 0 ${qr.size} ${qr.size}">
      <path d=${qr.path}></path>
    </svg>
    <p part="hint">${texts.cannotScan}</p>
    <code part="secret" dir="ltr" translate="no">${secret.replace(/.{4}(?=.)/g, '$& ')}</code>
    <div class="tools">
      <button type="button" part="button copy-button" @click=${copy}>
        ${isCopied ? texts.copied : texts.copyKey}
      </button>
      <button
        type="button"
        part="button button-quiet"
        @click=${() => {
          followLink(uri);
        }}
      >
        ${texts.openApp}
      </button>
    </div>
  </li>`;
}
