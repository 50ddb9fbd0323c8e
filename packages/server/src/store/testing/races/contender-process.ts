import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a contender process is asked for. */
export type Ask =
  | {
      readonly kind: 'contend';
      readonly title: string;
      readonly stake: unknown;
      readonly indices: readonly number[];
    }
  | { readonly kind: 'migrate'; readonly now: number }
  | { readonly kind: 'end' };

export type Answer =
  { readonly verdicts: readonly (string | readonly string[])[] } | { readonly error: string };

/** A process of its own with the store open. */
export interface ContenderProcess {
  ask(what: Ask): Promise<readonly string[]>;
  end(): Promise<void>;
}

export async function startContender(url: string): Promise<ContenderProcess> {
  const child = fork(fileURLToPath(new URL('contender.fixture.ts', import.meta.url)), [url], {
    execArgv: [],
    serialization: 'advanced',
  });
  let answered = Promise.withResolvers<readonly string[]>();
  child.on('message', (answer: Answer) => {
    if ('error' in answer) answered.reject(new Error(answer.error));
    else answered.resolve(answer.verdicts.flat());
  });
  child.on('exit', (code) => answered.reject(new Error(`the process ended with ${String(code)}`)));
  await answered.promise;
  return {
    ask(what) {
      answered = Promise.withResolvers();
      child.send(what);
      return answered.promise;
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.send({ kind: 'end' } satisfies Ask);
      await ended;
    },
  };
}
