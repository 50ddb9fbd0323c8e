import type { MfaElement } from './mfa-element.js';

/**
 * Lets go of what is on show when the page is left. The browser may keep the page as it was, and give it back to whoever sits there
 * later and goes back: they are to find nothing that the person would not find by coming anew.
 *
 * @param letGo is rendered before the page is put away.
 * @param begin when the page comes back.
 */
export function onPageLeft({ connection: signal }: MfaElement, letGo: () => void, begin: () => void): void {
  addEventListener('pagehide', letGo, { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && begin(), { signal });
}
