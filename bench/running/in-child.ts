import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the parent process set. */
export const settings: unknown = JSON.parse(process.env['BENCH_SETTINGS'] ?? '{}');

const tell = (message: unknown): void => void process.send?.(message);

/** What every process is asked, beside what it alone can answer: how much of a core it has used since it began. */
export const CPU = 'how much of a core';

/** Seconds. */
function cpuUsed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Answers the parent's questions, once ready. */
export function answerParent(ready: unknown, answer: (question: never) => Promise<unknown>): void {
  process.on('message', (question) => {
    if (question === CPU) tell(cpuUsed());
    else void answer(question as never).then(tell);
  });
  // Without a parent there is nobody to serve.
  process.on('disconnect', () => process.exit());
  tell(ready);
}

/** Serves on a free port and tells the parent which. */
export async function serve(
  listener: RequestListener,
  answer: (question: never) => Promise<unknown> = () => Promise.resolve(null),
): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  answerParent({ port: (server.address() as AddressInfo).port }, answer);
}
