/** What a server answered. */
export interface Answer {
  readonly status: number;
  /** By lower-case name; a header that comes several times has several values. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly text: string;
  /** The body, where it is a JSON object; else empty. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The first value of a header, or nothing. */
export const headerOf = ({ headers }: Answer, name: string): string => headers.get(name)?.[0] ?? '';

/**
 * Reads the first answer in what came through a connection; `100 Continue` is none.
 *
 * @throws Error for what is not HTTP.
 */
export function parseAnswer(bytes: Buffer): Answer {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes
    .subarray(0, end === -1 ? bytes.length : end)
    .toString('latin1')
    .split('\r\n');
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1]);
  if (Number.isNaN(status)) throw new Error(`this is no answer: ${first.slice(0, 80)}`);
  const rest = end === -1 ? Buffer.alloc(0) : bytes.subarray(end + 4);
  if (status === 100) return parseAnswer(rest);
  const headers = headersOf(lines);
  const chunked = headers.get('transfer-encoding')?.includes('chunked') ?? false;
  const length = Number(headers.get('content-length')?.[0] ?? rest.length);
  const text = (chunked ? joinChunks(rest) : rest.subarray(0, length)).toString('utf8');
  return { status, headers, text, body: objectIn(text) };
}

function headersOf(lines: readonly string[]): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return headers;
}

function joinChunks(bytes: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let rest = bytes;
  for (;;) {
    const end = rest.indexOf('\r\n');
    const size = Number.parseInt(rest.subarray(0, Math.max(0, end)).toString('latin1'), 16);
    if (!(size > 0)) return Buffer.concat(chunks);
    chunks.push(rest.subarray(end + 2, end + 2 + size));
    rest = rest.subarray(end + 2 + size + 2);
  }
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
