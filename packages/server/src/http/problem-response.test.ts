import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import express from 'express';
import { Problem, STATUS_OF_CODE, type ProblemCode } from '../api/problem.ts';
import { asProblem, sendProblem } from './problem-response.ts';

async function sent(problem: Problem): Promise<{ status: number; headers: Headers; body: unknown }> {
  const app = express();
  app.use((_request, response) => sendProblem(response, problem, 'request-1'));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const body: unknown = await response.json();
  server.closeAllConnections();
  server.close();
  return { status: response.status, headers: response.headers, body };
}

describe('A refusal as problem details (RFC 9457)', () => {
  for (const [code, status] of Object.entries(STATUS_OF_CODE)) {
    it(`${code} has the status ${status}, in the line and in the body`, async () => {
      const reply = await sent(new Problem(code as ProblemCode));
      assert.equal(reply.status, status);
      assert.match(reply.headers.get('content-type') ?? '', /^application\/problem\+json/);
      const { title, ...body } = reply.body as Record<string, unknown>;
      assert.deepEqual(body, { type: `urn:mfa-kit:problem:${code}`, status, code, requestId: 'request-1' });
      assert.ok(typeof title === 'string' && title.length > 0);
    });
  }

  it('keeps the true reason and the cause inside', async () => {
    const reply = await sent(
      new Problem('invalid_code', { reason: 'replay', cause: new Error('row 17 of mfa_totp_factors') }),
    );
    assert.doesNotMatch(JSON.stringify(reply.body), /replay|mfa_totp_factors/);
  });

  it('says how long to wait in the body and in Retry-After, in seconds', async () => {
    const reply = await sent(new Problem('too_many_attempts', { retryAfter: 42 }));
    assert.equal((reply.body as Record<string, unknown>)['retryAfter'], 42);
    assert.equal(reply.headers.get('retry-after'), '42');
  });

  it('says what would be enough, in the body and by RFC 9470', async () => {
    const stepUp = { methods: ['totp'], maxAge: 300, action: 'DELETE /factors' };
    const reply = await sent(new Problem('step_up_required', { stepUp }));
    assert.deepEqual((reply.body as Record<string, unknown>)['stepUp'], stepUp);
    assert.equal(
      reply.headers.get('www-authenticate'),
      'MFA realm="mfa", error="insufficient_user_authentication", acr_values="aal2", max_age=300',
    );
    const other = await sent(new Problem('step_up_required', { stepUp, level: 1 }));
    assert.match(other.headers.get('www-authenticate') ?? '', /acr_values="aal1"/);
  });
});

describe('An error that is no refusal', () => {
  it('is trouble of our own: unavailable, and what it was stays inside (S8)', async () => {
    for (const thrown of [new TypeError('x is not a function'), 'text', undefined, { status: 200 }]) {
      const problem = asProblem(thrown);
      assert.equal(problem.code, 'unavailable');
      assert.equal(problem.details.cause, thrown);
      assert.doesNotMatch(JSON.stringify((await sent(problem)).body), /function|text/);
    }
  });

  it('and a refusal stays what it is', () => {
    const problem = new Problem('conflict');
    assert.equal(asProblem(problem), problem);
  });
});
