import { parseSetCookie } from 'cookie';
import type { SessionView } from '../sessions/session-view.ts';
import type { Witness } from './witness.ts';

/** An answer as a test looks at it. */
export interface Reply<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly text: string;
}

/** Headers to add; `undefined` leaves out one that would be there. */
export type HeaderChanges = Readonly<Record<string, string | undefined>>;

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** A browser as far as the BFF can tell: it keeps cookies, and sends back the CSRF value of the newest session view. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #base: string;
  readonly #headers: HeaderChanges;
  readonly #witness: Witness;
  csrf: string | undefined;

  /** @param base Address of the server, without the mount path. */
  constructor(base: string, witness: Witness, headers: HeaderChanges = {}) {
    this.#base = base;
    this.#witness = witness;
    this.#headers = { 'sec-fetch-site': 'same-origin', ...headers };
  }

  /** Another browser holding the same cookies: what a thief of them would have. */
  copy(): Browser {
    const twin = new Browser(this.#base, this.#witness, this.#headers);
    for (const [name, value] of this.cookies) twin.cookies.set(name, value);
    twin.csrf = this.csrf;
    return twin;
  }

  /** Calls the kit. @param body Text and bytes go as they are, anything else as JSON. */
  async send(method: string, path: string, body?: unknown, changes: HeaderChanges = {}): Promise<Reply> {
    const reply = await this.#request(method, `/mfa${path}`, body, changes);
    this.#witness.saw({ method, path, sent: body, reply });
    return reply;
  }

  /** Calls a route of the host. */
  host(method: string, path: string, body?: unknown, changes: HeaderChanges = {}): Promise<Reply> {
    return this.#request(method, path, body, changes);
  }

  get = (path: string, changes?: HeaderChanges): Promise<Reply> => this.send('GET', path, undefined, changes);
  post = (path: string, body: unknown = {}, changes?: HeaderChanges): Promise<Reply> =>
    this.send('POST', path, body, changes);
  patch = (path: string, body: unknown, changes?: HeaderChanges): Promise<Reply> =>
    this.send('PATCH', path, body, changes);
  delete = (path: string, changes?: HeaderChanges): Promise<Reply> =>
    this.send('DELETE', path, undefined, changes);

  async #request(method: string, path: string, body: unknown, changes: HeaderChanges): Promise<Reply> {
    const unsafe = !SAFE_METHODS.includes(method);
    const headers: HeaderChanges = {
      ...this.#headers,
      ...(this.cookies.size > 0 && {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      }),
      ...(unsafe && { 'content-type': 'application/json' }),
      ...(unsafe && this.csrf !== undefined && { 'x-mfa-csrf': this.csrf }),
      ...changes,
    };
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined),
      redirect: 'manual',
      ...(body !== undefined && {
        body: asSent(body),
      }),
    });
    for (const header of response.headers.getSetCookie()) {
      const { name, value, maxAge } = parseSetCookie(header);
      if (maxAge === 0 || value === undefined) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    const parsed = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    const view = (parsed['session'] ?? parsed) as Partial<SessionView>;
    if (typeof view.state === 'string') this.csrf = view.csrf;
    return { status: response.status, headers: response.headers, body: parsed, text };
  }
}

/** Text and bytes as they are, anything else as JSON. */
function asSent(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}
