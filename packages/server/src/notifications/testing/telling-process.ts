import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { COMPILED_ONCE } from '../../../../../test/support/compiled-once.ts';

/** What the process is set up with. */
export interface TellingSettings {
  readonly database: string;
  readonly smtp: string;
  /** The key ring, as JSON. */
  readonly keys: string;
}

/** What it can be told. */
export type Order =
  /** Something happens to each of these people that they are told of by mail. */
  | { readonly kind: 'happen'; readonly now: number; readonly people: readonly string[] }
  /** Runs the jobs that are due. */
  | { readonly kind: 'run'; readonly now: number }
  | { readonly kind: 'end' };

export type Report = { readonly done: true } | { readonly error: string };

/** A process of its own with the kit in it, whose clock its orders set. */
export interface TellingProcess {
  /** @returns whether it was done; `false` when the process was killed over it. */
  order(order: Order): Promise<boolean>;
  /** Ends it at once, in the middle of whatever it does, and waits until it is gone. */
  kill(): Promise<void>;
  end(): Promise<void>;
}

export async function startTelling(settings: TellingSettings): Promise<TellingProcess> {
  const program = fileURLToPath(new URL('telling-process.fixture.ts', import.meta.url));
  const child = fork(program, [JSON.stringify(settings)], {
    execArgv: [],
    env: { ...process.env, ...COMPILED_ONCE },
  });
  const exited = once(child, 'exit');
  let reported = Promise.withResolvers<boolean>();
  child.on('message', (report: Report) => {
    if ('error' in report) reported.reject(new Error(report.error));
    else reported.resolve(true);
  });
  child.on('exit', (code, signal) => {
    if (signal === 'SIGKILL') reported.resolve(false);
    else reported.reject(new Error(`the process ended with ${String(code)}`));
  });
  await reported.promise;
  return {
    order(order) {
      reported = Promise.withResolvers();
      child.send(order);
      return reported.promise;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async end() {
      reported.promise.catch(() => undefined);
      child.send({ kind: 'end' } satisfies Order);
      await exited;
    },
  };
}
