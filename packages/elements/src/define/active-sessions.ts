import { ActiveSessions } from '../active-sessions/active-sessions.js';

if (!customElements.get('active-sessions')) customElements.define('active-sessions', ActiveSessions);

declare global {
  interface HTMLElementTagNameMap {
    'active-sessions': ActiveSessions;
  }
}

export { ActiveSessions };
