import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { timing } from './timing.js';

/** How long to wait where nobody says, or says what is no time, in seconds. */
const DEFAULT_WAIT = 30;
/** Whoever asks for more, in seconds, such as a proxy with an odd clock, is asked again after a day. */
const LONGEST_WAIT = 86_400;

/**
 * Counts seconds down on screen. It is a controller because it has to stop ticking when its host leaves the page.
 * Measures against the clock at each tick: timers of hidden tabs are late.
 */
export class Countdown implements ReactiveController {
  /** Seconds to go; 0 when nothing is counted. */
  remaining = 0;
  /** The same as it should be spoken: changes at the start and with each full minute only. */
  spoken = 0;

  readonly #host: ReactiveControllerHost;
  readonly #ended: () => void;
  #end = 0;
  #stop: (() => void) | undefined;

  /** @param ended called once when 0 is reached. */
  constructor(host: ReactiveControllerHost, ended: () => void) {
    this.#host = host;
    this.#ended = ended;
    host.addController(this);
  }

  /** @param asked seconds from now, as an answer named them: it may name none, or nonsense, which would be over before it began. */
  start(asked: number | undefined): void {
    const seconds = asked !== undefined && asked > 0 ? Math.min(asked, LONGEST_WAIT) : DEFAULT_WAIT;
    this.#end = timing.now() + seconds * 1000;
    this.spoken = seconds;
    this.#tick();
  }

  hostConnected(): void {
    if (this.remaining) this.#tick();
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  #tick(): void {
    this.#stop?.();
    this.remaining = Math.max(0, Math.ceil((this.#end - timing.now()) / 1000));
    if (this.remaining % 60 === 0) this.spoken = this.remaining;
    this.#host.requestUpdate();
    if (this.remaining)
      this.#stop = timing.after(1000, () => {
        this.#tick();
      });
    else this.#ended();
  }
}
