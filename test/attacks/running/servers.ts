import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { generateKeyRing } from '@mfa-kit/server';
import { DATABASES } from '../../../demo/server/database/temporary-database.fixture.ts';
import { auditIn } from './audit.ts';
import { canUseManyAddresses, Target } from './target.ts';
import { freePort } from '../../support/free-port.ts';
import { COMPILED_ONCE } from '../../support/compiled-once.ts';
import { leaveNoneBehind } from '../../support/none-left-behind.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The demo in one or several processes on a database of its own, as programs that know nothing of being attacked. */
export interface Servers {
  readonly target: Target;
  stop(): Promise<void>;
}

/**
 * @param processes All of them are one application to the outside: they share public URL, keys and database.
 * @param further Environment of the processes beside that.
 */
export async function startServers(
  database: 'SQLite' | 'PostgreSQL',
  processes: number,
  further: Readonly<Record<string, string>> = {},
): Promise<Servers> {
  const temporary = await DATABASES[database]!();
  const ports: number[] = [];
  for (let index = 0; index < processes; index += 1) ports.push(await freePort());
  const origin = `http://localhost:${ports[0]!}`;
  const environment = {
    DATABASE_URL: temporary.url,
    MFA_KEYS: JSON.stringify(generateKeyRing()),
    PUBLIC_URL: origin,
    ...further,
  };
  let log = '';
  const children = ports.map((port) =>
    startProcess({ ...environment, PORT: String(port) }, (text) => (log += text)),
  );
  await Promise.all(children.map(({ ready }) => ready));
  return {
    target: new Target({
      processes: ports.map((port) => `http://localhost:${port}`),
      origin,
      inside: { log: () => Promise.resolve(log), audit: auditIn(temporary.url) },
      manyAddresses: await canUseManyAddresses(),
    }),
    async stop() {
      await Promise.all(children.map(({ child }) => end(child)));
      await temporary.remove();
    },
  };
}

function startProcess(
  environment: Readonly<Record<string, string>>,
  written: (text: string) => void,
): { readonly child: ChildProcess; readonly ready: Promise<void> } {
  const child = spawn(process.execPath, ['demo/server/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...COMPILED_ONCE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  leaveNoneBehind(child);
  const ready = new Promise<void>((resolve, reject) => {
    let greeting = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      // What the demo says for people at its start has everybody's password in it, on purpose; the log comes after it.
      if (greeting.includes('Mail: ')) written(text);
      else {
        greeting += text;
        if (greeting.includes('Mail: ')) resolve();
      }
    });
    child.stderr.setEncoding('utf8').on('data', written);
    child.once('exit', (code) => reject(new Error(`The demo ended with ${String(code)}:\n${greeting}`)));
  });
  return { child, ready };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
