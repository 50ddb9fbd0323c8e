import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { AuthenticatorApp, stepAt } from '../cast/authenticator-app.ts';
import { PASSWORD } from '../cast/people.ts';
import { STATUS_OF_CODE } from '../checks/codes.ts';

/** A server that does what it is asked and forgets everything that could go wrong: what the attacks have to find. */
export interface WeakServer {
  readonly url: string;
  close(): Promise<void>;
}

interface Person {
  readonly id: string;
  readonly login: string;
  app?: AuthenticatorApp;
  recoveryCodes: readonly string[];
}

interface Browser {
  person?: Person;
  half: boolean;
}

interface Exchange {
  readonly body: Readonly<Record<string, unknown>>;
  readonly browser: Browser;
  readonly parameter: string;
  readonly response: ServerResponse;
}

class Refusal extends Error {}

const SECRET_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const random = (length: number, alphabet: string): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % 32]).join('');

function refuse(code: string): never {
  throw new Refusal(code);
}

/** Everything it does. Each comment names what is missing. */
function behaviour(): Readonly<Record<string, (exchange: Exchange) => unknown>> {
  const people: Person[] = [];
  const pendingApps = new Map<string, AuthenticatorApp>();
  let offset = 0;
  const now = (): number => Date.now() + offset;
  const found = ({ person }: Browser): Person => person ?? refuse('session_required');
  const view = ({ person, half }: Browser): object =>
    person && !half
      ? { state: 'signed-in', user: { id: person.id } }
      : { state: half ? 'challenge' : 'signed-out' };

  return {
    'POST /demo/users': ({ body, response }) => {
      const person = { id: random(22, CODE_ALPHABET), login: String(body['email']), recoveryCodes: [] };
      people.push(person);
      response.statusCode = 201;
      return { id: person.id };
    },
    'POST /demo/clock': ({ body }) => {
      offset += Number(body['advanceSeconds']) * 1000;
      return { now: new Date(now()).toISOString() };
    },
    'GET /mfa/session': ({ browser }) => view(browser),
    // No limit, no check of where the request comes from, and unknown people are told apart.
    'POST /mfa/sign-in': ({ body, browser }) => {
      const person = people.find(({ login }) => login === body['login']) ?? refuse('not_found');
      if (body['password'] !== PASSWORD) refuse('invalid_credentials');
      browser.person = person;
      browser.half = person.app !== undefined;
      return view(browser);
    },
    // Only the browser forgets; the token lives on.
    'POST /mfa/sign-out': ({ response }) => {
      response.setHeader('Set-Cookie', 'mfa-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict');
      response.statusCode = 204;
      return undefined;
    },
    // However long ago the password was proven.
    'POST /mfa/totp': ({ response, browser }) => {
      found(browser);
      const [id, secret] = [random(22, CODE_ALPHABET), random(32, SECRET_ALPHABET)];
      pendingApps.set(id, new AuthenticatorApp(secret));
      response.statusCode = 201;
      return { id, secret };
    },
    // Whoever began it.
    'POST /mfa/totp/:id/confirm': ({ body, browser, parameter }) => {
      const app = pendingApps.get(parameter) ?? refuse('not_found');
      if (!matches(app, body['code'], now())) refuse('invalid_code');
      const person = found(browser);
      person.app = app;
      person.recoveryCodes = Array.from({ length: 10 }, () =>
        Array.from({ length: 4 }, () => random(4, CODE_ALPHABET)).join('-'),
      );
      return { factor: { id: parameter }, recoveryCodes: person.recoveryCodes, session: view(browser) };
    },
    // As often as one likes, and used codes too.
    'POST /mfa/challenge/totp': ({ body, browser }) => {
      const { app } = found(browser);
      if (!app || !matches(app, body['code'], now())) refuse('invalid_code');
      browser.half = false;
      return view(browser);
    },
    // Nothing is spent.
    'POST /mfa/challenge/recovery-code': ({ body, browser }) => {
      if (!found(browser).recoveryCodes.includes(String(body['code']))) refuse('invalid_code');
      browser.half = false;
      return { ...view(browser), aal: 1, mustEnroll: true };
    },
    // Whoever asks, about whomever, for however long.
    'POST /mfa/admin/members/:id/reset': ({ response, browser }) => {
      found(browser);
      response.statusCode = 204;
      return undefined;
    },
    'POST /mfa/admin/members/:id/exempt': ({ response, browser }) => {
      found(browser);
      response.statusCode = 204;
      return undefined;
    },
    // As many as one likes, and who opens one can approve it.
    'POST /mfa/admin/recoveries': ({ response, browser }) => {
      found(browser);
      response.statusCode = 201;
      return { id: random(22, CODE_ALPHABET), status: 'pending' };
    },
    'POST /mfa/admin/recoveries/:id/approve': ({ parameter }) => ({ id: parameter, status: 'waiting' }),
    'GET /api/notes': ({ browser }) => {
      if (found(browser).id === '' || browser.half) refuse('session_required');
      return { notes: [] };
    },
    // The guard stands at another spelling of the path.
    'GET /API/notes': () => ({ notes: ['a secret'] }),
    'POST /api/billing/charge': ({ browser }) => {
      found(browser);
      return {};
    },
  };
}

/** Where something is done to one of many. */
const WITH_PARAMETER = /^(\/mfa\/(?:totp|admin\/members|admin\/recoveries))\/([^/]+)\/(\w+)$/;

/** Five minutes of codes, and whatever can be made a number of. */
function matches(app: AuthenticatorApp, code: unknown, now: number): boolean {
  const steps = Array.from({ length: 11 }, (_, index) => stepAt(now) - 5 + index);
  return steps.some((step) => Number(app.codeOfStep(step)) === Number(code));
}

export async function startWeakServer(): Promise<WeakServer> {
  const browsers = new Map<string, Browser>();
  const routes = behaviour();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const [, above = '', parameter = '', action = ''] = WITH_PARAMETER.exec(path) ?? [];
    const route = routes[`${request.method ?? ''} ${above === '' ? path : `${above}/:id/${action}`}`];
    // A token is whatever the browser brings, and never another one.
    const token =
      /mfa-session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? randomBytes(32).toString('base64url');
    const browser = browsers.get(token) ?? { half: false };
    browsers.set(token, browser);
    response.setHeader('Set-Cookie', `mfa-session=${token}; Max-Age=3600; Path=/; HttpOnly; SameSite=Strict`);
    const body = request.method === 'POST' ? ((await json(request)) as Exchange['body']) : {};
    return (route ?? (() => refuse('not_found')))({ body, browser, parameter, response });
  }

  const server = createServer((request, response) => {
    const requestId = randomBytes(16).toString('base64url');
    response.setHeader('Cache-Control', 'no-store').setHeader('X-Request-Id', requestId);
    answer(request, response).then(
      (body) => response.end(JSON.stringify(body)),
      (error: unknown) => {
        const code = error instanceof Refusal ? error.message : 'validation_failed';
        const status = STATUS_OF_CODE[code] ?? 400;
        response.setHeader('Content-Type', 'application/problem+json').statusCode = status;
        response.end(JSON.stringify({ type: 'about:blank', title: code, status, code, requestId }));
      },
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
