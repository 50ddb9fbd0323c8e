import { Problem } from '../api/problem.ts';

/** Work on one subject, a few pieces at a time and in the order in which they came. */
export interface Turns {
  /** @throws Problem `too_many_attempts` when so many wait for this subject already. */
  take<Result>(subject: string, work: () => Promise<Result>): Promise<Result>;
}

/**
 * @param atOnce Pieces of work on one subject at once.
 * @param mostWaiting So many may wait for a subject; one more is refused.
 */
export function createTurns(atOnce: number, mostWaiting: number): Turns {
  const lines = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

  return {
    async take(subject, work) {
      const line = lines.get(subject) ?? { running: 0, waiting: [] };
      lines.set(subject, line);
      if (line.running < atOnce) line.running += 1;
      else if (line.waiting.length >= mostWaiting) throw new Problem('too_many_attempts', { retryAfter: 1 });
      else await new Promise<void>((resolve) => line.waiting.push(resolve));
      try {
        return await work();
      } finally {
        // The turn is handed on rather than returned, so that a newcomer cannot slip in before those who wait.
        const next = line.waiting.shift();
        if (next) next();
        else line.running -= 1;
        if (line.running === 0) lines.delete(subject);
      }
    },
  };
}
