import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MfaError } from '../client/mfa-error.js';
import { timing } from './timing.js';

/** Shorter waits show nothing: an indicator that flashes is worse than none. Milliseconds. */
const LOADING_SHOWN_AFTER = 300;

/**
 * One call to the server at a time, as the screen needs to know it: under way, taking long, refused.
 * Owns the abort of what is under way and the delay before loading shows. Does not own what the call means, nor the words.
 * It is a controller because it has to give up when its host leaves the page.
 */
export class ServerCall implements ReactiveController {
  /** Whether a call is under way. */
  pending = false;
  /** Whether it is under way for so long that it should show. */
  slow = false;
  /** Why the last call failed; undefined as soon as the next begins. */
  error: MfaError | undefined;

  readonly #host: ReactiveControllerHost;
  #abort: AbortController | undefined;
  #stopWaiting: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Runs a task unless one is under way: a second click sends nothing.
   *
   * @param task gets a signal to hand to the client.
   * @param done gets the answer; not called when the task failed, was given up, or never began.
   * @returns whether the answer came.
   */
  async run<Answer>(
    task: (signal: AbortSignal) => Promise<Answer>,
    done?: (answer: Answer) => void,
  ): Promise<boolean> {
    if (this.pending) return false;
    const abort = (this.#abort = new AbortController());
    this.pending = true;
    this.error = undefined;
    this.#stopWaiting = timing.after(LOADING_SHOWN_AFTER, () => {
      this.slow = true;
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
    let error: MfaError | undefined;
    try {
      const answer = await task(abort.signal);
      if (abort.signal.aborted) return false;
      this.#settle();
      done?.(answer);
      return true;
    } catch (reason) {
      if (abort.signal.aborted) return false;
      // A mistake in the page's own client must not leave a person in front of a dead button.
      error = reason instanceof MfaError ? reason : new MfaError('unexpected');
      if (!(reason instanceof MfaError)) reportError(reason);
      this.#settle(error);
      return false;
    }
  }

  /** Gives up what is under way and forgets the last failure. */
  cancel(): void {
    this.#abort?.abort();
    this.#settle();
  }

  hostDisconnected(): void {
    this.cancel();
  }

  #settle(error?: MfaError): void {
    this.#stopWaiting?.();
    this.pending = this.slow = false;
    this.error = error;
    this.#host.requestUpdate();
  }
}
