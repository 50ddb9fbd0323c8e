import assert from 'node:assert/strict';
import { parseSetCookie } from 'cookie';
import type { Route } from '../api/route.ts';
import { codesOf } from '../http/openapi.ts';
import type { Reply } from './browser.ts';

/** One request with its answer. */
export interface Exchange {
  readonly method: string;
  /** Below the mount path. */
  readonly path: string;
  readonly sent: unknown;
  readonly reply: Reply;
}

/** Where nothing secret may turn up. */
export interface Places {
  readonly log: string;
  /** Every row of every table, as text. */
  readonly tables: string;
  readonly mails: string;
}

/** Shorter texts turn up by chance. */
const SHORTEST_SECRET = 12;

/**
 * Watches everything that a test does with a kit, whatever it is about, and judges at the end: what holds for each answer (declared code,
 * declared shape, headers, cookies) and for the run as a whole (rule K6) so needs no test that remembers to ask.
 */
export class Witness {
  readonly secrets = new Set<string>();
  /** Tokens that were mailed; a mail is the one place for them. */
  readonly links = new Set<string>();
  readonly #exchanges: Exchange[] = [];

  /** Notes a text that must not be found anywhere. */
  keepSecret(text: unknown): void {
    if (typeof text === 'string' && text.length >= SHORTEST_SECRET) this.secrets.add(text);
  }

  /** Notes a token of a mailed link. */
  keepLink(token: unknown): void {
    if (typeof token === 'string') this.links.add(token);
  }

  saw(exchange: Exchange): void {
    this.#exchanges.push(exchange);
    const { sent, reply } = exchange;
    const { body } = reply;
    const view = (body['session'] ?? body) as Record<string, unknown>;
    this.keepSecret(view['csrf']);
    this.keepSecret(body['secret']);
    this.keepSecret(body['uri']);
    // Of a challenge only the hash is stored.
    this.keepSecret((body['options'] as { challenge?: unknown } | undefined)?.challenge);
    if (Array.isArray(body['recoveryCodes'])) {
      for (const code of body['recoveryCodes'] as string[]) {
        this.keepSecret(code);
        this.keepSecret(code.replaceAll('-', ''));
      }
    }
    for (const header of reply.headers.getSetCookie()) {
      const { value = '' } = parseSetCookie(header);
      // The cookie of remembered devices holds several: a series and a token for each.
      for (const part of value.split(/[.~]/)) this.keepSecret(part);
    }
    if (typeof sent === 'object' && sent !== null) {
      this.keepSecret((sent as Record<string, unknown>)['password']);
    }
  }

  /** Judges each answer by the declaration of its route. */
  judgeAnswers(routes: readonly Route[]): void {
    for (const exchange of this.#exchanges) {
      const { method, path, reply } = exchange;
      const told = `${method} ${path} → ${reply.status} ${reply.text.slice(0, 200)}`;
      assert.equal(reply.headers.get('cache-control'), 'no-store', told);
      assert.match(reply.headers.get('x-request-id') ?? '', /^[\w-]{22}$/, told);
      judgeCookies(reply.headers.getSetCookie());
      const route = routes.find((declared) => isOf(declared, method, path));
      if (reply.status >= 400) judgeRefusal(reply, method, route, told);
      else judgeSuccess(reply, route, told);
    }
  }

