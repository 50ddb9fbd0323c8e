import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A process that is measured. It says when it is ready, and answers what it is asked over the channel. */
export interface Child {
  readonly ready: unknown;
  ask(question: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * Starts a program of this folder, as it would run in production.
 *
 * @param settings handed on as JSON
 */
export async function startChild(program: string, settings: unknown): Promise<Child> {
  const file = path.resolve(import.meta.dirname, '..', program);
  const child: ChildProcess = spawn(process.execPath, [file], {
    env: { ...process.env, NODE_ENV: 'production', BENCH_SETTINGS: JSON.stringify(settings) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let waiting: PromiseWithResolvers<unknown> | undefined;
  let stopping = false;
  child.on('message', (message) => waiting?.resolve(message));
  child.on('exit', (code) => {
    if (!stopping) waiting?.reject(new Error(`${program} ended with ${String(code)}`));
  });
  const answer = (): Promise<unknown> => {
    waiting = Promise.withResolvers();
    return waiting.promise;
  };

  return {
    ready: await answer(),
    ask(question) {
      const answered = answer();
      child.send(question as object);
      return answered;
    },
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      // It ends with its parent, and in an orderly way, so that what looks into it from outside gets to write down what it saw.
      child.disconnect();
      await ended;
    },
  };
}
