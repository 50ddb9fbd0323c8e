import './mfa-challenge.js';
import './mfa-enroll.js';
import './recovery-codes.js';
import { MfaSignIn } from '../mfa-sign-in/mfa-sign-in.js';

if (!customElements.get('mfa-sign-in')) customElements.define('mfa-sign-in', MfaSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-sign-in': MfaSignIn;
  }
}

export { MfaSignIn };
