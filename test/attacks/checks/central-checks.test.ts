import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAnswer, type Answer } from '../http/answer.ts';
import { assertSound } from './central-checks.ts';
import { Secrets } from './secrets.ts';

const RECOVERY_CODE = 'ABCD-EFGH-JKMN-PQRS';
const REFUSAL = { type: 'about:blank', title: 'No', status: 401, code: 'invalid_code', requestId: 'r1' };
const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Request-Id': 'r1',
  'Content-Type': 'application/problem+json',
};
const COOKIE = `mfa-session=${'T'.repeat(43)}; Max-Age=60; Path=/; HttpOnly; SameSite=Strict`;

function answer(status: number, headers: Readonly<Record<string, string>>, body: unknown): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return parseAnswer(Buffer.from([`HTTP/1.1 ${status} X`, ...lines, '', text].join('\r\n')));
}

function judged(seen: Answer, path = '/mfa/challenge/totp'): () => void {
  const secrets = new Secrets();
  secrets.learnFrom(
    answer(200, { 'Set-Cookie': COOKIE }, { recoveryCodes: [RECOVERY_CODE], csrf: 'C'.repeat(43) }),
  );
  secrets.learnFromSent({ password: 'a long passphrase' });
  return () =>
    assertSound(seen, { method: 'POST', path, body: { code: '123456' } }, secrets, { byParser: false });
}

describe('the checks of every answer', () => {
  it('are content with a refusal by the contract, and with a session view that says its own token', () => {
    assert.doesNotThrow(judged(answer(401, HEADERS, REFUSAL)));
    const view = { state: 'signed-in', csrf: 'C'.repeat(43) };
    assert.doesNotThrow(judged(answer(200, { ...HEADERS, 'Set-Cookie': COOKIE }, view)));
  });

  const refusalWith = (more: Readonly<Record<string, unknown>>): Answer =>
    answer(401, HEADERS, { ...REFUSAL, ...more });
  const viewWith = (more: Readonly<Record<string, unknown>>): Answer =>
    answer(200, HEADERS, { state: 'signed-in', csrf: 'own-token-of-it', ...more });
  const withCookie = (cookie: string): Answer => answer(200, { ...HEADERS, 'Set-Cookie': cookie }, {});

  for (const [what, seen] of [
    ['a fault of the server', answer(503, HEADERS, { ...REFUSAL, status: 503, code: 'unavailable' })],
    ['a code that nobody declared', refusalWith({ code: 'wrong_code' })],
    ['a code with another status', refusalWith({ code: 'not_found' })],
    ['a status in the body that is not the answer’s', refusalWith({ status: 400 })],
    ['a refusal without an id', refusalWith({ requestId: undefined })],
    ['a refusal as a page', answer(401, { ...HEADERS, 'Content-Type': 'text/html' }, '<h1>No</h1>')],
    ['a wait that is not said', answer(429, HEADERS, { ...REFUSAL, status: 429, code: 'too_many_attempts' })],
    ['a stack', refusalWith({ detail: 'Error\n    at login (/srv/app/login.ts:7:1)' })],
    ['a message of the database', refusalWith({ detail: 'SQLITE_CONSTRAINT: UNIQUE' })],
    ['the code, repeated', refusalWith({ detail: 'the code 123456 is wrong' })],
    ['a recovery code', viewWith({ hint: `not ${RECOVERY_CODE}` })],
    ['a recovery code without its dashes', refusalWith({ detail: RECOVERY_CODE.replaceAll('-', '') })],
    ['a password', refusalWith({ detail: 'a long passphrase' })],
    ['a session token', viewWith({ token: 'T'.repeat(43) })],
    ['somebody else’s CSRF token', viewWith({ other: 'C'.repeat(43) })],
    ['an answer that may be kept', answer(200, { ...HEADERS, 'Cache-Control': 'private' }, {})],
    ['an answer without an id', answer(200, { 'Cache-Control': 'no-store' }, {})],
    ['the name of the framework', answer(200, { ...HEADERS, 'X-Powered-By': 'Express' }, {})],
    ['leave for other origins', answer(200, { ...HEADERS, 'Access-Control-Allow-Origin': '*' }, {})],
    ['a cookie for scripts', withCookie(COOKIE.replace('; HttpOnly', ''))],
    ['a cookie for other sites', withCookie(COOKIE.replace('Strict', 'None'))],
    ['a cookie for a whole domain', withCookie(`${COOKIE}; Domain=example.com`)],
    ['a cookie for a part of the site', withCookie(COOKIE.replace('Path=/', 'Path=/mfa'))],
    ['a cookie with the prefix and without Secure', withCookie(`__Host-${COOKIE}`)],
    ['a cookie of another name', withCookie(COOKIE.replace('mfa-session', 'debug'))],
  ] as const) {
    it(`find ${what}`, () => {
      assert.throws(judged(seen), assert.AssertionError);
    });
  }
});
