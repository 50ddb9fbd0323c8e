import { RecoveryCases } from '../recovery-cases/recovery-cases.js';

if (!customElements.get('recovery-cases')) customElements.define('recovery-cases', RecoveryCases);

declare global {
  interface HTMLElementTagNameMap {
    'recovery-cases': RecoveryCases;
  }
}

export { RecoveryCases };
