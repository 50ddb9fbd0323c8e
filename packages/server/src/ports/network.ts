import { lookup } from 'node:dns/promises';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Longest time for one delivery, from looking the name up to the first line of the answer. */
const LONGEST_CALL = 10_000;

/** Where a connection goes. */
export interface Destination {
  /** An address that was checked; nothing is looked up any more. */
  readonly address: string;
  readonly port: number;
  /** Whom it has to be: over TLS, the name that its certificate is for. */
  readonly hostname: string;
  readonly tls: boolean;
}

/** What sending to the outside takes of the network. */
export interface Network {
  /** @returns every address of a name, or the address itself. */
  resolve(hostname: string): Promise<readonly string[]>;
  /** @returns a connection under way. It emits `secureConnect` over TLS, else `connect`. */
  connect(destination: Destination): Socket;
  /** Aborts when one delivery has taken long enough. */
  deadline(): AbortSignal;
}

export const systemNetwork: Network = {
  async resolve(hostname) {
    const found = await lookup(hostname, { all: true });
    return found.map(({ address }) => address);
  },

  connect({ address, port, hostname, tls }) {
    if (!tls) return connectTcp({ host: address, port });
    // An address as the server's name is not allowed; the certificate is held against the address then.
    return connectTls({ host: address, port, ...(isIP(hostname) === 0 && { servername: hostname }) });
  },

  deadline: () => AbortSignal.timeout(LONGEST_CALL),
};
