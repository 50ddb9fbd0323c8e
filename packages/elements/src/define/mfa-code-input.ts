import { MfaCodeInput } from '../mfa-code-input/mfa-code-input.js';

if (!customElements.get('mfa-code-input')) customElements.define('mfa-code-input', MfaCodeInput);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-code-input': MfaCodeInput;
  }
}

export { MfaCodeInput };
