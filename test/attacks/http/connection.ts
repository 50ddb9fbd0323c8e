import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { parseAnswer, type Answer } from './answer.ts';

/** Where bytes go, and where they come from. */
export interface Route {
  /** Origin of a process of the server. */
  readonly to: string;
  /** A loopback address to come from; without one, the machine chooses. */
  readonly from: string | undefined;
}

/** A request that is there but for its last byte. */
export interface Waiting {
  /** Sends the last byte. */
  readonly release: () => void;
  readonly answer: Promise<Answer>;
}

const PATIENCE_MILLISECONDS = 30_000;

/**
 * Sends the bytes of a request on a connection of its own. No client library: an attack may be anything that fits through a socket.
 *
 * @param request asks the server to close the connection after its answer
 */
export async function send(request: Buffer, route: Route): Promise<Answer> {
  const socket = await open(route);
  const answer = readAnswer(socket);
  // In one go: whoever is refused before the end of a large body must not write once more to a closed connection before reading.
  socket.write(request);
  return answer;
}

/** Sends all of a request but its last byte. */
export async function hold(request: Buffer, route: Route): Promise<Waiting> {
  const socket = await open(route);
  const answer = readAnswer(socket);
  await new Promise<void>((flushed) => {
    socket.write(request.subarray(0, -1), () => flushed());
  });
  return { release: () => socket.write(request.subarray(-1)), answer };
}

async function open({ to, from }: Route): Promise<Socket> {
  const { hostname, port } = new URL(to);
  // A loopback address to come from is one of IPv4, and so must be the one to go to.
  const host = hostname === 'localhost' ? '127.0.0.1' : hostname.replace(/^\[(.*)\]$/, '$1');
  const socket = connect({
    host,
    port: Number(port || 80),
    noDelay: true,
    ...(from && { localAddress: from }),
  });
  await once(socket, 'connect');
  return socket;
}

/**
 * Sends requests so that all of them are complete at the same instant: each waits on its own connection whole but for its last byte, and all
 * the last bytes go out in one turn. Otherwise a race would be won by whoever connected first.
 */
export async function sendAtOnce(
  requests: readonly { readonly bytes: Buffer; readonly route: Route }[],
): Promise<readonly Answer[]> {
  const waiting = await Promise.all(requests.map(({ bytes, route }) => hold(bytes, route)));
  for (const { release } of waiting) release();
  return Promise.all(waiting.map(({ answer }) => answer));
}

function readAnswer(socket: Socket): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let trouble: Error | undefined;
    socket.setTimeout(PATIENCE_MILLISECONDS, () => {
      socket.destroy(new Error(`no answer for ${PATIENCE_MILLISECONDS / 1000} seconds`));
    });
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', (error) => (trouble = error));
    socket.on('close', () => {
      // A server that refuses a body unread resets the connection after its answer.
      if (chunks.length > 0) resolve(parseAnswer(Buffer.concat(chunks)));
      else reject(trouble ?? new Error('the server closed the connection without an answer'));
    });
  });
}
