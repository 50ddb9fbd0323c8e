import './mfa-enroll.js';
import { TotpList } from '../totp-list/totp-list.js';

if (!customElements.get('totp-list')) customElements.define('totp-list', TotpList);

declare global {
  interface HTMLElementTagNameMap {
    'totp-list': TotpList;
  }
}

export { TotpList };
