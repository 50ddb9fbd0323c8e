import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createMfa, generateKeyRing, type KeyProvider, type KeyRingSettings } from '@mfa-kit/server';
import { freePort } from '../../test/support/free-port.ts';
import { startExample } from './example-browser.fixture.ts';
import { hostWithoutSessions } from './host-without-sessions.ts';
import { transitKeys, type TransitSettings } from './transit-keys.ts';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const TOKEN = 'hvs.application';
const TRANSIT_KEY = randomBytes(32).toString('base64url');

/** The key service, in a process of its own that can be taken away. */
class KeyService {
  #process: ChildProcess | undefined;
  /** The same whenever it is started again. */
  readonly port: number;

  constructor(port: number) {
    this.port = port;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start({ sealed = false } = {}): Promise<void> {
    const started = spawn(process.execPath, [file('transit-server.fixture.ts')], {
      env: {
        PATH: process.env['PATH'],
        TRANSIT_KEY,
        TRANSIT_PORT: String(this.port),
        TRANSIT_SEALED: sealed ? '1' : '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = started;
    await once(started.stdout, 'data');
  }

  /** Nobody listens there afterwards. */
  async kill(): Promise<void> {
    const ended = this.#process && this.#process.exitCode === null && once(this.#process, 'exit');
    this.#process?.kill('SIGKILL');
    await ended;
    this.#process = undefined;
  }

  /** From now on it takes connections, and answers none. */
  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  async operate(path: string): Promise<void> {
    assert.ok((await fetch(`${this.address}/v1/${path}`, { method: 'POST' })).ok);
  }
}

const service = new KeyService(await freePort());
let pauses: number[] = [];
const provider = (change: Partial<TransitSettings> = {}): KeyProvider =>
  transitKeys({
    address: service.address,
    key: 'acme',
    token: () => TOKEN,
    pause: (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
    ...change,
  });

/** A refusal in words, in which nothing is that was sent (rule K6). */
async function refused(promise: Promise<unknown>, words: RegExp): Promise<void> {
  await assert.rejects(promise, (error: Error) => {
    const told = `${error.stack ?? ''}${String(error.cause)}`;
    assert.match(error.message, words);
    assert.ok(!told.includes(TOKEN), told);
    return true;
  });
}

describe('Keys wrapped by the transit engine of a key service', () => {
  const key = randomBytes(32);
  let wrapped: string;
  beforeEach(async () => {
    pauses = [];
    await service.start();
    wrapped = await provider().wrap(key, 'k1');
  });
  afterEach(() => service.kill());

  it('come back as they were, and what stands in the ring says nothing of them', async () => {
    assert.match(wrapped, /^vault:v1:/);
    assert.ok(!wrapped.includes(key.toString('base64')));
    assert.notEqual(await provider().wrap(key, 'k1'), wrapped);
    assert.deepEqual(await provider().unwrap(wrapped, 'k1'), key);
    assert.deepEqual(pauses, []);
  });

  it('come back after the service\u2019s own key was rotated', async () => {
    await service.operate('transit/keys/acme/rotate');
    assert.deepEqual(await provider().unwrap(wrapped, 'k1'), key);
    assert.match(await provider().wrap(key, 'k1'), /^vault:v2:/);
  });

  it('open under no other name, and not when they were altered', async () => {
    await refused(provider().unwrap(wrapped, 'k2'), /answered 400: cipher: message authentication failed$/);
    const altered = wrapped.slice(0, -4) + (wrapped.endsWith('AAAA') ? 'BBBB' : 'AAAA');
    await refused(provider().unwrap(altered, 'k1'), /answered 400: /);
    assert.deepEqual(pauses, [], 'what will not be answered later either is not asked again');
  });

  it('are not had without the right to them, or under a key that is not there', async () => {
    await refused(
      provider({ token: () => 'hvs.auditor' }).unwrap(wrapped, 'k1'),
      /answered 403: permission denied$/,
    );
    await refused(provider({ key: 'other' }).wrap(key, 'k1'), /answered 400: encryption key not found$/);
    assert.deepEqual(pauses, []);
  });

  it('are asked for again, longer and longer apart, while the service is gone, and given when it is back', async () => {
    await service.kill();
    await refused(
      provider().unwrap(wrapped, 'k1'),
      /at http:\/\/127\.0\.0\.1:\d+ does not answer: .*ECONNREFUSED/,
    );
    assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000]);
    pauses = [];
    const pause = async (milliseconds: number): Promise<void> => {
      if (pauses.push(milliseconds) === 3) await service.start();
    };
    assert.deepEqual(await provider({ pause }).unwrap(wrapped, 'k1'), key);
    assert.deepEqual(pauses, [500, 1000, 2000]);
  });

  it('are asked for again while the service is sealed', async () => {
    await service.kill();
    await service.start({ sealed: true });
    await refused(provider().unwrap(wrapped, 'k1'), /answered 503: Vault is sealed$/);
    const pause = (): Promise<void> => service.operate('sys/unseal');
    assert.deepEqual(await provider({ pause }).unwrap(wrapped, 'k1'), key);
  });

  it('are not waited for without end when the service hangs', async () => {
    service.freeze();
    await refused(provider({ patience: 20 }).unwrap(wrapped, 'k1'), /does not answer: no answer in time$/);
    assert.equal(pauses.length, 5);
  });

  it('are never asked for where the token would be read: over http, or at another host that an answer names', async () => {
    assert.throws(() => provider({ address: 'http://bao.internal:8200' }), /has to be https/);
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(307, { Location: `${service.address}${request.url ?? ''}` }).end();
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    await refused(provider({ address }).unwrap(wrapped, 'k1'), /does not answer: /);
    assert.equal(asked.length, 6);
    elsewhere.closeAllConnections();
    elsewhere.close();
  });
});

describe('A kit whose keys a key service keeps', () => {
  let keys: KeyRingSettings;
  let folder: string;
  before(async () => {
    await service.start();
    folder = await mkdtemp(join(tmpdir(), 'mfa-kit-transit-'));
    const plain = Buffer.from(generateKeyRing().keys['k1'] ?? '', 'base64url');
    keys = { current: 'k1', keys: { k1: await provider().wrap(plain, 'k1') } };
  });
  beforeEach(() => {
    pauses = [];
  });
  after(async () => {
    await service.kill();
    await rm(folder, { recursive: true });
  });

  it('serves on while the service is away: the keys were unwrapped at start', async () => {
    const example = await startExample((configuration) =>
      hostWithoutSessions({ ...configuration, keys, keyProvider: provider() }),
    );
    await service.kill();
    const credentials = { login: 'ada@example.com', password: 'the password of ada' };
    const browser = example.browser();
    await browser.call('POST', '/mfa/sign-in', credentials);
    const codeAt = await browser.enrol(example.clock.now());
    example.clock.advance(60_000);
    const other = example.browser();
    await other.call('POST', '/mfa/sign-in', credentials);
    const code = await codeAt(example.clock.now());
    assert.equal((await other.call('POST', '/mfa/challenge/totp', { code })).status, 200);
    await example.close();
    await service.start();
  });

  it('does not start without it, and says which key it lacks and why (S8)', async () => {
    await service.kill();
    const start = createMfa({
      publicUrl: 'http://localhost:3000',
      serviceName: 'Acme Shop',
      database: 'sqlite::memory:',
      keys,
      keyProvider: provider(),
      users: { find: () => Promise.resolve(undefined) },
    });
    await refused(start, /^key k1 could not be unwrapped: the key service at .* does not answer: /);
    await service.start();
  });

  it('is rotated by the command line with the same provider, and not at all while the service is away', async () => {
    const config = join(folder, 'mfa.config.ts');
    const database = `sqlite:${join(folder, 'kit.sqlite')}`;
    const run = (...words: string[]): Promise<{ output: string; errors: string }> =>
      new Promise((resolve) => {
        const command = fileURLToPath(
          new URL('../../packages/server/dist/command-line/main.js', import.meta.url),
        );
        execFile(process.execPath, [command, ...words, '--config', config], (_error, output, errors) => {
          resolve({ output, errors });
        });
      });
    const configure = (ring: KeyRingSettings): Promise<void> =>
      writeFile(
        config,
        `import { transitKeys } from ${JSON.stringify(file('transit-keys.ts'))};
         export default {
           database: ${JSON.stringify(database)},
           keys: ${JSON.stringify(ring)},
           keyProvider: transitKeys({
             address: ${JSON.stringify(service.address)},
             key: 'acme',
             token: () => ${JSON.stringify(TOKEN)},
             pause: () => Promise.resolve(),
           }),
         };`,
      );
    await configure(keys);
    await run('migrate');
    const made = JSON.parse((await run('keys', 'generate', '--id', 'k2')).output) as KeyRingSettings;
    assert.match(made.keys['k2'] ?? '', /^vault:v1:/);
    await configure({ current: 'k2', keys: { ...keys.keys, ...made.keys } });
    const { output, errors } = await run('keys', 'rotate');
    assert.equal(errors, '');
    assert.match(output, /^k2: 0 secrets, 0 recovery codes; current$/m);

    await service.kill();
    const away = await run('keys', 'rotate');
    assert.equal(away.output, '');
    assert.match(away.errors, /^key k1 could not be unwrapped: the key service at .* does not answer: /);
    await service.start();
  });
});
