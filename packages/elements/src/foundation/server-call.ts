import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallOptions } from '../client/mfa-client.js';
import { MfaError } from '../client/mfa-error.js';
import { timing } from './timing.js';

/** Shorter waits show nothing: an indicator that flashes is worse than none. Milliseconds. */
const LOADING_SHOWN_AFTER = 300;

/**
 * One call to the server at a time, as the screen needs to know it: under way, taking long.
 * Owns the abort of what is under way and the delay before loading shows. Does not own what the call means, nor the words.
 * It is a controller because it has to give up when its host leaves the page.
 */
export class ServerCall implements ReactiveController {
  /** Whether a call is under way. */
  pending = false;
  /** Whether it is under way for so long that it should show. */
  slow = false;

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
   * @param task gets what to hand to the client.
   * @param done gets the answer; not called when the task failed, was given up, or never began.
   * @param failed gets the reason when the task failed.
   */
  run<Answer>(
    task: (options: Required<CallOptions>) => Promise<Answer>,
    done: (answer: Answer) => void,
    failed: (error: MfaError) => void,
  ): void {
    if (!this.pending) void this.#run(task, done, failed);
  }

  async #run<Answer>(
    task: (options: Required<CallOptions>) => Promise<Answer>,
    done: (answer: Answer) => void,
    failed: (error: MfaError) => void,
  ): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    this.pending = true;
    this.#stopWaiting = timing.after(LOADING_SHOWN_AFTER, () => {
      this.slow = true;
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
    try {
      const answer = await task({ signal });
      if (signal.aborted) return;
      this.#settle();
      done(answer);
    } catch (reason) {
      if (signal.aborted) return;
      this.#settle();
      if (reason instanceof MfaError) {
        failed(reason);
      } else {
        // A mistake in the page's own client must not leave a person in front of a dead button.
        reportError(reason);
        failed(new MfaError('unexpected'));
      }
    }
  }

  /** Gives up what is under way. */
  cancel(): void {
    this.#abort?.abort();
    this.#settle();
  }

  hostDisconnected(): void {
    this.cancel();
  }

  #settle(): void {
    this.#stopWaiting?.();
    this.pending = this.slow = false;
    this.#host.requestUpdate();
  }
}
