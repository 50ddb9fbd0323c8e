import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import express from 'express';
import { sendAttachment } from './attachment.ts';

describe('A file that is sent', () => {
  let server: Server;
  let address: string;
  /** What the file is made of; each test says its own. */
  let text: () => AsyncIterable<string>;
  /** What came of sending it. */
  let sent: PromiseWithResolvers<unknown>;

  before(async () => {
    const app = express();
    app.get('/file', async (request, response) => {
      const attachment = { type: 'text/csv', filename: 'things-2026-01-15.csv', text: text() } as const;
      try {
        await sendAttachment(request, response, attachment);
        sent.resolve(undefined);
      } catch (error) {
        if (!response.headersSent) response.status(503).end();
        sent.resolve(error);
      }
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  beforeEach(() => {
    sent = Promise.withResolvers();
  });

  async function* pieces(...list: string[]): AsyncGenerator<string> {
    for (const piece of list) yield await Promise.resolve(piece);
  }

  it('is to be saved under its name, in UTF-8', async () => {
    text = () => pieces('ä', 'b', 'c');
    const response = await fetch(address);
    assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(response.headers.get('content-disposition'), 'attachment; filename="things-2026-01-15.csv"');
    assert.equal(await response.text(), 'äbc');
    assert.equal(await sent.promise, undefined);
  });

  it('may be empty', async () => {
    text = () => pieces();
    const response = await fetch(address);
    assert.deepEqual([response.status, await response.text()], [200, '']);
  });

  it('is not made for a HEAD beyond what tells whether it can be', async () => {
    let made = 0;
    text = async function* () {
      for (;;) {
        made += 1;
        yield await Promise.resolve('x');
      }
    };
    const response = await fetch(address, { method: 'HEAD' });
    assert.deepEqual([response.status, await response.text(), made], [200, '', 1]);
  });

  it('is a refusal and no file, when its first piece cannot be made', async () => {
    const trouble = new Error('the database is away');
    text = async function* () {
      yield await Promise.reject<string>(trouble);
    };
    const response = await fetch(address);
    assert.deepEqual([response.status, response.headers.get('content-disposition')], [503, null]);
    assert.equal(await sent.promise, trouble);
  });

  it('breaks off, and is no whole file, when a later piece cannot be made', async () => {
    const trouble = new Error('the database is away');
    text = async function* () {
      yield await Promise.resolve('half');
      await Promise.reject(trouble);
    };
    const response = await fetch(address);
    assert.equal(response.status, 200);
    await assert.rejects(response.text());
    assert.equal(await sent.promise, trouble);
  });

  it('is not made any further when nobody reads it any more, and that is no trouble', async () => {
    const ended = Promise.withResolvers<boolean>();
    text = async function* () {
      try {
        for (;;) yield await Promise.resolve('x'.repeat(65_536));
      } finally {
        ended.resolve(true);
      }
    };
    const aborting = new AbortController();
    const response = await fetch(address, { signal: aborting.signal });
    await response.body?.getReader().read();
    aborting.abort();
    assert.equal(await ended.promise, true);
    assert.equal(await sent.promise, undefined);
  });
});
