import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { load } from './load.ts';
import { wireRequest } from './request.ts';

async function served(listener: RequestListener, use: (port: number) => Promise<void>): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const requests = Array.from({ length: 40 }, (_, caller) =>
  wireRequest(caller, { method: 'POST', path: `/${caller}`, body: { caller } }),
);

describe('Load', () => {
  it('sends each request once, over as many connections as it is told, whatever form the answers have', async () => {
    const asked: string[] = [];
    const connections = new Set<unknown>();
    const answer: RequestListener = (request, response) => {
      asked.push(request.url ?? '');
      connections.add(request.socket);
      // In turns: nothing at all, a text of known length, and pieces of one.
      if (asked.length % 3 === 0) response.writeHead(200, { 'Content-Length': '0' }).end();
      else if (asked.length % 3 === 1) response.end('{"some":"text"}');
      else {
        response.write('{"some":');
        setImmediate(() => response.end('"text"}'));
      }
    };
    await served(answer, async (port) => {
      const { count, waits } = await load(port, requests, { connections: 4, status: 200 });
      assert.equal(count, 40);
      assert.equal(waits.length, 40);
    });
    assert.deepEqual(asked.toSorted(), requests.map((_, caller) => `/${caller}`).toSorted());
    assert.equal(connections.size, 4);
  });

  it('ends with what was asked and answered when an answer is another than expected: then something else was measured', async () => {
    const answer: RequestListener = (_request, response) => void response.writeHead(429).end('slow down');
    await served(answer, async (port) => {
      const measured = load(port, requests, { connections: 1, status: 200 });
      await assert.rejects(measured, /^Error: 429 instead of 200:[^]*POST \/0 HTTP[^]*slow down/);
    });
  });
});
