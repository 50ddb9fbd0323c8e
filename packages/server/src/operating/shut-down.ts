import type { IncomingMessage, ServerResponse } from 'node:http';
import { milliseconds, type Duration } from '../configuration/duration.ts';
import type { Log } from '../ports/log.ts';
import type { Readiness } from './readiness.ts';

/** Connections that became idle after the last requests were let in are looked for so often. */
const LOOK_EVERY = 50;

export interface ShutDownOptions {
  /**
   * How long requests are still taken after readiness is gone, so that balancers notice and send them elsewhere: longer than it takes
   * them to. Default `'5s'`; `false` waits for nobody.
   */
  readonly drain?: false | Duration;
  /** How long all of it may take, the drain included; default `'25s'`. What is still under way then is cut off. */
  readonly within?: Duration;
}

/** What of a server it takes: those of `node:http` and `node:https` have it. */
export interface EndingServer {
  prependListener(
    event: 'request',
    listener: (request: IncomingMessage, response: ServerResponse) => void,
  ): unknown;
  close(closed: () => void): unknown;
  closeIdleConnections(): void;
  closeAllConnections(): void;
}

/** Ends a process without losing a request. */
export interface ShutDown {
  /**
   * Readiness goes, requests are taken for the time of the drain and their connections ended with the answer; then nothing new is
   * taken, what is under way is answered, and everything is closed as `close()` does it.
   *
   * @returns whether all of that was done in time.
   */
  shutDown(server: EndingServer, options?: ShutDownOptions): Promise<boolean>;
  /**
   * Shuts down at SIGTERM, and at SIGINT without a drain; then the process exits, with 0 if all was done in time and with 1 if not. A
   * second signal ends the drain.
   *
   * @param options.then What else is to be closed, after the kit.
   */
  shutDownOnSignal(server: EndingServer, options?: ShutDownOptions & { readonly then?: () => unknown }): void;
}

interface Plan {
  /** Milliseconds; 0 for no drain. */
  readonly drain: number;
  readonly within: number;
}

const planOf = ({ drain = '5s', within = '25s' }: ShutDownOptions): Plan => ({
  drain: drain === false ? 0 : milliseconds(drain),
  within: milliseconds(within),
});

/** Takes no connection any more, and settles when the last one has ended. */
function closed(server: EndingServer): Promise<void> {
  return new Promise((resolve) => {
    // What was answered without a word about its connection leaves it open behind it.
    const looking = setInterval(() => {
      server.closeIdleConnections();
    }, LOOK_EVERY);
    server.close(() => {
      clearInterval(looking);
      resolve();
    });
  });
}

export function createShutDown(ports: {
  readiness: Readiness;
  /** Closes the kit. */
  close: () => Promise<void>;
  log: Log;
}): ShutDown {
  const { readiness, close, log } = ports;

  async function run(
    server: EndingServer,
    { drain, within }: Plan,
    hurried: Promise<unknown>,
    then: () => unknown,
  ): Promise<boolean> {
    log.info({ drain, within }, 'shutting down');
    readiness.end();
    // Whoever is answered from now on connects anew for the next request, and so comes to another process.
    server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
      response.setHeader('Connection', 'close');
    });
    const timers: NodeJS.Timeout[] = [];
    const after = (length: number): Promise<'late'> =>
      new Promise((resolve) => timers.push(setTimeout(resolve, length, 'late')));

    async function inOrder(): Promise<'done'> {
      if (drain > 0) await Promise.race([after(drain), hurried]);
      await closed(server);
      await close();
      await then();
      return 'done';
    }

    try {
      const outcome = await Promise.race([inOrder(), after(within)]);
      if (outcome === 'done') {
        log.info({}, 'shut down');
        return true;
      }
      log.error({ within }, 'shutting down took too long; what is under way is cut off');
    } catch (error) {
      log.error({ err: error }, 'shutting down failed');
    } finally {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
    }
    return false;
  }

  return {
    shutDown: (server, options = {}) =>
      run(server, planOf(options), Promise.withResolvers().promise, () => undefined),

    shutDownOnSignal(server, { then = () => undefined, ...options } = {}) {
      // Here, so that a mistake in them is found at start and not at the end.
      const plan = planOf(options);
      const hurry = Promise.withResolvers<undefined>();
      let begun = false;
      const end = (drain: number): void => {
        if (begun) {
          hurry.resolve(undefined);
          return;
        }
        begun = true;
        void run(server, { ...plan, drain }, hurry.promise, then).then((complete) => {
          process.exit(complete ? 0 : 1);
        });
      };
      process.on('SIGTERM', () => {
        end(plan.drain);
      });
      // Pressed at a desk, where nobody balances anything.
      process.on('SIGINT', () => {
        end(0);
      });
    },
  };
}
