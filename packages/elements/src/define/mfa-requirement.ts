import { MfaRequirement } from '../mfa-requirement/mfa-requirement.js';

if (!customElements.get('mfa-requirement')) customElements.define('mfa-requirement', MfaRequirement);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-requirement': MfaRequirement;
  }
}

export { MfaRequirement };
