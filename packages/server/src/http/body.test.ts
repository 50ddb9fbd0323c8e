import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import express from 'express';
import type { Browser } from '../testing/browser.ts';
import { expectProblem, expectStatus, PASSWORD, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const right = JSON.stringify({ login: 'ada@example.com', password: PASSWORD });
const padded = (bytes: number): string => right.padEnd(bytes);
const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('The body of a request', () => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit();
  });
  after(() => kit.close());

  const post = (
    body: string | Uint8Array,
    headers: Record<string, string | undefined> = {},
  ): ReturnType<Browser['post']> => kit.browser().post('/sign-in', body, headers);

  for (const type of [
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset="UTF-8"',
    'application/json ; x=y',
  ]) {
    it(`is read as ${type}`, async () => {
      expectStatus(await post(right, { 'content-type': type }), 200);
    });
  }

  for (const type of [
    undefined,
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json5',
    'application/merge-patch+json',
    'text/plain; application/json',
  ]) {
    it(`is refused as ${type ?? 'no type at all'} (415)`, async () => {
      // Bytes, so that fetch adds no type of its own.
      const reply = await post(Buffer.from(right), { 'content-type': type });
      expectProblem(reply, 415, 'unsupported_media_type');
    });
  }

  for (const charset of ['latin1', 'utf-7', 'utf-16', 'utf-99', 'x']) {
    it(`is refused in the charset ${charset}, which JSON does not have (415)`, async () => {
      const reply = await post(right, { 'content-type': `application/json; charset=${charset}` });
      expectProblem(reply, 415, 'unsupported_media_type');
    });
  }

  for (const [encoding, compress] of [
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const) {
    it(`is read when it was compressed with ${encoding}`, async () => {
      expectStatus(await post(compress(right), { 'content-encoding': encoding }), 200);
    });

    it(`is refused when ${encoding} is announced and something else comes (400)`, async () => {
      expectProblem(await post(right, { 'content-encoding': encoding }), 400, 'validation_failed');
    });
  }

  it('is refused in an encoding that nobody knows (415)', async () => {
    expectProblem(await post(right, { 'content-encoding': 'rot13' }), 415, 'unsupported_media_type');
  });

  it('may be 64 kB, and not a byte more', async () => {
    expectStatus(await post(padded(64 * 1024)), 200);
    expectProblem(await post(padded(64 * 1024 + 1)), 413, 'payload_too_large');
  });

  it('is refused by the size that it announces, without waiting for the rest of it', async () => {
    const { hostname, port } = new URL(kit.base);
    const request = httpRequest({
      hostname,
      port,
      method: 'POST',
      path: '/mfa/sign-in',
      headers: { 'content-type': 'application/json', 'content-length': 1024 ** 3 },
    });
    request.write('{');
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    assert.equal(answer.statusCode, 413);
    request.on('error', () => undefined);
    request.destroy();
  });

  it('is measured after inflation: a small archive does not become a large text', async () => {
    expectStatus(await post(gzipSync(padded(64 * 1024)), { 'content-encoding': 'gzip' }), 200);
    const reply = await post(gzipSync(padded(64 * 1024 + 1)), { 'content-encoding': 'gzip' });
    expectProblem(reply, 413, 'payload_too_large');
  });

  it('that inflates to 50 MB is given up on at 64 kB', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));
    assert.ok(bomb.length < 64 * 1024);
    const before = process.memoryUsage.rss();
    expectProblem(await post(bomb, { 'content-encoding': 'gzip' }), 413, 'payload_too_large');
    assert.ok(process.memoryUsage.rss() - before < 25 * 1024 * 1024);
  });

  for (const [what, text] of [
    ['cut off', right.slice(0, -3)],
    ['followed by more', `${right}{}`],
    ['with a comma too many', '{"login":"a","password":"b",}'],
    ['in single quotes', "{'login':'a'}"],
    ['NaN', 'NaN'],
    ['a form', 'login=a&password=b'],
    ['a byte that is no UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['a number', '5'],
    ['a text', '"login"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['true', 'true'],
    ['nothing', ''],
    ['white space', '   '],
    ['a thousand levels deep', nested(1000)],
    ['eight thousand lists deep', '['.repeat(8000) + ']'.repeat(8000)],
    ['a field twenty levels deep', `{"login":"a","password":${nested(20)}}`],
    ['unknown fields', '{"login":"a","password":"b","admin":true}'],
    ['__proto__', '{"login":"a","password":"b","__proto__":{"admin":true}}'],
    ['__proto__ with the fields in it', '{"__proto__":{"login":"a","password":"b"}}'],
    ['constructor.prototype', '{"login":"a","password":"b","constructor":{"prototype":{"admin":true}}}'],
    ['an empty login', '{"login":"","password":"b"}'],
    ['a login of 321 characters', JSON.stringify({ login: 'x'.repeat(321), password: 'b' })],
    ['a password of 1025 characters', JSON.stringify({ login: 'a', password: 'x'.repeat(1025) })],
    ['a list for a login', '{"login":["ada@example.com"],"password":"b"}'],
    ['an object for a password', '{"login":"a","password":{"$ne":null}}'],
  ] as const) {
    it(`is validation_failed when it is ${what}, and nothing is changed`, async () => {
      const before = await kit.tables();
      expectProblem(await post(text), 400, 'validation_failed');
      assert.deepEqual(await kit.tables(), before);
      assert.equal(({} as Record<string, unknown>)['admin'], undefined);
    });
  }

  it('is blamed by field and code, never by value (K6)', async () => {
    const reply = await post('{"login":"","password":"my secret password","extra":"my other secret"}');
    assert.deepEqual(reply.body['fields'], [
      { path: 'login', code: 'too_small' },
      { path: '', code: 'unrecognized_keys' },
    ]);
    assert.doesNotMatch(reply.text, /secret/);
  });

  for (const [what, body] of [
    ['a field', '{"all":true}'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"all"'],
    ['a number', '0'],
  ] as const) {
    it(`has to be empty where none is declared: ${what} is validation_failed`, async () => {
      const browser = await signIn(kit.browser());
      expectProblem(await browser.send('DELETE', '/factors', body), 400, 'validation_failed');
    });

    it(`has to be an empty object where that is declared: ${what} is validation_failed`, async () => {
      const browser = await signIn(kit.browser());
      expectProblem(await browser.post('/totp', body), 400, 'validation_failed');
    });
  }

  it('may be left out where none is declared, or be an empty object', async () => {
    const browser = await signIn(kit.browser());
    expectStatus(await browser.send('DELETE', '/factors'), 204);
    expectStatus(await browser.send('DELETE', '/factors', '{}'), 204);
    expectStatus(await browser.send('POST', '/sign-out'), 204);
  });
});

describe('A body that the host has read already', () => {
  it('is taken as it is, and held against the same schema', async () => {
    const kit = await startKit({ before: (app) => app.use(express.json()) });
    expectProblem(await kit.browser().post('/sign-in', { login: 1 }), 400, 'validation_failed');
    await signIn(kit.browser());
    await kit.close();
  });
});
