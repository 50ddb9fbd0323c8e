/** Where the kit gets the time from (rule S9). Nothing in the domain reads the system's clock itself. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/** The operating system's clock: the default. */
export const systemClock: Clock = { now: () => Date.now() };
