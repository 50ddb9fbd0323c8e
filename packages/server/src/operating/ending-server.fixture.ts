// A server as a program, for tests that send it signals: `/held` is never answered, everything else at once.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duration } from '../configuration/duration.ts';
import { createShutDown } from './shut-down.ts';

const [drain, within] = process.argv.slice(2) as [Duration, Duration];
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const server = createServer((request, response) => {
  if (request.url === '/held') say('held');
  else response.end();
});
const ending = createShutDown({
  readiness: { ready: () => Promise.resolve(true), end: () => undefined },
  close: () => Promise.resolve(),
  log: {
    info: (_fields, message) => {
      say(message);
    },
    warn: () => undefined,
    error: (_fields, message) => {
      say(message);
    },
  },
});
ending.shutDownOnSignal(server, {
  drain,
  within,
  then: () => {
    say('then');
  },
});
server.listen(0, '127.0.0.1', () => {
  say(`port ${(server.address() as AddressInfo).port}`);
});
