/** The time as elements know it: a port, so that tests and stories need not wait. */
export interface Timing {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after some milliseconds. Answers how to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

const browserTiming: Timing = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** The time that all elements of the page go by. */
export let timing: Timing = browserTiming;

/** Puts another time in place, or the browser's again when nothing is given. */
export function useTiming(other: Timing = browserTiming): void {
  timing = other;
}
