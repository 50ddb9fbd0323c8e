import './mfa-code-input.js';
import './recovery-codes.js';
import { MfaEnroll } from '../mfa-enroll/mfa-enroll.js';

if (!customElements.get('mfa-enroll')) customElements.define('mfa-enroll', MfaEnroll);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-enroll': MfaEnroll;
  }
}

export { MfaEnroll };
