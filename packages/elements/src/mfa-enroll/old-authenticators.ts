import { html, type TemplateResult } from 'lit';
import { passkeys } from '../ceremonies/passkeys.js';
import type { CallOptions, MfaClient } from '../client/mfa-client.js';
import { MfaError } from '../client/mfa-error.js';
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

/** Removes one of them. That it is gone already is what was wanted. */
export async function removeOld(
  mfa: MfaClient,
  old: TotpFactor | Passkey,
  options: CallOptions,
): Promise<void> {
  try {
    if ('synced' in old) await (await passkeys.load()).removePasskey(mfa, old.id, options);
    else await mfa.removeTotp(old.id, options);
  } catch (error) {
    if (!(error instanceof MfaError) || error.code !== 'not_found') throw error;
  }
}
