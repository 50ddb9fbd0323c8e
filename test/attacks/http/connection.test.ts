import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { hold } from './connection.ts';
import { bytesOf } from './request.ts';

describe('a request that is held', () => {
  it('is there but for its last byte, and is answered when that is released', async () => {
    const bytes = bytesOf({ method: 'POST', path: '/', body: { a: 1 } }, 'localhost');
    const almost = Promise.withResolvers<Buffer>();
    let received = Buffer.alloc(0);
    const server = createServer((socket) => {
      socket.on('data', (chunk) => {
        received = Buffer.concat([received, chunk]);
        if (received.length === bytes.length - 1) almost.resolve(received);
        if (received.length === bytes.length) {
          almost.reject(new Error('it was never without its last byte'));
          socket.end('HTTP/1.1 204 No Content\r\n\r\n');
        }
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { release, answer } = await hold(bytes, { to: `http://localhost:${port}`, from: undefined });
    assert.deepEqual(await almost.promise, bytes.subarray(0, -1));
    release();
    assert.equal((await answer).status, 204);
    assert.deepEqual(received, bytes);
    server.close();
  });
});
