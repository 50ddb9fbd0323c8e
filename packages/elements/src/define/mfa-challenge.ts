import './mfa-code-input.js';
import { MfaChallenge } from '../mfa-challenge/mfa-challenge.js';

if (!customElements.get('mfa-challenge')) customElements.define('mfa-challenge', MfaChallenge);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-challenge': MfaChallenge;
  }
}

export { MfaChallenge };
