import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { createShutDown, type ShutDown } from './shut-down.ts';

/** Lets everything go on that can go on without a timer. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('shutting down', () => {
  let server: Server;
  let url: string;
  let agent: Agent;
  let held: PromiseWithResolvers<undefined>;
  let arrived: PromiseWithResolvers<undefined>;
  let happened: string[];
  let kit: ShutDown;

  beforeEach(async () => {
    happened = [];
    held = Promise.withResolvers();
    arrived = Promise.withResolvers();
    server = createServer((request, response) => {
      if (request.url === '/now') {
        response.end('answered');
        return;
      }
      arrived.resolve(undefined);
      void held.promise.then(() => response.end('answered'));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    agent = new Agent({ keepAlive: true });
    kit = createShutDown({
      readiness: { ready: () => Promise.resolve(true), end: () => void happened.push('not ready') },
      close: () => {
        happened.push('closed');
        return Promise.resolve();
      },
      log: {
        info: (_fields, message) => void happened.push(message),
        warn: (_fields, message) => void happened.push(message),
        error: (_fields, message) => void happened.push(message),
      },
    });
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => {
    mock.timers.reset();
    agent.destroy();
    server.closeAllConnections();
    server.close();
  });

  /** Over a connection that is kept for the next request, if the server lets it. */
  async function ask(path: string): Promise<{ body: string; connection: string | undefined }> {
    const [response] = (await once(get(url + path, { agent }), 'response')) as [IncomingMessage];
    let body = '';
    for await (const chunk of response.setEncoding('utf8')) body += String(chunk);
    return { body, connection: response.headers.connection };
  }

  it('takes requests for as long as balancers need to notice, and sends their connections elsewhere', async () => {
    assert.equal((await ask('/now')).connection, 'keep-alive');
    const done = kit.shutDown(server, { drain: '5s' });
    assert.deepEqual(happened, ['shutting down', 'not ready']);
    for (let count = 0; count < 3; count += 1)
      assert.deepEqual(await ask('/now'), { body: 'answered', connection: 'close' });
    mock.timers.tick(4_999);
    await settled();
    assert.equal(server.listening, true);
    mock.timers.tick(1);
    assert.equal(await done, true);
    assert.deepEqual(happened, ['shutting down', 'not ready', 'closed', 'shut down']);
    await assert.rejects(ask('/now'), { code: 'ECONNREFUSED' });
  });

  it('closes nothing before what is under way was answered', async () => {
    const underWay = ask('/held');
    await arrived.promise;
    const done = kit.shutDown(server, { drain: false });
    await settled();
    assert.equal(server.listening, false);
    assert.deepEqual(happened, ['shutting down', 'not ready']);
    held.resolve(undefined);
    assert.equal((await underWay).body, 'answered');
    assert.equal(await done, true);
    assert.deepEqual(happened.slice(2), ['closed', 'shut down']);
  });

  it('cuts off what is still under way when its time is over, and says so', async () => {
    const underWay = ask('/held');
    await arrived.promise;
    const done = kit.shutDown(server, { drain: '2s', within: '10s' });
    mock.timers.tick(2_000);
    await settled();
    mock.timers.tick(8_000);
    assert.equal(await done, false);
    await assert.rejects(underWay, { code: 'ECONNRESET' });
    assert.ok(happened.includes('shutting down took too long; what is under way is cut off'));
    assert.ok(!happened.includes('shut down'));
  });

  it('says that it failed when closing fails', async () => {
    const failing = createShutDown({
      readiness: { ready: () => Promise.resolve(true), end: () => undefined },
      close: () => Promise.reject(new Error('the pool is gone')),
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: ({ err }, message) => void happened.push(`${message}: ${String(err)}`),
      },
    });
    assert.equal(await failing.shutDown(server, { drain: false }), false);
    assert.deepEqual(happened, ['shutting down failed: Error: the pool is gone']);
  });

  it('refuses a drain that is no length of time at start, not at the end', () => {
    assert.throws(() => {
      kit.shutDownOnSignal(server, { drain: 'soon' as never });
    }, RangeError);
  });
});
