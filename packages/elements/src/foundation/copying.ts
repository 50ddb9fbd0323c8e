import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { timing } from './timing.js';

/** How long "Copied" stays on the button, in milliseconds. */
const SHOWN_FOR = 4000;

/**
 * Copies a text and tells for a while how that went. Keeps nothing of the text, and has no words.
 * It is a controller because its feedback must not outlive its host.
 */
export class Copying implements ReactiveController {
  /** How the last copy went; `copied` for some seconds only. */
  outcome: 'copied' | 'failed' | undefined;

  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  async copy(text: string): Promise<void> {
    this.reset();
    try {
      // Missing on pages without TLS, refused without permission: both are a failure to tell.
      await navigator.clipboard.writeText(text);
      this.outcome = 'copied';
      this.#stop = timing.after(SHOWN_FOR, () => {
        this.reset();
      });
    } catch {
      this.outcome = 'failed';
    }
    this.#host.requestUpdate();
  }

  /** Forgets how the last copy went. */
  reset(): void {
    this.#stop?.();
    this.outcome = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.reset();
  }
}
