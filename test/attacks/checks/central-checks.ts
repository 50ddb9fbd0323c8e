import assert from 'node:assert/strict';
import { headerOf, type Answer } from '../http/answer.ts';
import type { Request } from '../http/request.ts';
import { STATUS_OF_CODE } from './codes.ts';
import { csrfOf, type Secrets } from './secrets.ts';

/** What tells of the server's inside: a stack, a file, a statement, a driver. */
const INSIDE =
  /\n\s+at |node_modules|\.[jt]s:\d+|SQLITE_|SqliteError|ECONN|syntax error at|(TypeError|RangeError|SyntaxError|ZodError)\b/;

/**
 * What holds for every answer to every attack, whatever it is about.
 *
 * @param secrets what this attack knows by now; what the answer reveals is not yet among it
 * @param options.byParser allows the bare refusal of an HTTP parser, which an application never gets to see
 */
export function assertSound(
  answer: Answer,
  { method, path, body: sent }: Request,
  secrets: Secrets,
  { byParser }: { readonly byParser: boolean },
): void {
  const { status, text } = answer;
  const told = `${method} ${path.slice(0, 60)} → ${status} ${text.slice(0, 200)}`;
  assert.ok(status < 500, `a fault of the server: ${told}`);
  assert.doesNotMatch(text, INSIDE, `tells of the inside: ${told}`);
  assert.equal(headerOf(answer, 'x-powered-by'), '', `names what it is made with: ${told}`);
  assert.equal(headerOf(answer, 'access-control-allow-origin'), '', `lets other origins read: ${told}`);
  if (byParser && status >= 400 && text === '') return;
  if (/^\/(mfa|api)\//.test(path)) assertKept(answer, told);
  if (status >= 400 && method !== 'HEAD' && /^\/(mfa|api|demo)\//.test(path)) assertProblem(answer, told);
  assertSecret(answer, sent, secrets, told);
  for (const line of answer.headers.get('set-cookie') ?? []) assertCookie(line);
}

function assertKept(answer: Answer, told: string): void {
  assert.match(headerOf(answer, 'cache-control'), /no-store/, `may be cached: ${told}`);
  assert.notEqual(headerOf(answer, 'x-request-id'), '', `has no request id: ${told}`);
}

function assertProblem(answer: Answer, told: string): void {
  const { body, status } = answer;
  assert.match(headerOf(answer, 'content-type'), /^application\/problem\+json/, `is no problem: ${told}`);
  const code = String(body['code']);
  assert.equal(STATUS_OF_CODE[code], status, `has no code of the contract, or not its status: ${told}`);
  assert.equal(body['status'], status, told);
  for (const field of ['type', 'title', 'requestId'])
    assert.equal(typeof body[field], 'string', `no ${field}: ${told}`);
  if (code === 'too_many_attempts') {
    assert.ok(Number(body['retryAfter']) >= 1, `does not say how long to wait: ${told}`);
    assert.equal(headerOf(answer, 'retry-after'), String(body['retryAfter']), told);
  }
}

function assertSecret(answer: Answer, sent: unknown, secrets: Secrets, told: string): void {
  const { status, text, body } = answer;
  // A session view says its own token again and again: that is what the page reads it from.
  const own = csrfOf(body);
  const others = own === undefined || status >= 400 ? text : text.replaceAll(JSON.stringify(own), '""');
  const found = secrets.findIn(others);
  assert.equal(found, undefined, `gives away ${String(found)}: ${told}`);
  const code = (sent as { code?: unknown } | undefined)?.code;
  if (status < 400 || typeof code !== 'string' || !/^\d{6}$/.test(code)) return;
  assert.doesNotMatch(text, new RegExp(`(?<!\\d)${code}(?!\\d)`), `repeats the code: ${told}`);
}

function assertCookie(line: string): void {
  const name = /^(__Host-)?mfa-(session|pending|device)=/.exec(line)?.[0];
  assert.ok(name, `a cookie that is none of the kit's: ${line.replace(/=.*/, '')}`);
  const attributes = line
    .split(';')
    .slice(1)
    .map((part) => part.trim().toLowerCase());
  for (const wanted of ['httponly', 'path=/', 'samesite=strict']) {
    assert.ok(attributes.includes(wanted), `${name} without ${wanted}`);
  }
  assert.ok(!attributes.some((attribute) => attribute.startsWith('domain')), `${name} for a whole domain`);
  assert.equal(attributes.includes('secure'), name.startsWith('__Host-'), `${name} and Secure`);
}
