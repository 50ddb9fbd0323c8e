import { orAborted } from './or-aborted.js';

/** A step-up that the person is being asked for, by one call or by several. Apart from the channel, since most people are never asked. */
export class Question {
  readonly #answer: Promise<boolean>;
  readonly #withdrawal = new AbortController();
  #askers = 0;

  /** @param ask asks the person, until the signal says that nobody waits for the answer any more. */
  constructor(ask: (signal: AbortSignal) => Promise<boolean>) {
    this.#answer = ask(this.#withdrawal.signal);
  }

  /** Waits for the answer, no longer than a signal lets it. */
  async wait(signal?: AbortSignal): Promise<boolean> {
    this.#askers += 1;
    try {
      return await orAborted(this.#answer, signal);
    } finally {
      this.#askers -= 1;
      if (!this.#askers) this.#withdrawal.abort();
    }
  }
}
