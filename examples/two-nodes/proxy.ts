import { randomUUID } from 'node:crypto';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What is about a connection and not about a request: it is not handed on. */
const OF_A_CONNECTION = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

export interface Proxy {
  readonly port: number;
  /** Settles when this many nodes take requests. */
  untilReady(count: number): Promise<void>;
  close(): Promise<void>;
}

/** What a node answered, or that there was no connection to it. */
type Attempt = IncomingMessage | 'no connection';

/**
 * A small balancer, in place of the one that you have: requests go in turn to the nodes that say they are ready. A request for which no
 * connection could be made goes to the next node. Nothing else is sent twice: it may have been done.
 *
 * @param nodes Origins of the nodes; looked at for each request, so that nodes may come and go.
 * @param probeEvery Milliseconds.
 */
export async function startProxy({
  port,
  nodes,
  probeEvery = 500,
}: {
  port: number;
  nodes: ReadonlySet<string>;
  probeEvery?: number;
}): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  const ready = new Set<string>();
  const waiting: { count: number; go: () => void }[] = [];
  let turn = 0;

  async function probe(node: string): Promise<void> {
    const answer = await fetch(`${node}/health/ready`, { signal: AbortSignal.timeout(3_000) }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    if (answer?.ok && nodes.has(node)) ready.add(node);
    else ready.delete(node);
  }

  async function probeAll(): Promise<void> {
    for (const node of ready) if (!nodes.has(node)) ready.delete(node);
    await Promise.all([...nodes].map(probe));
    for (const one of waiting.filter(({ count }) => ready.size >= count)) {
      waiting.splice(waiting.indexOf(one), 1);
      one.go();
    }
  }

  function send(node: string, asked: IncomingMessage, body: Buffer, id: string): Promise<Attempt> {
    const { hostname, port: at } = new URL(node);
    return new Promise((resolve, reject) => {
      const sent = request({
        agent,
        hostname,
        port: at,
        method: asked.method,
        path: asked.url,
        headers: {
          ...withoutConnection(asked.headers),
          'x-forwarded-for': asked.socket.remoteAddress ?? '',
          'x-request-id': id,
        },
      });
      sent.once('response', resolve);
      sent.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') resolve('no connection');
        else reject(error);
      });
      sent.end(body);
    });
  }

  async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(asked);
    const id = randomUUID();
    const inTurn = [...ready].filter((node) => nodes.has(node));
    turn += 1;
    for (let index = 0; index < inTurn.length; index += 1) {
      const node = inTurn[(turn + index) % inTurn.length] ?? '';
      const answered = await send(node, asked, body, id);
      if (answered === 'no connection') {
        ready.delete(node);
        continue;
      }
      // A node that ends its connections is about to end: the others are asked before the next probe says so.
      if (answered.headers.connection === 'close') ready.delete(node);
      response.writeHead(answered.statusCode ?? 502, withoutConnection(answered.headers));
      answered.pipe(response);
      return;
    }
    response.writeHead(503, { 'Retry-After': '1' }).end('No node is ready.\n');
  }

  const server = createServer((asked, response) => {
    answer(asked, response).catch(() => {
      if (!response.headersSent) response.writeHead(502);
      response.end('The node ended before it answered.\n');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, resolve);
  });
  await probeAll();
  let probing = Promise.resolve();
  const timer = setInterval(() => {
    probing = probeAll();
  }, probeEvery);

  return {
    port: (server.address() as AddressInfo).port,
    async untilReady(count) {
      if (ready.size >= count) return;
      await new Promise<void>((go) => waiting.push({ count, go }));
    },
    async close() {
      clearInterval(timer);
      await probing;
      await new Promise<void>((closed) => {
        server.close(() => {
          closed();
        });
      });
      agent.destroy();
    },
  };
}

function withoutConnection(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_A_CONNECTION.has(name)));
}
