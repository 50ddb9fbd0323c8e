import './mfa-challenge.js';
import { MfaStepUp } from '../mfa-step-up/mfa-step-up.js';

if (!customElements.get('mfa-step-up')) customElements.define('mfa-step-up', MfaStepUp);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-step-up': MfaStepUp;
  }
}

export { MfaStepUp };
