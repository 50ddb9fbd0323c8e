import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below what systems give to whoever asks for any port: nobody gets one of these by chance before the program that is told it listens
 * there, or while that is started again.
 */
const PORTS = { from: 20_000, until: 32_000 } as const;

const given = new Set<number>();

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      // Some systems keep single ports to themselves.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    probe.listen(port, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

/** A port that nobody listens on, at whatever address of this machine, for a program that has to be told its port. Never the same again. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.until);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
}
