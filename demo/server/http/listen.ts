import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  readonly port: number;
  readonly server: Server;
  /** From now on requests go there; until then they are told to come back. */
  serve(listener: RequestListener): void;
  /** Ends at once; in good order it is the kit that ends it. */
  close(): Promise<void>;
}

/**
 * Longer than proxies and other clients keep a connection that nothing happens on, so that they close it. Where the server does, a request
 * that is on its way meets a closed door, and who sent it can't know whether it was heard. Node's own five seconds are shorter than most.
 */
const IDLE_MILLISECONDS = 65_000;

/**
 * Listens on all addresses, IPv6 and IPv4 alike; on a machine without IPv6 on IPv4 alone.
 *
 * @param port 0 takes any free port.
 */
export async function listen(port: number): Promise<Listening> {
  let listener: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '1' }).end();
  };
  const server = createServer({ keepAliveTimeout: IDLE_MILLISECONDS }, (request, response) => {
    listener(request, response);
  });
  try {
    await open(server, port, '::');
  } catch (error) {
    if (!isCode(error, 'EAFNOSUPPORT') && !isCode(error, 'EADDRNOTAVAIL')) throw inPlainWords(error, port);
    await open(server, port, '0.0.0.0').catch((second: unknown) => {
      throw inPlainWords(second, port);
    });
  }
  return {
    port: (server.address() as AddressInfo).port,
    server,
    serve(next) {
      listener = next;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}

function open(server: Server, port: number, host: string): Promise<void> {
  return new Promise((opened, failed) => {
    server.once('error', failed);
    server.listen({ port, host, ipv6Only: false }, () => {
      server.off('error', failed);
      opened();
    });
  });
}

function inPlainWords(error: unknown, port: number): unknown {
  if (!isCode(error, 'EADDRINUSE')) return error;
  return new Error(
    `Port ${port} is taken by another program. Set PORT to another one, or to 0 for any free port.`,
    { cause: error },
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
