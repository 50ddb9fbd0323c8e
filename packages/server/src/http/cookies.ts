import { parseCookie, stringifySetCookie } from 'cookie';
import type { CookieChange, IssuedToken } from '../api/call.ts';

type CookieKind = keyof CookieChange;

const KINDS = ['session', 'pending', 'device'] as const satisfies readonly CookieKind[];

/** Names and attributes of the kit's cookies. */
export interface Cookies {
  /** @param header The request's `Cookie` header. */
  read(header: string | undefined): Readonly<Partial<Record<CookieKind, string>>>;
  /**
   * `Set-Cookie` values for a change.
   *
   * @param options.redirects Set when the host answers with a redirect from another site's page: a strict cookie would not go along.
   */
  write(change: CookieChange, now: number, options?: { redirects: boolean }): readonly string[];
}

/**
 * `__Host-` ties a cookie to this very host, path `/` and https. Browsers refuse the prefix without https, so on `http://localhost`, and
 * there only, the names go without it.
 *
 * @param publicUrl The configured origin.
 */
export function createCookies(publicUrl: string): Cookies {
  const secure = publicUrl.startsWith('https:');
  const nameOf = (kind: CookieKind): string => `${secure ? '__Host-' : ''}mfa-${kind}`;

  function setCookie(kind: CookieKind, token: IssuedToken | null, now: number, redirects: boolean): string {
    return stringifySetCookie({
      name: nameOf(kind),
      value: token?.value ?? '',
      path: '/',
      httpOnly: true,
      secure,
      sameSite: kind === 'pending' && redirects ? 'lax' : 'strict',
      maxAge: token ? Math.max(0, Math.floor((token.expiresAt - now) / 1000)) : 0,
    });
  }

  return {
    read(header) {
      if (header === undefined) return {};
      const cookies = parseCookie(header);
      const found: Partial<Record<CookieKind, string>> = {};
      for (const kind of KINDS) {
        const value = cookies[nameOf(kind)];
        if (value !== undefined && value !== '') found[kind] = value;
      }
      return found;
    },

    write: (change, now, { redirects } = { redirects: false }) =>
      KINDS.flatMap((kind) => {
        const token = change[kind];
        return token === undefined ? [] : [setCookie(kind, token, now, redirects)];
      }),
  };
}
