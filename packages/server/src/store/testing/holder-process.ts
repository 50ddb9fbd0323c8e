import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { COMPILED_ONCE } from '../../../../../test/support/compiled-once.ts';

/** Another process, which has a database to itself if it could. */
export interface HolderProcess {
  /** `has it`, or why not. */
  readonly said: string;
  readonly pid: number;
  /** Lets go in good order. */
  end(): Promise<void>;
  /** Ends it as a machine out of memory would: without a chance to do anything. */
  kill(): Promise<void>;
}

export async function startHolder(url: string): Promise<HolderProcess> {
  const child = fork(fileURLToPath(new URL('holder.fixture.ts', import.meta.url)), [url], {
    execArgv: [],
    env: { ...process.env, ...COMPILED_ONCE },
  });
  const exited = once(child, 'exit');
  const [said] = (await once(child, 'message')) as [string];
  return {
    said,
    pid: child.pid ?? 0,
    async end() {
      if (child.connected) child.send('end');
      await exited;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
