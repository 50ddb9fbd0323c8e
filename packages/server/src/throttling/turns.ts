import { Problem } from '../api/problem.ts';

/** Work on one subject, a few pieces at a time and in the order in which they came. */
export interface Turns {
  /**
   * The turn ends with the work, or when that takes longer than any should: its result is still waited for, but nobody waits behind it.
   *
   * @throws Problem `too_many_attempts` when so many wait for this subject already.
   */
  take<Result>(subject: string, work: () => Promise<Result>): Promise<Result>;
}

/**
 * @param atOnce Pieces of work on one subject at once.
 * @param mostWaiting So many may wait for a subject; one more is refused.
 * @param longest Milliseconds after which a turn ends though its work has not.
 */
export function createTurns(atOnce: number, mostWaiting: number, longest: number): Turns {
  const lines = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

  /** @returns what ends the turn. Ended twice, it ends once. */
  function begin(end: () => void): () => void {
    let ended = false;
    const once = (): void => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      end();
    };
    const timer = setTimeout(once, longest).unref();
    return once;
  }

  return {
    async take(subject, work) {
      const line = lines.get(subject) ?? { running: 0, waiting: [] };
      lines.set(subject, line);
      if (line.running < atOnce) line.running += 1;
      else if (line.waiting.length >= mostWaiting) throw new Problem('too_many_attempts', { retryAfter: 1 });
      else await new Promise<void>((resolve) => line.waiting.push(resolve));
      const end = begin(() => {
        // The turn is handed on rather than returned, so that a newcomer cannot slip in before those who wait.
        const next = line.waiting.shift();
        if (next) next();
        else line.running -= 1;
        if (line.running === 0) lines.delete(subject);
      });
      try {
        return await work();
      } finally {
        end();
      }
    },
  };
}
