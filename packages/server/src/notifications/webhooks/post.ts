import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import type { Network } from '../../ports/network.ts';
import { isLoopbackAddress, isPublicAddress } from '../../ports/public-address.ts';

/** Where a webhook goes. */
export interface Target {
  readonly url: URL;
  /** Whether it is on the developer's own machine: then it has to be there, and nowhere else. */
  readonly local: boolean;
}

/** @throws Error as soon as the deadline is over. */
function before<Result>(deadline: AbortSignal, work: Promise<Result>): Promise<Result> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const end = (): void => {
    reject(new Error('no answer in time'));
  };
  if (deadline.aborted) end();
  else deadline.addEventListener('abort', end, { once: true });
  return Promise.race([work, late]).finally(() => deadline.removeEventListener('abort', end));
}

/**
 * The addresses of a name, looked up once: what is checked is what is connected to, so that a name which means something else a moment later
 * gains nothing. One address that is not allowed, and none of them is used.
 */
async function checkedAddresses({ url, local }: Target, network: Network): Promise<readonly string[]> {
  const addresses = await network.resolve(hostnameOf(url));
  if (addresses.length === 0) throw new Error('the name has no address');
  if (!addresses.every(local ? isLoopbackAddress : isPublicAddress))
    throw new Error(local ? 'localhost is not on this machine' : 'not a public address');
  return addresses;
}

/** Without the brackets that an IPv6 address has in a URL. */
const hostnameOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const portOf = ({ port, protocol }: URL): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);

/** A connection to the first address that takes one. */
async function connected(
  url: URL,
  addresses: readonly string[],
  network: Network,
  deadline: AbortSignal,
): Promise<Socket> {
  const tls = url.protocol === 'https:';
  let failure: unknown;
  for (const address of addresses) {
    const socket = network.connect({ address, port: portOf(url), hostname: hostnameOf(url), tls });
    try {
      await before(deadline, once(socket, tls ? 'secureConnect' : 'connect'));
      return socket;
    } catch (error) {
      socket.destroy();
      failure = error;
    }
    if (deadline.aborted) break;
  }
  throw failure;
}

/** The status of the answer. Its body is never read, however long it is: the connection ends with the headers. */
function answered(
  socket: Socket,
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({
      createConnection: () => socket,
      method: 'POST',
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, ...headers },
    });
    asked.on('response', ({ statusCode = 0 }) => {
      resolve(statusCode);
      asked.destroy();
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/**
 * Posts to an address of the open internet, or of this machine for a local target, over a connection of its own (rule B7). It follows no
 * redirect and reads no body.
 *
 * @returns the status of the answer.
 * @throws Error when there was none in time, or when the name stands for an address that is not allowed.
 */
export async function post(
  target: Target,
  headers: Readonly<Record<string, string>>,
  body: string,
  network: Network,
): Promise<number> {
  const deadline = network.deadline();
  const addresses = await before(deadline, checkedAddresses(target, network));
  const socket = await connected(target.url, addresses, network, deadline);
  try {
    return await before(deadline, answered(socket, target.url, headers, body));
  } finally {
    socket.destroy();
  }
}
