import { MfaProvider } from '../mfa-provider/mfa-provider.js';

if (!customElements.get('mfa-provider')) customElements.define('mfa-provider', MfaProvider);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-provider': MfaProvider;
  }
}

export { MfaProvider };
