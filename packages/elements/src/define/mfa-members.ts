import { MfaMembers } from '../mfa-members/mfa-members.js';

if (!customElements.get('mfa-members')) customElements.define('mfa-members', MfaMembers);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-members': MfaMembers;
  }
}

export { MfaMembers };
