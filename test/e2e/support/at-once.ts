import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** One POST that is to arrive together with others. */
export interface PostRequest {
  /** Origin of the process that it goes to. */
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface PostAnswer {
  readonly status: number;
  /** Of the problem details; undefined when the call succeeded. */
  readonly code: string | undefined;
}

/**
 * Sends requests so that all of them are complete at the same instant. Each has a connection of its own and waits there whole but for its last
 * byte; then all the last bytes go out in one turn. With `fetch` the first request would be answered while the last one still connects, and a
 * race would be won by whoever started first.
 */
export async function atOnce(requests: readonly PostRequest[]): Promise<PostAnswer[]> {
  const waiting = await Promise.all(requests.map(sendAllButLastByte));
  for (const { socket, lastByte } of waiting) socket.write(lastByte);
  return Promise.all(waiting.map(({ answer }) => answer));
}

interface Waiting {
  readonly socket: Socket;
  readonly lastByte: Buffer;
  readonly answer: Promise<PostAnswer>;
}

async function sendAllButLastByte({ url, path, headers, body }: PostRequest): Promise<Waiting> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  const content = Buffer.from(JSON.stringify(body));
  const lines = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: close',
    `Content-Length: ${content.length}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  const request = Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content]);
  const answer = readAnswer(socket);
  await new Promise<void>((flushed) => {
    socket.write(request.subarray(0, -1), () => {
      flushed();
    });
  });
  return { socket, lastByte: request.subarray(-1), answer };
}

async function readAnswer(socket: Socket): Promise<PostAnswer> {
  const answer = await text(socket);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
  return { status, code: /"code":"([a-z_]+)"/.exec(answer)?.[1] };
}
