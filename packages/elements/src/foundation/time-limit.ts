import type { ReactiveController } from 'lit';
import type { MfaElement } from './mfa-element.js';
import { timing } from './timing.js';

/** What the server gives a person a certain time for. */
export interface Limited {
  /** ISO 8601, UTC; absent where there is no limit. */
  expiresAt?: string;
}

/** How much of it is left when a person is told, in milliseconds. WCAG 2.2.1 asks for twenty seconds at least. */
const TOLD_BEFORE = 60_000;

/** The limit that each element was last asked about. */
const limits = new WeakMap<MfaElement, TimeLimit>();

/**
 * Notices when little is left of a time limit. It is a controller because the timer has to stop when its host leaves the page.
 *
 * A browser whose clock is so wrong that the time seems to be over already tells nobody anything: the server decides.
 */
class TimeLimit implements ReactiveController {
  isEnding = false;

  readonly limited: Limited;
  readonly #host: MfaElement;
  #stop: (() => void) | undefined;

  constructor(host: MfaElement, limited: Limited) {
    this.limited = limited;
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const left = Date.parse(this.limited.expiresAt ?? '') - timing.now();
    if (left > 0)
      this.#stop = timing.after(Math.max(0, left - TOLD_BEFORE), () => {
        this.isEnding = true;
        void this.#tell();
      });
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /** Announces what the element shows of it; nothing where the person has gone on meanwhile. */
  async #tell(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const shown = this.#host.renderRoot.querySelector('.ending');
    if (shown) this.#host.announce(shown.textContent);
  }

  /** Another limit is in force. */
  end(): void {
    this.#stop?.();
    this.#host.removeController(this);
  }
}

/**
 * Whether a time limit is about to be over. Asked at each rendering; the first time begins to watch it, in place of the last one. What
 * the element shows then, with the class `ending`, is announced once.
 */
export function isEnding(element: MfaElement, limited: Limited): boolean {
  const known = limits.get(element);
  if (known?.limited === limited) return known.isEnding;
  known?.end();
  limits.set(element, new TimeLimit(element, limited));
  return false;
}
