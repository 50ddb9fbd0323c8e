import { html, type TemplateResult } from 'lit';
import type { RememberedDevice } from '../client/views.js';
import { MfaDeviceForgottenEvent } from '../events/mfa-device-forgotten.js';
import { day, relativeTime } from '../foundation/relative-times.js';
import { RevocableList } from '../foundation/revocable-list.js';
import type { Revocation } from '../foundation/revocation.js';
import {
  rememberedDevices as english,
  type RememberedDevicesStrings,
} from '../languages/en/remembered-devices.js';
import { shared } from '../languages/en/shared.js';

const calls: Revocation<RememberedDevice> = {
  read: async (mfa, options) => (await mfa.devices(options)).devices,
  revoke: (mfa, { id }, options) => mfa.forgetDevice(id, options),
  revokeAll: (mfa, options) => mfa.forgetAllDevices(options),
  keepsCurrent: false,
};

/**
 * @summary The browsers in which the challenge is skipped at sign-in: forget one, or all.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentence that says what a remembered device is.
 * @slot footer - Below everything.
 *
 * @fires {MfaDeviceForgottenEvent} mfa-device-forgotten - A device was forgotten, or all were.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What a remembered device is.
 * @csspart device - One device.
 * @csspart device-current - This browser.
 * @csspart hint - When a device was last used, and until when it is remembered.
 * @csspart error - What went wrong.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown when no device is remembered.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button.
 * @csspart button-quiet - Buttons that lead back, and that of a device.
 * @csspart button-danger - The button that forgets a device.
 * @csspart footer - What the page slots.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - No device is remembered.
 * @cssstate error - The server can't be reached, or the person is signed out.
 * @cssstate verifying - A device is being forgotten.
 */
export class RememberedDevices extends RevocableList<RememberedDevice> {
  constructor() {
    super(calls);
  }

  protected override get texts(): RememberedDevicesStrings {
    return this.strings('rememberedDevices', english);
  }

  protected override nameOf({ label }: RememberedDevice): string {
    return label === null ? this.texts.unknown : this.strings('shared', shared).device(label);
  }

  protected override renderAbout({ createdAt, lastUsedAt, expiresAt }: RememberedDevice): TemplateResult {
    const { language, texts } = this;
    return html`<p part="hint">
        ${lastUsedAt ? html`${texts.lastUsed} ${relativeTime(language, lastUsedAt)}` : texts.neverUsed}
      </p>
      <p part="hint">
        ${texts.since} ${day(language, createdAt)}, ${texts.until} ${day(language, expiresAt)}
      </p>`;
  }

  protected override tellRevoked(): void {
    this.dispatchEvent(new MfaDeviceForgottenEvent());
  }
}
