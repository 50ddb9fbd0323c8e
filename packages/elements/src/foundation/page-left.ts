import type { MfaElement } from './mfa-element.js';

/** What shows something that is for one pair of eyes. */
interface Secretive {
  /** Shows nothing of it any more. */
  letGo(): void;
  /** Begins anew. */
  load(): void;
}

/**
 * Lets go of what is on show when the page is left. The browser may keep the page as it was, and give it back to whoever sits there
 * later and goes back: they are to find nothing that the person would not find by coming anew.
 */
export function letGoWithPage(host: MfaElement, secretive: Secretive): void {
  host.addController({
    hostConnected: () => {
      const { connection: signal } = host;
      addEventListener('pagehide', () => secretive.letGo(), { signal });
      addEventListener('pageshow', ({ persisted }) => persisted && secretive.load(), { signal });
    },
  });
}
