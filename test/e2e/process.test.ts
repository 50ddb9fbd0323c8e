import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { generateKeyRing } from '@mfa-kit/server';
import { DATABASES } from '../../demo/server/database/temporary-database.fixture.ts';
import { ApiClient, Control } from './support/api.ts';
import { startDemo, startProcess } from './support/demo-server.ts';

describe('the demo as a program', () => {
  it('may be started 3 times at the same instant on an empty PostgreSQL database', async () => {
    const demo = await startDemo({ database: 'PostgreSQL', processes: 3 });
    try {
      const ids = await Promise.all(
        demo.processes.map(async ({ url }) => {
          const { body } = await new ApiClient(url).signIn('ada@example.com');
          return (body['user'] as { id: string }).id;
        }),
      );
      assert.equal(new Set(ids).size, 1, 'everybody is there once');
    } finally {
      assert.equal(await demo.stop(), 0, 'and it ends in good order when it is told to');
    }
  });

  it('is there once when it is started twice at the same instant on an SQLite database; the other says who has it', async () => {
    const database = await DATABASES['SQLite']!();
    const environment = { DATABASE_URL: database.url, MFA_KEYS: JSON.stringify(generateKeyRing()) };
    const starts = await Promise.allSettled([startProcess(environment), startProcess(environment)]);
    const started = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    const refused = starts.flatMap((start) => (start.status === 'rejected' ? [String(start.reason)] : []));
    assert.equal(refused.length, 1);
    assert.match(refused[0]!, /demo\.sqlite is in use by another process/);
    assert.equal((await new ApiClient(started[0]!.url).signIn('ada@example.com')).status, 200);
    assert.equal(await started[0]!.stop(), 0);
    await database.remove();
  });

  it('keeps nothing over a restart that it keeps in memory', async () => {
    const memory = { DATABASE_URL: 'sqlite::memory:' };
    const first = await startProcess(memory);
    await new Control(first.url).addPerson('fleeting');
    assert.equal((await new ApiClient(first.url).signIn('fleeting@example.com')).status, 200);
    await first.stop();
    const second = await startProcess(memory);
    assert.equal((await new ApiClient(second.url).signIn('fleeting@example.com')).status, 401);
    await second.stop();
  });

  it('tells all mistakes in its settings at once, in plain words', async () => {
    await assert.rejects(startProcess({ PORT: 'x', DATABASE_URL: 'y', JOBS: 'z' }), (error: Error) => {
      for (const name of ['PORT', 'DATABASE_URL', 'JOBS'])
        assert.match(error.message, new RegExp(`- ${name} is`));
      assert.doesNotMatch(error.message, /\n\s+at /, 'no stack trace');
      return true;
    });
  });

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '::');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await assert.rejects(
      startProcess({ PORT: String(port), DATABASE_URL: 'sqlite::memory:' }),
      new RegExp(`Port ${port} is taken`),
    );
    other.close();
  });

  it('answers on IPv4 and on IPv6, with headers that keep browsers careful', async () => {
    const demo = await startProcess({ DATABASE_URL: 'sqlite::memory:' });
    try {
      const { port } = new URL(demo.url);
      for (const host of ['127.0.0.1', '[::1]']) {
        const response = await fetch(`http://${host}:${port}/health`);
        assert.deepEqual(await response.json(), { live: true, ready: true });
        assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
        assert.equal(response.headers.get('x-frame-options'), 'DENY');
        assert.equal(response.headers.get('referrer-policy'), 'same-origin');
        assert.equal(response.headers.get('x-powered-by'), null);
      }
    } finally {
      await demo.stop();
    }
  });

  it('shows a page of its own for an address that it does not have', async () => {
    const demo = await startProcess({ DATABASE_URL: 'sqlite::memory:' });
    try {
      for (const path of ['/nothing', '/frameworks/nothing', '/assets/nothing.js']) {
        const response = await fetch(demo.url + path);
        assert.equal(response.status, 404, path);
        assert.match(await response.text(), /This page has been torn out/);
      }
    } finally {
      await demo.stop();
    }
  });
});