  /** Judges what was written to the audit while answering by what the route declares. */
  judgeAudit(
    routes: readonly Route[],
    trail: readonly { readonly event: string; readonly request_id: string | null }[],
  ): void {
    const asked = new Map(this.#exchanges.map((one) => [one.reply.headers.get('x-request-id'), one]));
    for (const { event, request_id: requestId } of trail) {
      const exchange = asked.get(requestId);
      if (!exchange) continue;
      const route = routes.find((declared) => isOf(declared, exchange.method, exchange.path));
      // A refusal for want of freshness, or of a factor that is owed, follows from another part of the declaration.
      if (event === 'auth.step_up.required' && route?.freshness !== 'none') continue;
      if (event === 'auth.enforcement.blocked' && route?.overdue === 'closed') continue;
      const declared: readonly string[] = Array.isArray(route?.audit) ? (route.audit as string[]) : [];
      assert.ok(declared.includes(event), `${exchange.method} ${exchange.path} wrote ${event}, undeclared`);
    }
  }

  /** Searches every secret of the run where it may not be (rule K6). */
  judgeSecrecy({ log, tables, mails }: Places): void {
    const refusals = this.#exchanges
      .filter(({ reply }) => reply.status >= 400)
      .map(({ reply }) => reply.text)
      .join('\n');
    // What a person saves leaves the browser, and is kept and sent around.
    const files = this.#exchanges
      .filter(({ reply }) => reply.headers.has('content-disposition'))
      .map(({ reply }) => reply.text)
      .join('\n');
    const places = { log, tables, refusals, files };
    for (const secret of this.secrets) {
      for (const [place, text] of Object.entries({ ...places, mails })) assertAbsent(secret, place, text);
    }
    for (const link of this.links) {
      for (const [place, text] of Object.entries(places)) assertAbsent(link, place, text);
    }
  }
}

function assertAbsent(secret: string, place: string, text: string): void {
  assert.ok(!text.includes(secret), `K6: a secret of this run is in the ${place}: ${secret.slice(0, 4)}…`);
}

/** Whether a request is one of a route. HEAD runs what GET declares. */
function isOf(route: Route, method: string, path: string): boolean {
  const pattern = new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);
  return route.method === (method === 'HEAD' ? 'GET' : method) && pattern.test(path.split('?')[0] ?? '');
}

function judgeCookies(headers: readonly string[]): void {
  for (const header of headers) {
    const { name, httpOnly, sameSite, path, domain, maxAge } = parseSetCookie(header);
    assert.match(name, /^(__Host-)?mfa-(session|pending|device)$/, header);
    assert.equal(httpOnly, true, header);
    assert.ok(sameSite === 'strict' || (sameSite === 'lax' && name.endsWith('pending')), header);
    assert.equal(path, '/', header);
    assert.equal(domain, undefined, header);
    assert.ok(maxAge !== undefined, header);
    assert.equal(header.includes('; Secure'), name.startsWith('__Host-'), header);
  }
}

function judgeRefusal(reply: Reply, method: string, route: Route | undefined, told: string): void {
  assert.match(reply.headers.get('content-type') ?? '', /^application\/problem\+json/, told);
  if (method === 'HEAD') return;
  const { type, title, status, code, requestId, ...extras } = reply.body;
  const { retryAfter, stepUp, requirement, unknownCredential, fields, ...others } = extras;
  assert.deepEqual(others, {}, told);
  assert.equal(type, `urn:mfa-kit:problem:${String(code)}`, told);
  assert.equal(typeof title, 'string', told);
  assert.equal(status, reply.status, told);
  assert.equal(requestId, reply.headers.get('x-request-id'), told);
  assert.equal(stepUp !== undefined, code === 'step_up_required', told);
  assert.equal(requirement !== undefined, code === 'mfa_required', told);
  assert.ok(fields === undefined || code === 'validation_failed', told);
  assert.ok(unknownCredential === undefined || code === 'passkey_rejected', told);
  const wait = reply.headers.get('retry-after');
  assert.equal(wait === null ? undefined : Number(wait), retryAfter, told);
  if (route) assert.ok((codesOf(route) as readonly unknown[]).includes(code), `undeclared: ${told}`);
  else assert.equal(code, 'not_found', told);
}

function judgeSuccess(reply: Reply, route: Route | undefined, told: string): void {
  if (!route) assert.fail(`answered without a declaration: ${told}`);
  assert.equal(reply.status, route.answer.status, told);
  if (reply.text === '') return;
  const { attachment } = route.answer;
  if (attachment !== undefined) {
    assert.equal(reply.headers.get('content-type'), `${attachment}; charset=utf-8`, told);
    assert.match(reply.headers.get('content-disposition') ?? '', /^attachment; filename="[\w.-]+"$/, told);
  }
  if (attachment === 'text/csv') return;
  if (!route.answer.schema) assert.fail(`a body that nobody declared: ${told}`);
  const parsed = route.answer.schema.safeParse(reply.body);
  assert.ok(parsed.success, `not as declared: ${told} ${String(parsed.error)}`);
  // What the schema does not name it strips: nothing may be left over.
  assert.deepEqual(parsed.data, reply.body, told);
}
