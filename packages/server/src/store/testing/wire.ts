import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What a frontend says to PostgreSQL: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const PARSE = 'P';
const BIND = 'B';
const EXECUTE = 'E';
const QUERY = 'Q';
const SYNC = 'S';

/** A way to PostgreSQL that is listened in on: what really travels there, and when it waits for an answer. */
export interface Wire {
  /** The address of the database by this way. */
  readonly url: string;
  /** The statements of each round trip so far: what is sent before somebody waits. */
  readonly trips: (readonly string[])[];
  /** Names of the statements that were prepared so far, in the order of preparation; the unnamed one is ''. */
  readonly prepared: string[];
  /** Breaks the connection on which the next statement comes that fits, before it is passed on, or when it was answered. */
  breakAt(statement: RegExp, when: 'before' | 'answered'): void;
  close(): Promise<void>;
}

/** Reads what one connection says, message by message. */
class Frontend {
  #rest = Buffer.alloc(0);
  #started = false;
  #portal = '';
  #texts: string[] = [];
  readonly #statements = new Map<string, string>();
  readonly #wire: Pick<Wire, 'trips' | 'prepared'>;

  constructor(wire: Pick<Wire, 'trips' | 'prepared'>) {
    this.#wire = wire;
  }

  /** @returns the statements that were sent with it. */
  read(chunk: Buffer): readonly string[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const texts: string[] = [];
    for (;;) {
      // The first message has no type.
      const header = this.#started ? 1 : 0;
      if (this.#rest.length < header + 4) return texts;
      const end = header + this.#rest.readInt32BE(header);
      if (this.#rest.length < end) return texts;
      const type = this.#started ? String.fromCharCode(this.#rest[0] ?? 0) : '';
      const text = this.#take(type, this.#rest.subarray(header + 4, end));
      if (text !== undefined) texts.push(text);
      this.#started = true;
      this.#rest = this.#rest.subarray(end);
    }
  }

  #take(type: string, body: Buffer): string | undefined {
    const [first = '', second = ''] = body.toString('utf8').split('\0', 2);
    switch (type) {
      case PARSE:
        this.#statements.set(first, second);
        this.#wire.prepared.push(first);
        return undefined;
      case BIND:
        this.#portal = this.#statements.get(second) ?? '';
        return undefined;
      case EXECUTE:
        this.#texts.push(this.#portal);
        return this.#portal;
      case QUERY:
        this.#wire.trips.push([first]);
        return first;
      case SYNC:
        this.#wire.trips.push(this.#texts);
        this.#texts = [];
        return undefined;
      default:
        return undefined;
    }
  }
}

/** Lays a wire to the server of an address. */
export async function layWire(address: string): Promise<Wire> {
  const server = new URL(address);
  const sockets = new Set<Socket>();
  const said = { trips: [] as (readonly string[])[], prepared: [] as string[] };
  let breaking: { readonly statement: RegExp; readonly when: 'before' | 'answered' } | undefined;

  const listener = createServer((client) => {
    const upstream = connect({ host: server.hostname, port: Number(server.port) });
    const frontend = new Frontend(said);
    let answered = false;
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', end).on('close', end);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (chunk) => {
      const { statement, when } = breaking ?? {};
      if (frontend.read(chunk).some((text) => statement?.test(text))) {
        breaking = undefined;
        if (when === 'before') {
          end();
          return;
        }
        answered = true;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (answered) end();
      else client.write(chunk);
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');

  const url = new URL(address);
  url.host = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
  return {
    url: url.href,
    ...said,
    breakAt(statement, when) {
      breaking = { statement, when };
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}
