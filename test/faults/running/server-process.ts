import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { KeyRingSettings } from '@mfa-kit/server';
import { CHEAP_ARGON2 } from '../../support/cheap-argon2.ts';
import { COMPILED_ONCE } from '../../support/compiled-once.ts';
import { leaveNoneBehind } from '../../support/none-left-behind.ts';

/** Everybody's. */
export const PASSWORD = 'correct horse battery staple';

/** What a server is set up with. */
export interface ServerSettings {
  readonly publicUrl: string;
  readonly port: number;
  readonly database: string;
  readonly keys: KeyRingSettings;
  readonly mail?: string;
  /** Whether its jobs run by themselves, and not only when told. */
  readonly runsJobs: boolean;
  /** How long a client may take for headers, and for all of a request, where it is less than Node allows; milliseconds. */
  readonly patience?: { readonly headers: number; readonly request: number };
  /** How far ahead of its database its clock is, milliseconds. Without it, the kit has the clock that it finds by itself. */
  readonly movedBy?: number;
}

/** What a server can be told from outside. */
export type Order =
  | { readonly kind: 'move-clock'; readonly to: number }
  /** Somebody sets the clock of its machine wrong, by so much. */
  | { readonly kind: 'set-machine-clock'; readonly by: number }
  | { readonly kind: 'run-jobs' }
  | { readonly kind: 'block'; readonly milliseconds: number }
  | { readonly kind: 'peak-memory' };

export type Report =
  { readonly id: number; readonly answer: number } | { readonly id: number; readonly error: string };

/** A server as a process of its own. What is done to it is done by the system: it has no part in it. */
export interface ServerProcess {
  readonly pid: number;
  /** @returns what it answered; 0, when it died over it. */
  order(order: Order): Promise<number>;
  /** `kill -9`. Settles when it is gone. */
  kill(): Promise<void>;
  /** Stops all of it where it stands, as a paused machine does. */
  freeze(): void;
  thaw(): void;
  /** What it wrote to its log. */
  log(): string;
  /** Ended by itself, which no fault excuses. */
  readonly fell: () => string | undefined;
}

/** @throws Error when it ends before it serves. */
export async function startServer(settings: ServerSettings): Promise<ServerProcess> {
  const program = fileURLToPath(new URL('server.fixture.ts', import.meta.url));
  const child = fork(program, [JSON.stringify(settings)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...CHEAP_ARGON2, ...COMPILED_ONCE },
  });
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-100_000)));
  const gone = once(child, 'exit');
  const { waiting, fell } = listenTo(child, () => log);
  await waiting.get(0)!.promise;

  let count = 0;
  return {
    pid: child.pid!,
    async order(order) {
      count += 1;
      const answer = Promise.withResolvers<number>();
      waiting.set(count, answer);
      child.send({ id: count, order }, (error) => {
        if (error) answer.resolve(0);
      });
      return answer.promise;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    log: () => log,
    fell,
  };
}

type Waiting = Map<number, PromiseWithResolvers<number>>;

function listenTo(
  child: ChildProcess,
  log: () => string,
): { readonly waiting: Waiting; readonly fell: () => string | undefined } {
  const waiting: Waiting = new Map([[0, Promise.withResolvers<number>()]]);
  let fallen: string | undefined;
  child.on('message', (report: Report) => {
    if ('error' in report) waiting.get(report.id)?.reject(new Error(report.error));
    else waiting.get(report.id)?.resolve(report.answer);
    waiting.delete(report.id);
  });
  child.on('exit', (code, signal) => {
    if (signal !== 'SIGKILL') fallen = `a server ended with ${String(code ?? signal)}:\n${log()}`;
    waiting.get(0)?.reject(new Error(fallen ?? 'it was killed before it served'));
    for (const { resolve } of waiting.values()) resolve(0);
  });
  leaveNoneBehind(child);
  return { waiting, fell: () => fallen };
}

/** A server may be killed; by itself it never ends. */
export function assertNoneFell(servers: readonly ServerProcess[]): void {
  for (const server of servers) assert.equal(server.fell(), undefined);
}
