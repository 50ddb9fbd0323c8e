import express from 'express';
import { createMfa } from '../../../packages/server/src/create-mfa.ts';
import type { KeyRingSettings } from '../../../packages/server/src/secrets/key-ring.ts';
import { ORIGIN } from '../../load/request.ts';
import { watchEventLoop } from '../../running/event-loop.ts';
import { serve, settings } from '../../running/in-child.ts';
import { hostPeople } from './people.ts';

/** The kit in a host, with everything on that is on by default: limits, audit, outbox, metrics, journal. */
const { url, keys } = settings as { url: string; keys: KeyRingSettings };

const mfa = await createMfa({
  publicUrl: ORIGIN,
  serviceName: 'Bench',
  database: url,
  keys,
  users: hostPeople(url),
  // The load comes through what stands for a proxy, which says where each caller is.
  trustedProxies: ['127.0.0.1'],
  // Mails are written to the outbox; none is sent, since the jobs that send them run in a process of their own.
  mailer: { send: () => Promise.resolve() },
});

const app = express();
app.use('/mfa', mfa.router);
await serve(app, watchEventLoop());
