import './mfa-enroll.js';
import './recovery-codes.js';
import { PasskeyList } from '../passkey-list/passkey-list.js';

if (!customElements.get('passkey-list')) customElements.define('passkey-list', PasskeyList);

declare global {
  interface HTMLElementTagNameMap {
    'passkey-list': PasskeyList;
  }
}

export { PasskeyList };
