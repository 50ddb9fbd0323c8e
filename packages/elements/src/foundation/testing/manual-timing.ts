import { useTiming, type Timing } from '../timing.js';

/** A time that stands still until a test moves it. */
export class ManualTiming implements Timing {
  #now = Date.parse('2026-03-02T09:30:00Z');
  readonly #waiting = new Set<{ at: number; callback: () => void }>();

  /** How many callbacks are still to come; 0 once everything was cleaned up. */
  get waiting(): number {
    return this.#waiting.size;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const entry = { at: this.#now + milliseconds, callback };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  }

  /** Moves on, calling back in order whatever falls due on the way. */
  advance(milliseconds: number): void {
    const until = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#waiting.delete(next);
      this.#now = next.at;
      next.callback();
    }
    this.#now = until;
  }
}

/** Puts a manual time in place for the tests of the surrounding `describe`. Answers how to reach the current one. */
export function withManualTiming(): () => ManualTiming {
  let current = new ManualTiming();
  beforeEach(() => {
    current = new ManualTiming();
    useTiming(current);
  });
  afterEach(() => {
    useTiming();
  });
  return () => current;
}
