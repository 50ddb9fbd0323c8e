import pg from 'pg';
import type { Step, StepResult } from './unit-of-work.ts';

/** Somebody who waits for the answers to a few statements. */
interface Waiting {
  readonly steps: readonly Step[];
  readonly resolve: (results: readonly StepResult[]) => void;
  readonly reject: (error: unknown) => void;
}

type Ask = (steps: readonly Step[]) => Promise<readonly StepResult[]>;

/** So many share a round trip at most: a server with many cores answers several round trips at once, but each of them on one core. */
const AT_ONCE = 8;

/**
 * Look-ups that were asked for in the same turn of the event loop, in one round trip: most of what a look-up by a key costs, here and
 * there, is to send it, to be woken up by it, and to answer. Each statement sees what was committed when it is run, as it does alone.
 *
 * @param ask Sends statements that change nothing.
 */
export function askingTogether(ask: Ask): Ask {
  let waiting: Waiting[] = [];

  async function answer(asked: readonly Waiting[]): Promise<void> {
    try {
      const results = await ask(asked.flatMap(({ steps }) => steps));
      let answered = 0;
      for (const { steps, resolve } of asked) resolve(results.slice(answered, (answered += steps.length)));
    } catch (error) {
      // Whatever comes after what the server refused was not looked at. By itself, it takes nothing else along.
      const alone = asked.length === 1 || !(error instanceof pg.DatabaseError);
      for (const one of asked) {
        if (alone) one.reject(error);
        else void answer([one]);
      }
    }
  }

  function depart(): void {
    const all = waiting;
    waiting = [];
    for (let begin = 0; begin < all.length; begin += AT_ONCE) void answer(all.slice(begin, begin + AT_ONCE));
  }

  return (steps) =>
    new Promise((resolve, reject) => {
      waiting.push({ steps, resolve, reject });
      // After all requests that have arrived by now were heard.
      if (waiting.length === 1) setImmediate(depart);
    });
}
