import type { RunningKit } from '../contenders/mfa-kit/mfa-kit.ts';
import { load } from '../load/load.ts';
import type { Person } from '../people/person.ts';
import type { EventLoopDelay, EventLoopQuestion } from './event-loop.ts';
import { median } from './rounds.ts';

const AT_ONCE = 50;

/** What the event loop does while so many recovery codes are guessed at once, by as many people. */
export async function guessAtOnce(
  { child, guesses }: RunningKit,
  people: readonly Person[],
  rounds: number,
): Promise<EventLoopDelay> {
  const ask = (question: EventLoopQuestion): Promise<unknown> => child.ask(question);
  const delays: EventLoopDelay[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const requests = await guesses(people.slice(0, AT_ONCE));
    await ask('watch the event loop');
    await load((child.ready as { port: number }).port, requests, { connections: AT_ONCE, status: 401 });
    delays.push((await ask('how was the event loop')) as EventLoopDelay);
  }
  return {
    median: median(delays.map((delay) => delay.median)),
    p99: median(delays.map((delay) => delay.p99)),
    most: Math.max(...delays.map((delay) => delay.most)),
  };
}
