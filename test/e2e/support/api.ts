import assert from 'node:assert/strict';
import { parseOtpAccount } from '../../../demo/shared/otpauth.ts';
import { currentCode } from '../../../demo/shared/totp.ts';

/** Everybody's password in the demo. */
export const PASSWORD = 'acme-demo-passphrase';

/** One answer, with its body as far as it is JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** One browser as far as the API can tell: cookies and the CSRF token that goes with them. */
export class ApiClient {
  readonly url: string;
  readonly #cookies = new Map<string, string>();
  #csrf: string | undefined;

  constructor(url: string) {
    this.url = url;
  }

  /** The headers that a call of this browser carries. */
  get headers(): Record<string, string> {
    return {
      'Content-Type': 'application/json',
      ...(this.#cookies.size > 0 && { Cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') }),
      ...(this.#csrf !== undefined && { 'X-MFA-CSRF': this.#csrf }),
    };
  }

  async call(method: string, path: string, body?: unknown): Promise<ApiAnswer> {
    const content = method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) };
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: this.headers,
      redirect: 'manual',
      ...content,
    });
    this.#keepCookies(response.headers);
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ? (JSON.parse(text) as unknown) : {};
    const answer = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
    this.#keepCsrf(answer);
    return { status: response.status, headers: response.headers, body: answer };
  }

  /** Password only; what comes next depends on the person's factors. */
  async signIn(login: string, password: string = PASSWORD): Promise<ApiAnswer> {
    return this.call('POST', '/mfa/sign-in', { login, password });
  }

  #keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }

  #keepCsrf(body: Record<string, unknown>): void {
    const view = (body['session'] ?? body) as Record<string, unknown>;
    if (typeof view['csrf'] === 'string') this.#csrf = view['csrf'];
  }
}

/** What a person may be in the demo; a member of a workspace of their own where nothing is said. */
export interface NewPerson {
  readonly role?: 'admin' | 'member' | 'support';
  readonly workspace?: string;
}

/** The control API of the demo. */
export class Control {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Moves everybody's clock on; answers the new time in milliseconds. 0 reads it. */
  async advance(seconds: number): Promise<number> {
    const { now } = (await this.post('clock', { advanceSeconds: seconds })) as { now: string };
    return Date.parse(now);
  }

  /** Adds a person of one's own. @param account What is not as for everybody. @returns their login. */
  async addPerson(name: string, account: NewPerson = {}): Promise<string> {
    const email = `${name}@example.com`;
    await this.post('users', { email, ...account });
    return email;
  }

  async post(path: string, body: unknown = {}): Promise<unknown> {
    const response = await fetch(`${this.#url}/demo/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.ok(response.ok, `POST /demo/${path} answered ${response.status}`);
    return response.json();
  }

  async get(path: string): Promise<unknown> {
    const response = await fetch(`${this.#url}/demo/${path}`);
    assert.ok(response.ok, `GET /demo/${path} answered ${response.status}`);
    return response.json();
  }
}

/** A person with an authenticator app and recovery codes. */
export interface EnrolledPerson {
  readonly login: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Adds a person and sets up their app over the API, signed in until now in `browser`. */
export async function enrolledPerson(
  url: string,
  name: string,
  account: NewPerson = {},
): Promise<EnrolledPerson & { readonly browser: ApiClient }> {
  const control = new Control(url);
  const login = await control.addPerson(name, account);
  const browser = new ApiClient(url);
  assert.equal((await browser.signIn(login)).status, 200);
  const started = await browser.call('POST', '/mfa/totp');
  assert.equal(started.status, 201);
  const secret = String(started.body['secret']);
  const code = await codeNow(secret, await control.advance(0));
  const confirmed = await browser.call('POST', `/mfa/totp/${String(started.body['id'])}/confirm`, { code });
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
  return { login, secret, recoveryCodes: confirmed.body['recoveryCodes'] as string[], browser };
}

/** The code that an app with this secret shows. @param milliseconds The demo's time. */
export async function codeNow(secret: string, milliseconds: number): Promise<string> {
  const account = parseOtpAccount(secret);
  assert.ok(account, 'this is no secret');
  return (await currentCode(account, milliseconds)).code;
}

/** A well-formed code that is none of the three which would be accepted now. */
export async function wrongCodes(secret: string, milliseconds: number, count: number): Promise<string[]> {
  const steps = [-60_000, -30_000, 0, 30_000, 60_000];
  const right = new Set(await Promise.all(steps.map((distance) => codeNow(secret, milliseconds + distance))));
  const codes = Array.from({ length: count + right.size }, (_, index) => String(100_000 + index));
  return codes.filter((code) => !right.has(code)).slice(0, count);
}
