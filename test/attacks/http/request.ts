/** A request before it becomes bytes. Nothing in it is corrected: an attack may want it wrong. */
export interface Request {
  readonly method: string;
  readonly path: string;
  /** A list sends a header several times; `null` leaves out one that would be sent by itself. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
  /** Sent as JSON, unless it is bytes already. */
  readonly body?: unknown;
}

/** The bytes of a request to a host. Its headers take the place of those that every request has. */
export function bytesOf({ method, path, headers = {}, body }: Request, host: string): Buffer {
  const content =
    body === undefined ? Buffer.alloc(0) : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const lengthMatters = content.length > 0 || !['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);
  const usual = {
    Host: host,
    Connection: 'close',
    'User-Agent': 'attack suite',
    ...(lengthMatters && { 'Content-Length': String(content.length) }),
  };
  const names = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const kept = Object.entries(usual).filter(([name]) => !names.has(name.toLowerCase()));
  const lines = [...kept, ...Object.entries(headers)].flatMap(([name, value]) =>
    value === null ? [] : [value].flat().map((one) => `${name}: ${one}`),
  );
  return Buffer.concat([
    Buffer.from(`${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`),
    content,
  ]);
}
