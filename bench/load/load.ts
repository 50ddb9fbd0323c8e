import { openConnection, type Connection } from './connection.ts';
import type { WireRequest } from './request.ts';

/** What came of some work that was done over and over. */
export interface Sample {
  readonly count: number;
  readonly seconds: number;
  /** Milliseconds from asking to having the answer, in order of size. */
  readonly waits: readonly number[];
}

/** The same with what the process that did it spent. */
export interface SpentSample extends Sample {
  /** Seconds of a core. */
  readonly cpu: number;
}

/** Does each piece of work once, so many at a time. */
export async function timed(
  count: number,
  atOnce: number,
  work: (index: number, lane: number) => Promise<unknown>,
): Promise<Sample> {
  const waits: number[] = [];
  let next = 0;
  async function lane(number: number): Promise<void> {
    for (let index = next++; index < count; index = next++) {
      const asked = performance.now();
      await work(index, number);
      waits.push(performance.now() - asked);
    }
  }
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, (_, number) => lane(number)));
  const seconds = (performance.now() - begun) / 1000;
  return { count, seconds, waits: waits.sort((one, other) => one - other) };
}

/**
 * Sends each request once, over so many connections that are open already when the clock starts.
 *
 * @throws Error when one is answered otherwise than it should be: then something else was measured.
 */
export async function load(
  port: number,
  requests: readonly WireRequest[],
  { connections, status }: { connections: number; status: number },
): Promise<Sample> {
  const open: Connection[] = await Promise.all(
    Array.from({ length: connections }, () => openConnection(port)),
  );
  try {
    return await timed(requests.length, connections, async (index, lane) => {
      const [request, connection] = [requests[index], open[lane]];
      if (!request || !connection) throw new Error('there is no such request');
      const answer = await connection.ask(request);
      if (answer.status !== status)
        throw new Error(`${answer.status} instead of ${status}:\n${request.toString()}\n\n${answer.text()}`);
    });
  } finally {
    for (const connection of open) connection.close();
  }
}
