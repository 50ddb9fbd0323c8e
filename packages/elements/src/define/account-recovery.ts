import './mfa-enroll.js';
import { AccountRecovery } from '../account-recovery/account-recovery.js';

if (!customElements.get('account-recovery')) customElements.define('account-recovery', AccountRecovery);

declare global {
  interface HTMLElementTagNameMap {
    'account-recovery': AccountRecovery;
  }
}

export { AccountRecovery };
