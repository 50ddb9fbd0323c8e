/** A request as it goes over the wire, made before the clock starts. */
export type WireRequest = Buffer;

/** The application as browsers know it. Whoever is measured takes itself to be here. */
export const ORIGIN = 'http://localhost:4000';

const USER_AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';

/** What of a request differs from one contender to another. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Where the caller is, as a proxy in front would say: everybody somewhere else, as it is with people. */
const addressOf = (caller: number): string =>
  `10.${(caller >> 16) & 255}.${(caller >> 8) & 255}.${caller & 255 || 1}`;

/** The same headers for all contenders: those of a browser behind a proxy. */
export function wireRequest(caller: number, { method, path, headers = {}, body }: Asked): WireRequest {
  const text = body === undefined ? '' : JSON.stringify(body);
  const all: Record<string, string> = {
    Host: 'localhost:4000',
    'User-Agent': USER_AGENT,
    Accept: 'application/json',
    'X-Forwarded-For': addressOf(caller),
    'Sec-Fetch-Site': 'same-origin',
    ...(method === 'POST' && {
      Origin: ORIGIN,
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(text)),
    }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`);
}
