import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { connect, type TLSSocket } from 'node:tls';
import type { Destination, Network } from '../../../ports/network.ts';
import { certificate, key } from './certificate.ts';

/** What arrived at a receiver. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The name that the sender asked for, over TLS. */
  readonly servername: string | false | null;
}

/** A server of the host's, over HTTPS, on a port of its own. */
export interface Receiver {
  readonly received: Received[];
  readonly port: number;
  /** How it answers; default 204. */
  answer: (response: ServerResponse, request: IncomingMessage) => void;
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer({ cert: certificate, key }, (request, response) => {
    void buffer(request).then((body) => {
      const { url = '', headers, socket } = request;
      const { servername } = socket as TLSSocket;
      received.push({ path: url, headers, body: body.toString('utf8'), servername: servername ?? null });
      receiver.answer(response, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    received,
    port,
    answer: (response) => {
      response.writeHead(204).end();
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}

/** Public, and somebody's; nothing is ever sent there. */
export const PUBLIC = '93.184.215.14';

/** A network in which every public address leads to the receiver, and what it was asked. */
export interface WitnessedNetwork extends Network {
  readonly lookedUp: string[];
  readonly connectedTo: Destination[];
  /** What names stand for; default: one public address. */
  addressesOf: (hostname: string) => Promise<readonly string[]>;
  /** Ends the time of all deliveries under way and to come. */
  endTime(): void;
}

export function networkTo(port: number): WitnessedNetwork {
  const time = new AbortController();
  const network: WitnessedNetwork = {
    lookedUp: [],
    connectedTo: [],
    addressesOf: () => Promise.resolve([PUBLIC]),
    endTime: () => time.abort(),
    resolve(hostname) {
      network.lookedUp.push(hostname);
      return network.addressesOf(hostname);
    },
    connect(destination) {
      network.connectedTo.push(destination);
      const { hostname } = destination;
      return connect({ host: '127.0.0.1', port, servername: hostname, ca: certificate });
    },
    deadline: () => time.signal,
  };
  return network;
}
