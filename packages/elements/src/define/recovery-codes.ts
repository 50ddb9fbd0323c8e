import { RecoveryCodes } from '../recovery-codes/recovery-codes.js';

if (!customElements.get('recovery-codes')) customElements.define('recovery-codes', RecoveryCodes);

declare global {
  interface HTMLElementTagNameMap {
    'recovery-codes': RecoveryCodes;
  }
}

export { RecoveryCodes };
