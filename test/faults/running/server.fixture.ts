// A host with the kit in it, as a program of its own that can be killed. It knows everybody who is called person-<number>.
import { setMachineClock } from './machine-clock.ts';
import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { pino } from 'pino';
import { createMfa } from '../../../packages/server/src/create-mfa.ts';
import { followClock } from '../../../packages/server/src/ports/clock-of-database.ts';
import { systemClock, type Clock } from '../../../packages/server/src/ports/clock.ts';
import { smtpMailer } from '../../../packages/server/src/ports/mailer.ts';
import type { User } from '../../../packages/server/src/ports/users.ts';
import { openDatabase } from '../../../packages/server/src/store/open-store.ts';
import { PASSWORD, type Order, type Report, type ServerSettings } from './server-process.ts';

const [, , text = ''] = process.argv;
const settings = JSON.parse(text) as ServerSettings;
const { publicUrl, port, database, keys, mail, patience } = settings;

let movedBy = settings.movedBy ?? 0;

/** The kit's own clock, further by what the run has moved it; none, where the kit is to find its clock by itself. */
async function movedClock(): Promise<Clock | undefined> {
  if (settings.movedBy === undefined) return undefined;
  const { time } = openDatabase(database);
  const clock = time ? await followClock(time) : systemClock;
  return { now: () => clock.now() + movedBy };
}

const personOf = (id: string): User | undefined =>
  /^person-\d+$/.test(id)
    ? { id, name: `${id}@example.com`, displayName: id, emails: [`${id}@example.com`] }
    : undefined;

const clock = await movedClock();
const mfa = await createMfa({
  publicUrl,
  serviceName: 'Fault Notes',
  database,
  keys,
  // The proxy in front, which says whom it speaks for.
  trustedProxies: ['127.0.0.1', '::1'],
  logger: pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true })),
  ...(clock && { clock }),
  ...(mail !== undefined && { mailer: smtpMailer({ url: mail, from: 'Fault Notes <notes@example.com>' }) }),
  users: {
    find: (id) => Promise.resolve(personOf(id)),
    verifyPassword: (login, password) =>
      Promise.resolve(password === PASSWORD ? personOf(login.replace('@example.com', '')) : undefined),
  },
});
if (settings.runsJobs) mfa.jobs.start();

const app = express();
app.use('/mfa', mfa.router);
app.get('/ready', (_request, response) => {
  void mfa.health.ready().then((ready) => response.status(ready ? 204 : 503).end());
});
// What a host sets so that whoever sends nothing holds nothing: see docs/faults.md.
const limits = patience && {
  headersTimeout: patience.headers,
  requestTimeout: patience.request,
  connectionsCheckingInterval: 250,
};
// Longer than the proxy keeps its connections, which else sends a request into one that is just being closed.
const server = createServer({ ...limits, keepAliveTimeout: 600_000 }, app);
server.listen(port, '127.0.0.1');
await once(server, 'listening');

async function obey(order: Order): Promise<number> {
  switch (order.kind) {
    case 'move-clock':
      movedBy = order.to;
      return 0;
    case 'set-machine-clock':
      setMachineClock(order.by);
      return 0;
    case 'run-jobs':
      await mfa.jobs.runDue();
      return 0;
    case 'block': {
      // The thread stands still, as over a long computation; nothing else is used up.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, order.milliseconds);
      return 0;
    }
    case 'peak-memory':
      // In kilobytes.
      return process.resourceUsage().maxRSS * 1024;
  }
}

const report = (message: Report): void => void process.send?.(message);

process.on('message', ({ id, order }: { readonly id: number; readonly order: Order }) => {
  obey(order).then(
    (answer) => report({ id, answer }),
    (error: unknown) => report({ id, error: String(error) }),
  );
});
// A limit to the size of files ends a process, unless it takes the signal; a disk that is full sends none.
process.on('SIGXFSZ', () => undefined);
// Whoever started this is gone, and so is what it was for.
process.on('disconnect', () => process.exit(0));

report({ id: 0, answer: 0 });
