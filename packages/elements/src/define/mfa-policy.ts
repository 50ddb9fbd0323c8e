import { MfaPolicy } from '../mfa-policy/mfa-policy.js';

if (!customElements.get('mfa-policy')) customElements.define('mfa-policy', MfaPolicy);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-policy': MfaPolicy;
  }
}

export { MfaPolicy };
