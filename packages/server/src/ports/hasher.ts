import { availableParallelism } from 'node:os';
import argon2 from 'argon2';
import { Problem } from '../api/problem.ts';

/** A slow, salted hash for what people can guess. */
export interface Hasher {
  /** @returns the hash with its salt and parameters, as one string. */
  hash(secret: Buffer): Promise<string>;
  verify(encoded: string, secret: Buffer): Promise<boolean>;
  /** How busy it is, for the metrics. */
  load?(): { readonly running: number; readonly waiting: number };
}

/** Cost of one hash; rule K3 gives the least. */
const COST = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * argon2id behind a bounded queue (rule L5): hashes share libuv's thread pool with files and DNS, so a flood of guesses must not take all of it.
 * A permit is held until its hash is really done; a caller who went away frees nothing early.
 *
 * @param limits.concurrency Hashes at once; default one less than the cores, at least one.
 * @param limits.queue How many may wait; default 64. One more is refused with `unavailable` (503).
 */
export function argon2Hasher(limits: { concurrency?: number; queue?: number } = {}): Hasher {
  const concurrency = limits.concurrency ?? Math.max(1, availableParallelism() - 1);
  const queue = limits.queue ?? 64;
  const waiting: (() => void)[] = [];
  let running = 0;

  async function permitted<T>(work: () => Promise<T>): Promise<T> {
    if (running >= concurrency) {
      if (waiting.length >= queue)
        throw new Problem('unavailable', { reason: 'hasher queue full', retryAfter: 1 });
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // The permit is handed on rather than returned, so that a newcomer cannot slip in before those who wait.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    hash: (secret) => permitted(() => argon2.hash(secret, COST)),
    verify: (encoded, secret) => permitted(() => argon2.verify(encoded, secret)),
    load: () => ({ running, waiting: waiting.length }),
  };
}
