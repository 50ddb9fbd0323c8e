import { SecurityActivity } from '../security-activity/security-activity.js';

if (!customElements.get('security-activity')) customElements.define('security-activity', SecurityActivity);

declare global {
  interface HTMLElementTagNameMap {
    'security-activity': SecurityActivity;
  }
}

export { SecurityActivity };
