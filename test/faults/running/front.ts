import { once } from 'node:events';
import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What stands before several servers: each in turn, and the next one where one is not there. */
export interface Front {
  readonly origin: string;
  /** Ports of the servers. */
  readonly targets: number[];
  /** Requests that a server has and has not answered. */
  readonly underWay: () => number;
  /** Called when a server has got one more. */
  onForwarded: () => void;
  /** Settles when servers have got so many more. */
  forwarded(count: number): Promise<void>;
  close(): Promise<void>;
}

const neverReached = (error: NodeJS.ErrnoException): boolean => error.code === 'ECONNREFUSED';

/**
 * A request that reached nobody is given to the next server. One that reached a server is not: whatever has become of it, it must not be
 * done twice. Its client is cut off, and does not know.
 */
export async function startFront(): Promise<Front> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let turn = 0;
  let underWay = 0;

  /** @param tried How many servers were found not to be there. */
  function forward(
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    { first, tried }: { readonly first: number; readonly tried: number },
  ): void {
    if (tried === front.targets.length) {
      response.writeHead(503, { 'content-type': 'text/plain' }).end('nobody is there');
      return;
    }
    const port = front.targets[(first + tried) % front.targets.length];
    const { method, url, headers } = request;
    const upstream = send({ host: '127.0.0.1', port, method, path: url, headers, agent });
    let state: 'on its way' | 'under way' | 'over' = 'on its way';
    const ended = (): void => {
      if (state === 'under way') underWay -= 1;
      state = 'over';
    };
    upstream.once('error', (error: NodeJS.ErrnoException) => {
      ended();
      if (neverReached(error)) forward(request, body, response, { first, tried: tried + 1 });
      else response.destroy();
    });
    upstream.once('response', (answer) => {
      answer.once('close', () => {
        ended();
        if (!answer.complete) response.destroy();
      });
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    upstream.end(body, () => {
      if (state === 'over') return;
      state = 'under way';
      underWay += 1;
      front.onForwarded();
    });
  }

  // As long as the servers behind it, whose word for it is passed on: nobody is cut off for having been quiet.
  const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
    void buffer(request).then(
      (body) => forward(request, body, response, { first: (turn += 1), tried: 0 }),
      () => response.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const front: Front = {
    origin: `http://localhost:${port}`,
    targets: [],
    underWay: () => underWay,
    onForwarded: () => undefined,
    async forwarded(count) {
      const all = Promise.withResolvers<undefined>();
      let left = count;
      front.onForwarded = () => {
        left -= 1;
        if (left === 0) all.resolve(undefined);
      };
      await all.promise;
    },
    async close() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return front;
}
