import { html, type TemplateResult } from 'lit';
import type { PasskeyKind } from '../client/views.js';
import { icon } from '../foundation/icons.js';
import type { PasskeyChangesStrings } from '../languages/en/passkey-changes.js';

/** In the order in which they are offered. */
const KINDS: readonly PasskeyKind[] = ['this-device', 'phone', 'security-key'];

const ICONS = { 'this-device': 'computer', phone: 'phone', 'security-key': 'key' } as const;

/**
 * Asks in plain words where a new passkey shall be kept.
 *
 * @param hasPlatform whether this device itself can keep one.
 */
export function kindChoice(
  texts: PasskeyChangesStrings,
  hasPlatform: boolean,
  choose: (kind: PasskeyKind) => void,
): TemplateResult {
  const kinds = KINDS.filter((kind) => hasPlatform || kind !== 'this-device');
  return html`<p>${texts.where}</p>
    ${kinds.map(
      (kind) =>
        html`<button
          type="button"
          part="button method"
          class="kind ${kind}"
          @click=${() => {
            choose(kind);
          }}
        >
          ${icon(ICONS[kind])}<strong>${texts.kind[kind]}</strong
          ><span part="hint">${texts.kindHelp[kind]}</span>
        </button>`,
    )}
    <p part="hint">${hasPlatform ? texts.shared : texts.noPlatform}</p>`;
}
