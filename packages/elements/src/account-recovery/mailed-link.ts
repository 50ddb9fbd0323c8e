import type { ReactiveController } from 'lit';
import type { MfaElement } from '../foundation/mfa-element.js';

/** What a mailed link is good for, and the token that proves it. */
export interface MailedLink {
  readonly purpose: 'open' | 'finish' | 'cancel';
  readonly token: string;
}

/** Longer ones are no tokens; the server would only refuse them. */
const LONGEST = 256;

/**
 * The link from a mail that led to this page. Takes it out of the address, and out of the browser's history, before anything else
 * happens, and forgets it when its host leaves the page. Asks the server nothing.
 * It is a controller because a second link, followed in the same tab, loads no page.
 */
export class MailedLinkReader implements ReactiveController {
  /** The latest one; undefined where the page was not reached by a link. */
  link: MailedLink | undefined;

  readonly #host: MfaElement;
  readonly #arrived: () => void;

  /** @param arrived called for each link but the one that the page was loaded with. */
  constructor(host: MfaElement, arrived: () => void) {
    this.#host = host;
    this.#arrived = arrived;
    host.addController(this);
  }

  hostConnected(): void {
    this.#take();
    const followed = (): void => {
      if (this.#take()) this.#arrived();
    };
    window.addEventListener('hashchange', followed, { signal: this.#host.connection });
  }

  hostDisconnected(): void {
    // A page that only moves the element must not cost the person their link.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.forget();
    });
  }

  forget(): void {
    this.link = undefined;
  }

  #take(): boolean {
    const [, purpose, token] = /^#(open|finish|cancel)=(.+)$/.exec(location.hash) ?? [];
    if (!purpose || !token) return false;
    this.link = { purpose: purpose as MailedLink['purpose'], token: token.slice(0, LONGEST) };
    history.replaceState(history.state, '', location.pathname + location.search);
    return true;
  }
}
