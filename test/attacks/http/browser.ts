import { csrfOf } from '../checks/secrets.ts';
import type { Answer } from './answer.ts';
import type { Request } from './request.ts';

/** Sends a request on its way, and looks at what comes back. */
export type Send = (request: Request, from?: string) => Promise<Answer>;

export type CookieKind = 'session' | 'pending' | 'device';

/** One browser, as far as a server can tell: its cookies, the CSRF token that goes with them, and its address. */
export class Browser {
  readonly #send: Send;
  readonly from: string | undefined;
  readonly #cookies = new Map<string, string>();
  csrf: string | undefined;

  constructor(send: Send, from: string | undefined) {
    this.#send = send;
    this.from = from;
  }

  /** A thief's browser: everything of this one, in another place. What happens to one of them the other does not see. */
  copy(from = this.from): Browser {
    const other = new Browser(this.#send, from);
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value);
    other.csrf = this.csrf;
    return other;
  }

  /** The value of a cookie; empty when there is none. */
  cookie(kind: CookieKind): string {
    return this.#cookies.get(this.#nameOf(kind)) ?? '';
  }

  /** Puts a value into a cookie, or removes it. */
  setCookie(kind: CookieKind, value: string | undefined): void {
    const name = this.#nameOf(kind);
    if (value === undefined) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  get cookieHeader(): string {
    return [...this.#cookies].map((pair) => pair.join('=')).join('; ');
  }

  /** The request that this browser would send. @param headers take the place of its own; `null` leaves one out. */
  request(method: string, path: string, body?: unknown, headers: Request['headers'] = {}): Request {
    const changes = !['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);
    const content = changes ? (body ?? {}) : body;
    return {
      method,
      path,
      ...(content !== undefined && { body: content }),
      headers: {
        ...(changes && { 'Content-Type': 'application/json' }),
        ...(this.#cookies.size > 0 && { Cookie: this.cookieHeader }),
        ...(changes && this.csrf !== undefined && { 'X-MFA-CSRF': this.csrf }),
        ...headers,
      },
    };
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Request['headers'] = {},
  ): Promise<Answer> {
    const answer = await this.#send(this.request(method, path, body, headers), this.from);
    this.keep(answer);
    return answer;
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  post(path: string, body?: unknown, headers?: Request['headers']): Promise<Answer> {
    return this.call('POST', path, body, headers);
  }

  delete(path: string): Promise<Answer> {
    return this.call('DELETE', path);
  }

  /** Does with an answer what a browser and its page do: keeps cookies and CSRF token. */
  keep({ headers, body }: Answer): void {
    for (const line of headers.get('set-cookie') ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    this.csrf = csrfOf(body) ?? this.csrf;
  }

  /** With `__Host-` where the server says so; it is learned from what it sets. */
  #nameOf(kind: CookieKind): string {
    const host = [...this.#cookies.keys()].some((name) => name.startsWith('__Host-'));
    return `${host ? '__Host-' : ''}mfa-${kind}`;
  }
}
