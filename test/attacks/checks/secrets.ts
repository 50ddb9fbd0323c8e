import type { Answer } from '../http/answer.ts';

/** Shorter texts turn up by chance. */
const SHORTEST = 8;

/** The secrets that an attack, or a whole run, came to know: where one of them turns up again, something leaks (rule K6). */
export class Secrets {
  readonly #kept = new Map<string, string>();

  keep(what: string, text: unknown): void {
    if (typeof text === 'string' && text.length >= SHORTEST) this.#kept.set(text, what);
  }

  keepAll(others: Secrets): void {
    for (const [text, what] of others.#kept) this.#kept.set(text, what);
  }

  /** What the first secret found in a text is; never the secret itself. */
  findIn(text: string): string | undefined {
    for (const [secret, what] of this.#kept) if (text.includes(secret)) return what;
    return undefined;
  }

  /** Keeps what an answer reveals, which it may do this once. */
  learnFrom({ body, headers }: Answer): void {
    this.keep('the secret of an authenticator app', body['secret']);
    this.keep(
      'the challenge of a passkey',
      (body['options'] as { challenge?: unknown } | undefined)?.challenge,
    );
    this.keep('a CSRF token', csrfOf(body));
    const codes = body['recoveryCodes'];
    if (Array.isArray(codes)) for (const code of codes) this.#keepRecoveryCode(code);
    for (const line of headers.get('set-cookie') ?? []) {
      this.keep('the token in a cookie', /^[^=]+=([^;]*)/.exec(line)?.[1]);
    }
  }

  /** Keeps what a person types: the server has no reason to say it back. */
  learnFromSent(body: unknown): void {
    if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return;
    const { password, current, next } = body as Record<string, unknown>;
    for (const typed of [password, current, next]) this.keep('a password', typed);
  }

  #keepRecoveryCode(code: unknown): void {
    this.keep('a recovery code', code);
    if (typeof code === 'string') this.keep('a recovery code', code.replaceAll('-', ''));
  }
}

/** The CSRF token in a session view, or in an answer that carries one. */
export function csrfOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const view = (body['session'] ?? body) as Record<string, unknown>;
  return typeof view['csrf'] === 'string' ? view['csrf'] : undefined;
}
