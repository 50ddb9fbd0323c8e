import { PasskeySignIn } from '../passkey-sign-in/passkey-sign-in.js';

if (!customElements.get('passkey-sign-in')) customElements.define('passkey-sign-in', PasskeySignIn);

declare global {
  interface HTMLElementTagNameMap {
    'passkey-sign-in': PasskeySignIn;
  }
}

export { PasskeySignIn };
