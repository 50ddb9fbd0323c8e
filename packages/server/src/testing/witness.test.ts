import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { ok } from '../api/call.ts';
import { route } from '../api/route.ts';
import type { Exchange } from './witness.ts';
import { Witness } from './witness.ts';

const routes = [
  route({
    method: 'POST',
    path: '/things/:id',
    summary: 'A thing',
    authentication: 'session',
    restricted: 'closed',
    freshness: 'none',
    limits: [],
    audit: ['auth.session.ended'],
    answer: { status: 200, schema: z.object({ name: z.string() }) },
    errors: ['conflict'],
    handle: () => Promise.resolve(ok({ name: 'x' })),
  }),
];

const REQUEST_ID = 'A'.repeat(22);
const COOKIE = `mfa-session=${'B'.repeat(43)}; Max-Age=60; Path=/; HttpOnly; SameSite=Strict`;

function exchange(changes: {
  status?: number;
  path?: string;
  headers?: Record<string, string>;
  body?: Record<string, unknown>;
}): Exchange {
  const headers = new Headers({
    'cache-control': 'no-store',
    'x-request-id': REQUEST_ID,
    'set-cookie': COOKIE,
    ...changes.headers,
  });
  const body = changes.body ?? { name: 'x' };
  const reply = { status: changes.status ?? 200, headers, body, text: JSON.stringify(body) };
  return { method: 'POST', path: changes.path ?? '/things/7', sent: {}, reply };
}

const refusal = (code: string, status: number, more: Record<string, unknown> = {}): Exchange =>
  exchange({
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: { type: `urn:mfa-kit:problem:${code}`, title: 't', status, code, requestId: REQUEST_ID, ...more },
  });

function judged(seen: Exchange): () => void {
  const witness = new Witness();
  witness.saw(seen);
  return () => witness.judgeAnswers(routes);
}

describe('The witness of a test run', () => {
  it('is content with what was declared', () => {
    assert.doesNotThrow(judged(exchange({})));
    assert.doesNotThrow(judged(refusal('conflict', 409)));
    assert.doesNotThrow(judged(refusal('session_required', 401)));
  });

  for (const [what, seen] of [
    ['an answer that may be cached', exchange({ headers: { 'cache-control': 'private' } })],
    ['an answer without request id', exchange({ headers: { 'x-request-id': '' } })],
    ['an answer of a route that nobody declared', exchange({ path: '/others' })],
    ['another status than the declared one', exchange({ status: 201 })],
    ['a field that nobody declared', exchange({ body: { name: 'x', secret: 'y' } })],
    ['a field that is missing', exchange({ body: {} })],
    ['a code that the route does not declare', refusal('expired', 410)],
    ['a refusal with a field of its own', refusal('conflict', 409, { reason: 'row 5' })],
    ['a wait that the header does not repeat', refusal('unavailable', 503, { retryAfter: 5 })],
    ['a refusal that is no problem document', exchange({ status: 409 })],
    ['a cookie for scripts', exchange({ headers: { 'set-cookie': COOKIE.replace('; HttpOnly', '') } })],
    ['a cookie for other sites', exchange({ headers: { 'set-cookie': COOKIE.replace('Strict', 'None') } })],
    [
      'a session cookie that is lax',
      exchange({ headers: { 'set-cookie': COOKIE.replace('Strict', 'Lax') } }),
    ],
    [
      'a cookie for a part of the site',
      exchange({ headers: { 'set-cookie': COOKIE.replace('Path=/', 'Path=/mfa') } }),
    ],
    ['a cookie for a whole domain', exchange({ headers: { 'set-cookie': `${COOKIE}; Domain=example.com` } })],
    ['a cookie of another name', exchange({ headers: { 'set-cookie': COOKIE.replace('session', 'debug') } })],
  ] as const) {
    it(`notices ${what}`, () => {
      assert.throws(judged(seen), assert.AssertionError);
    });
  }

  it('is content with the cookie of remembered devices, and keeps each secret in it (K1, K6)', () => {
    const secrets = ['C', 'D', 'E', 'F'].map((letter) => letter.repeat(43));
    const [one, two] = [`${secrets[0]!}.${secrets[1]!}`, `${secrets[2]!}.${secrets[3]!}`];
    const cookie = `mfa-device=${one}~${two}; Max-Age=60; Path=/; HttpOnly; SameSite=Strict`;
    assert.doesNotThrow(judged(exchange({ headers: { 'set-cookie': cookie } })));
    const lax = cookie.replace('Strict', 'Lax');
    assert.throws(judged(exchange({ headers: { 'set-cookie': lax } })), assert.AssertionError);
    const witness = new Witness();
    witness.saw(exchange({ headers: { 'set-cookie': cookie } }));
    for (const secret of secrets) {
      assert.throws(() => witness.judgeSecrecy({ log: '', tables: secret, mails: '' }), /K6/);
    }
  });

  it('notices an audit event that the route does not declare', () => {
    const witness = new Witness();
    witness.saw(exchange({}));
    const wrote = (event: string) => () => witness.judgeAudit(routes, [{ event, request_id: REQUEST_ID }]);
    assert.doesNotThrow(wrote('auth.session.ended'));
    assert.throws(wrote('auth.totp.added'), assert.AssertionError);
  });

  it('notices tokens, passwords, recovery codes and secrets of the run wherever they turn up (K6)', () => {
    const witness = new Witness();
    const code = 'ABCD-EFGH-JKMN-PQRS';
    const body = {
      secret: 'GEZDGNBVGY3TQOJQ',
      recoveryCodes: [code],
      session: { csrf: 'the csrf value of it' },
    };
    witness.saw({ ...exchange({ body }), sent: { password: 'a long password' } });
    const nowhere = { log: '', tables: '', mails: '' };
    assert.doesNotThrow(() => witness.judgeSecrecy(nowhere));
    for (const secret of [
      'B'.repeat(43),
      'a long password',
      code,
      code.replaceAll('-', ''),
      body.secret,
      body.session.csrf,
    ]) {
      for (const place of ['log', 'tables', 'mails'] as const) {
        const leaky = { ...nowhere, [place]: `something ${secret} something` };
        assert.throws(() => witness.judgeSecrecy(leaky), /K6/);
      }
    }
    witness.saw(refusal('conflict', 409, { title: code }));
    assert.throws(() => witness.judgeSecrecy(nowhere), /K6.*refusals/);
  });
});
