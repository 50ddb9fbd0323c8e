import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { generateKeyRing } from '@mfa-kit/server';
import {
  DATABASES,
  type TemporaryDatabase,
} from '../../../demo/server/database/temporary-database.fixture.ts';
import { CHEAP_ARGON2 } from '../../support/cheap-argon2.ts';
import { COMPILED_ONCE } from '../../support/compiled-once.ts';
import { leaveNoneBehind } from '../../support/none-left-behind.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** One process of the demo. */
export interface DemoProcess {
  /** Its origin, `http://localhost:<port>`. */
  readonly url: string;
  /** Asks it to end, as an operator would, and waits. Answers its exit code. */
  stop(): Promise<number | null>;
}

/** The demo on a database of its own; gone after the tests. */
export interface DemoUnderTest extends DemoProcess {
  /** All its processes; the first one is `url`. */
  readonly processes: readonly DemoProcess[];
  /** Where the data lies, for looking at it from beside. */
  readonly databaseUrl: string;
}

export interface DemoOptions {
  /** SQLite unless told otherwise. */
  readonly database?: 'SQLite' | 'PostgreSQL';
  /** How many on the one database; one unless told otherwise. */
  readonly processes?: number;
  /** Further settings. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the demo the way people do, as a program of its own. */
export async function startDemo(options: DemoOptions = {}): Promise<DemoUnderTest> {
  const { database = 'SQLite', processes: count = 1 } = options;
  const temporary = await makeDatabase(database);
  const environment = {
    DATABASE_URL: temporary.url,
    MFA_KEYS: JSON.stringify(generateKeyRing()),
    ...CHEAP_ARGON2,
    ...options.environment,
  };
  const starting = Array.from({ length: count }, () => startProcess(environment));
  const processes = await Promise.all(starting).catch(async (error: unknown) => {
    await temporary.remove();
    throw error;
  });
  const [first] = processes;
  if (!first) throw new RangeError('A demo has at least one process');
  return {
    url: first.url,
    processes,
    databaseUrl: temporary.url,
    async stop() {
      const codes = await Promise.all(processes.map((one) => one.stop()));
      await temporary.remove();
      return codes[0] ?? null;
    },
  };
}

/** @param environment What differs from the settings of all tests: any free port, and nothing of the machine's own. */
export async function startProcess(environment: Readonly<Record<string, string>>): Promise<DemoProcess> {
  const child = spawn(process.execPath, ['demo/server/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: '0', ...COMPILED_ONCE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  leaveNoneBehind(child);
  return {
    url: await addressOf(child),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}

/** Reads the address off what the demo prints for people. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const address = /Acme Notes is at (http:\S+)/.exec(output)?.[1];
        if (address) found(address);
      });
    }
    // Then all that it said is here; at its exit some may still be on the way.
    child.once('close', (code) => {
      failed(new Error(`The demo ended with ${code ?? 'a signal'} before it was ready:\n${output}`));
    });
  });
}

function makeDatabase(name: 'SQLite' | 'PostgreSQL'): Promise<TemporaryDatabase> {
  const make = DATABASES[name];
  if (!make) throw new RangeError(`There is no database called ${name}`);
  return make();
}
