import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, beforeEach, it } from 'node:test';
import { randomPart } from '../../secrets/ids.ts';
import { describeOnEachDatabase } from '../../testing/databases.ts';
import { enrol } from '../../testing/people.ts';
import { startKit, type RunningKit } from '../../testing/running-kit.ts';
import { verifyWebhook } from './verify-webhook.ts';
import type { WebhookEvent } from './webhook-event.ts';

describeOnEachDatabase('a kit with a server of the host beside it, in development', (openDatabase) => {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  let kit: RunningKit;
  let server: Server;
  let received: { readonly path: string; readonly event: WebhookEvent }[];
  let bodies: string;

  before(async () => {
    server = createServer((request, response) => {
      void text(request).then((body) => {
        const event = verifyWebhook({ headers: request.headers, body, secret, now: kit.clock.now() });
        bodies += body;
        if (event) received.push({ path: request.url ?? '', event });
        response.writeHead(event ? 204 : 401).end();
      });
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    kit = await startKit({
      database: openDatabase,
      configuration: {
        publicUrl: 'http://localhost:4000',
        webhooks: [
          { url: `http://localhost:${port}/all`, secret },
          { url: `http://localhost:${port}/some`, secret, events: ['auth.2fa.', 'auth.totp.added'] },
        ],
      },
    });
    kit.witness.keepSecret(secret.slice('whsec_'.length));
  });
  after(async () => {
    await kit.close();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  beforeEach(() => {
    received = [];
    bodies = '';
  });

  const namesAt = (path: string): string[] =>
    received.flatMap((one) => (one.path === path ? [one.event.type] : [])).sort();

  it('tells it of each event of the audit that it asks for, once, and of no secret (B7, K6)', async () => {
    const { events } = await kit.audited(() => enrol(kit, kit.browser()));
    await kit.mfa.jobs.runDue();
    await kit.mfa.jobs.runDue();
    assert.deepEqual(namesAt('/all'), events.map(({ event }) => event).sort());
    assert.deepEqual(namesAt('/some'), ['auth.2fa.enabled', 'auth.totp.added']);
    assert.deepEqual(
      new Set(received.map(({ event }) => event.id)),
      new Set(events.map((event) => randomPart((event as unknown as { id: string }).id))),
    );
    assert.ok(kit.witness.secrets.size > 10);
    for (const hidden of kit.witness.secrets) assert.ok(!bodies.includes(hidden), hidden);
  });

  it('is told of a person who is gone, too: the audit is, as well', async () => {
    await kit.mfa.jobs.runDue();
    received = [];
    const { events } = await kit.audited(() => kit.mfa.passwordChanged('user-linus'));
    await kit.mfa.userDeleted('user-linus');
    await kit.mfa.jobs.runDue();
    assert.deepEqual(namesAt('/all'), events.map(({ event }) => event).sort());
  });
});
