import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { WireRequest } from './request.ts';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const END_OF_CHUNKS = Buffer.from('\r\n0\r\n\r\n');

/** An answer, as far as it is looked at. */
export interface WireAnswer {
  readonly status: number;
  readonly text: () => string;
}

/** One kept connection, one request at a time. It does as little as it can: the machine is shared with the server that is measured. */
export interface Connection {
  ask(request: WireRequest): Promise<WireAnswer>;
  close(): void;
}

/** Where an answer ends in what has arrived, or `undefined` while some of it is missing. */
function endOf(received: Buffer): number | undefined {
  const head = received.indexOf(END_OF_HEAD);
  if (head === -1) return undefined;
  const fields = received.toString('latin1', 0, head).toLowerCase();
  const body = head + END_OF_HEAD.length;
  const length = /\r\ncontent-length: (\d+)/.exec(fields)?.[1];
  if (length !== undefined)
    return received.length < body + Number(length) ? undefined : body + Number(length);
  if (!fields.includes('\r\ntransfer-encoding: chunked')) return body;
  const last = received.indexOf(END_OF_CHUNKS, head + 2);
  return last === -1 ? undefined : last + END_OF_CHUNKS.length;
}

export async function openConnection(port: number): Promise<Connection> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let received: Buffer = Buffer.alloc(0);
  let waiting: PromiseWithResolvers<WireAnswer> | undefined;

  const fail = (error: Error): void => waiting?.reject(error);
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));
  socket.on('data', (data: Buffer) => {
    received = received.length === 0 ? data : Buffer.concat([received, data]);
    const end = endOf(received);
    if (end === undefined) return;
    const answer = received;
    received = received.subarray(end);
    // "HTTP/1.1 200": the status stands where it always stands.
    waiting?.resolve({
      status: Number(answer.toString('latin1', 9, 12)),
      text: () => answer.toString('utf8', 0, end),
    });
  });

  return {
    ask(request) {
      waiting = Promise.withResolvers();
      socket.write(request);
      return waiting.promise;
    },
    close: () => socket.destroy(),
  };
}
