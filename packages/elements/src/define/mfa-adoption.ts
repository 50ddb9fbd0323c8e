import { MfaAdoption } from '../mfa-adoption/mfa-adoption.js';

if (!customElements.get('mfa-adoption')) customElements.define('mfa-adoption', MfaAdoption);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-adoption': MfaAdoption;
  }
}

export { MfaAdoption };
