import { parseSetCookie } from 'cookie';
import { newToken } from '../secrets/tokens.ts';
import { found, foundIf, type Finding } from './finding.ts';
import { reasonOf } from './reason.ts';

/** So long an answer may take. Milliseconds. */
const PATIENCE = 10_000;

/** How the doctor asks over HTTP: `fetch`. */
export type Ask = (url: string, init?: RequestInit) => Promise<Response>;

/** Where the application says it is. */
export interface Place {
  readonly publicUrl: string;
  readonly basePath: string;
}

/** What was found, and what time it was there: in milliseconds, `undefined` where nobody answered. */
export interface WebDiagnosis {
  readonly findings: readonly Finding[];
  readonly time: number | undefined;
}

/** One question, with an end to waiting; redirects are answers of their own. */
export const asking =
  (ask: Ask): Ask =>
  (url, init) =>
    ask(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });

/** Asks the running application as a browser would: it is there, it is this one, and nothing in between changes its answers. */
export async function examineWeb(ask: Ask, { publicUrl, basePath }: Place): Promise<WebDiagnosis> {
  const secure = publicUrl.startsWith('https:');
  let answer: Response;
  let document: unknown;
  try {
    answer = await ask(`${publicUrl}${basePath}/openapi.json`);
    document = await answer.json().catch(() => undefined);
  } catch (error) {
    return { findings: [found('web.away', reasonOf(error)), ...atHome(publicUrl)], time: undefined };
  }
  const date = Date.parse(answer.headers.get('date') ?? '');
  const time = Number.isNaN(date) ? undefined : date;
  const says = addressIn(document);
  if (answer.status !== 200 || says !== `${publicUrl}${basePath}`) {
    const detail =
      says === undefined ? `it answered ${answer.status}, and no description` : `it says it is ${says}`;
    return { findings: [found('web.other', detail), ...atHome(publicUrl)], time };
  }
  return {
    findings: [
      ...foundIf(answer.headers.get('cache-control') !== 'no-store', 'web.cached'),
      ...(await examineCookies(ask, `${publicUrl}${basePath}/session`, secure)),
      ...foundIf(secure && !answer.headers.has('strict-transport-security'), 'web.hsts'),
      ...atHome(publicUrl),
    ],
    time,
  };
}

const atHome = (publicUrl: string): readonly Finding[] =>
  foundIf(new URL(publicUrl).hostname === 'localhost', 'web.local');

function addressIn(document: unknown): string | undefined {
  const servers = (document as { servers?: readonly { url?: unknown }[] } | undefined)?.servers;
  const url = Array.isArray(servers) ? (servers[0] as { url?: unknown } | undefined)?.url : undefined;
  return typeof url === 'string' ? url : undefined;
}

/** A cookie that names no session is cleared with the answer, which shows how cookies arrive, and changes nothing. */
async function examineCookies(ask: Ask, url: string, secure: boolean): Promise<readonly Finding[]> {
  const name = `${secure ? '__Host-' : ''}mfa-session`;
  let answer: Response;
  try {
    answer = await ask(url, { headers: { cookie: `${name}=${newToken().value}` } });
  } catch (error) {
    return [found('web.away', reasonOf(error))];
  }
  const arrived = answer.headers.getSetCookie().map((header) => parseSetCookie(header));
  const cookie = arrived.find((one) => one.name === name);
  if (!cookie) {
    const names = arrived.map((one) => one.name).join(', ') || 'none';
    return [found('web.cookies', `${name} was expected, and ${names} arrived`)];
  }
  const changed = [
    ...(cookie.path === '/' ? [] : [`Path=${cookie.path ?? ''}`]),
    ...(cookie.domain === undefined ? [] : [`Domain=${cookie.domain}`]),
    ...(cookie.httpOnly === true ? [] : ['no HttpOnly']),
    ...(cookie.sameSite === 'strict' ? [] : [`SameSite=${String(cookie.sameSite)}`]),
    ...(!secure || cookie.secure === true ? [] : ['no Secure']),
  ];
  return foundIf(changed.length > 0, 'web.cookies', `${name} arrived with ${changed.join(', ')}`);
}
