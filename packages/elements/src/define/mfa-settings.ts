import './active-sessions.js';
import './mfa-enroll.js';
import './mfa-requirement.js';
import './passkey-list.js';
import './recovery-codes.js';
import './remembered-devices.js';
import './security-activity.js';
import './totp-list.js';
import { MfaSettings } from '../mfa-settings/mfa-settings.js';

if (!customElements.get('mfa-settings')) customElements.define('mfa-settings', MfaSettings);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-settings': MfaSettings;
  }
}

export { MfaSettings };
