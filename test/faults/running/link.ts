import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A stretch of network between a server and its database, which can fall silent. */
export interface Link {
  /** The same database by way of it. */
  readonly url: string;
  /** From now on nothing gets through, in neither direction, and nobody is told. */
  stall(): void;
  resume(): void;
  close(): Promise<void>;
}

/** @param url Of a PostgreSQL. */
export async function startLink(url: string): Promise<Link> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let stalled = false;

  const keep = (socket: Socket, other: Socket): void => {
    sockets.add(socket);
    if (stalled) socket.pause();
    socket.on('data', (bytes) => other.write(bytes));
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
    socket.on('error', () => undefined);
  };
  const server = createServer((near) => {
    const far = connect({ host: target.hostname, port: Number(target.port) });
    keep(near, far);
    keep(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const byWay = new URL(url);
  byWay.port = String((server.address() as AddressInfo).port);
  return {
    url: byWay.href,
    stall() {
      stalled = true;
      for (const socket of sockets) socket.pause();
    },
    resume() {
      stalled = false;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
