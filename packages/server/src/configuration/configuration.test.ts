import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generateKeyRing } from '../secrets/key-ring.ts';
import { ConfigurationError, readConfiguration, type MfaConfiguration } from './configuration.ts';

const users = { find: () => Promise.resolve(undefined) };
const mailer = { send: () => Promise.resolve() };
const least: MfaConfiguration = {
  publicUrl: 'https://app.example.com',
  serviceName: 'Acme Notes',
  database: 'sqlite:.data/notes.sqlite',
  keys: generateKeyRing(),
  users,
};

/** What is said about a configuration; also of one that the types would not let through. */
function mistakesOf(change: Record<string, unknown>, environment = 'development'): readonly string[] {
  try {
    readConfiguration({ ...least, ...change }, environment);
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    const { message, mistakes } = error;
    assert.ok(mistakes.every((mistake) => message.includes(mistake)));
    return mistakes;
  }
  return [];
}

describe('the configuration', () => {
  it('has a default for everything that can have one', () => {
    const { basePath, sessions, freshWithin, trustedProxies } = readConfiguration(least, 'development');
    assert.deepEqual(
      { basePath, sessions, freshWithin, trustedProxies },
      {
        basePath: '/mfa',
        sessions: { absolute: 86_400_000, idle: 3_600_000 },
        freshWithin: 300_000,
        trustedProxies: [],
      },
    );
  });

  it('remembers devices for thirty days, for less, or not at all, and never for longer (B2)', () => {
    const read = (rememberDevices: MfaConfiguration['rememberDevices']): unknown =>
      readConfiguration(
        { ...least, ...(rememberDevices !== undefined && { rememberDevices }) },
        'development',
      ).rememberDevices;
    assert.deepEqual(read(undefined), { for: 30 * 86_400_000 });
    assert.deepEqual(read({}), { for: 30 * 86_400_000 });
    assert.deepEqual(read({ for: '12h' }), { for: 12 * 3_600_000 });
    assert.equal(read(false), false);
    for (const wrong of [true, '30d', { for: '31d' }, { for: 30 }, { for: '1d', where: 'here' }]) {
      const mistakes = mistakesOf({ rememberDevices: wrong });
      assert.equal(mistakes.length, 1, JSON.stringify(wrong));
      assert.match(mistakes[0] ?? '', /^rememberDevices/);
    }
  });

  it('lets people back in by mail after 72 hours, never after less than a day, or not at all (R1)', () => {
    const find = (): Promise<undefined> => Promise.resolve(undefined);
    const able = { find, findByLogin: find, verifyPassword: find };
    const read = (accountRecovery: MfaConfiguration['accountRecovery']): unknown =>
      readConfiguration(
        { ...least, users: able, ...(accountRecovery !== undefined && { accountRecovery }) },
        'development',
      ).accountRecovery;
    assert.deepEqual(read({}), { wait: 72 * 3_600_000 });
    assert.deepEqual(read({ wait: '24h' }), { wait: 24 * 3_600_000 });
    assert.equal(read(false), false);
    for (const wrong of [
      true,
      '72h',
      { wait: '23h' },
      { wait: '31d' },
      { wait: 72 },
      { wait: '72h', mail: 1 },
    ])
      assert.match(
        mistakesOf({ users: able, accountRecovery: wrong }).join(),
        /^accountRecovery/,
        JSON.stringify(wrong),
      );
    assert.deepEqual(mistakesOf({ users: able, accountRecovery: { wait: '23h' } }), [
      'accountRecovery.wait: has to be 24h at least',
    ]);
    assert.deepEqual(mistakesOf({ accountRecovery: {} }), [
      'accountRecovery: needs findByLogin() and verifyPassword() of users',
    ]);
    assert.deepEqual(mistakesOf({ accountRecovery: false }), []);
  });

  it('lets nobody administer anybody unless the host says who may (S8)', async () => {
    const { authorize } = readConfiguration(least, 'development');
    const somebody = { id: 'u', name: 'u', displayName: 'U', emails: [] };
    assert.equal(await authorize(somebody, 'member.reset', somebody), false);
    assert.deepEqual(mistakesOf({ authorize: 'everybody' }), ['authorize: has to be a function']);
  });

  it('takes ports as they are, methods of a class included', () => {
    class Directory {
      readonly #name = 'the people of';
      find(id: string): Promise<undefined> {
        return id === this.#name ? Promise.reject(new Error(id)) : Promise.resolve(undefined);
      }
    }
    const directory = new Directory();
    assert.equal(readConfiguration({ ...least, users: directory }, 'development').users, directory);
  });

  it('takes named actions, windows in milliseconds, with a default for all but the window', () => {
    const actions = {
      'billing.charge': { within: '5m' },
      'keys.reveal': { within: '60s', singleUse: true, aal: 2 },
    } as const;
    assert.deepEqual(readConfiguration({ ...least, actions }, 'development').actions, {
      'billing.charge': { within: 300_000, singleUse: false, aal: 'highest' },
      'keys.reveal': { within: 60_000, singleUse: true, aal: 2 },
    });
    assert.deepEqual(readConfiguration(least, 'development').actions, {});
  });

  it('tells every mistake in named actions at once, each with its key', () => {
    const mistakes = mistakesOf({
      actions: {
        'billing.charge': {},
        'workspace.delete': { within: 'soon' },
        'workspace.rename': { within: '48h' },
        'keys.reveal': { within: '60s', singleUse: 'yes' },
        'keys.replace': { within: '60s', aal: 3 },
        'keys.list': { within: '60s', unknown: true },
        'not a name': { within: '60s' },
      },
      freshWithin: 'soon',
    });
    for (const key of [
      'actions.billing.charge.within',
      'actions.workspace.delete.within',
      'actions.workspace.rename.within: may be 24h at most',
      'actions.keys.reveal.singleUse',
      'actions.keys.replace.aal',
      'actions.keys.list',
      'actions.not a name',
      'freshWithin',
    ]) {
      assert.equal(mistakes.filter((mistake) => mistake.startsWith(key)).length, 1, key);
    }
    assert.equal(mistakes.length, 8);
  });

  it('tells every mistake at once, each with its key', () => {
    const mistakes = mistakesOf({
      publicUrl: 'http://app.example.com',
      basePath: 'mfa',
      serviceName: ' ',
      database: 'mysql://localhost/mfa',
      keys: { current: 'k2', keys: { k1: 'abc' } },
      users: {},
      mailer: { sendMail: mailer.send },
      clock: () => 0,
      hasher: { hash: mailer.send },
      placeLookup: { lookup: mailer.send },
      logger: (line: string) => line,
      trustedProxies: ['10.0.0.0/8', 'everybody'],
      sessions: { absolute: '30d', idle: '2h' },
      freshWithin: 'soon',
      pasword: 'unknown key',
    });
    for (const key of [
      'publicUrl',
      'basePath',
      'serviceName',
      'database',
      'keys.current',
      'users',
      'mailer',
      'clock',
      'hasher',
      'placeLookup',
      'logger',
      'trustedProxies.1',
      'sessions.absolute',
      'sessions.idle',
      'freshWithin',
      'configuration',
    ])
      assert.equal(
        mistakes.filter((mistake) => mistake.startsWith(`${key}: `)).length,
        1,
        `${key} in ${mistakes.join('\n')}`,
      );
    assert.equal(mistakes.length, 16);
  });

  it('says it in the singular when there is one', () => {
    assert.throws(
      () => readConfiguration({ ...least, basePath: '/' }, 'development'),
      /has a mistake:\n {2}- basePath: has to be a path/,
    );
  });

  describe('publicUrl', () => {
    const taken: Record<string, string> = {
      'https://app.example.com': 'https://app.example.com',
      'https://app.example.com/': 'https://app.example.com',
      'https://APP.example.com:8443': 'https://app.example.com:8443',
      'http://localhost:4000': 'http://localhost:4000',
      'http://localhost': 'http://localhost',
    };
    for (const [text, origin] of Object.entries(taken)) {
      it(`${text} is the origin ${origin}`, () => {
        assert.equal(readConfiguration({ ...least, publicUrl: text }, 'development').publicUrl, origin);
      });
    }
    const refused: Record<string, RegExp> = {
      'http://app.example.com': /has to be https; plain http is for localhost only/,
      'http://127.0.0.1:4000': /plain http is for localhost only/,
      'http://localhost.example.com': /plain http is for localhost only/,
      'http://notlocalhost': /plain http is for localhost only/,
      'ftp://app.example.com': /has to begin with https/,
      'app.example.com': /is not a URL/,
      '': /is not a URL/,
      'https://app.example.com/notes': /has to be an origin/,
      'https://app.example.com/?a=b': /has to be an origin/,
      'https://app.example.com/#a': /has to be an origin/,
      'https://ada@app.example.com': /has to be an origin/,
    };
    for (const [text, reason] of Object.entries(refused)) {
      it(`${JSON.stringify(text)} is refused`, () => {
        const mistakes = mistakesOf({ publicUrl: text });
        assert.equal(mistakes.length, 1);
        assert.match(mistakes[0]!, reason);
      });
    }
  });

  it('allows sessions that are shorter than the longest, never longer ones (B1)', () => {
    const { sessions } = readConfiguration(
      { ...least, sessions: { absolute: '8h', idle: '15m' } },
      'development',
    );
    assert.deepEqual(sessions, { absolute: 28_800_000, idle: 900_000 });
    assert.match(mistakesOf({ sessions: { absolute: '25h' } })[0]!, /sessions.absolute: may be 24h at most/);
    assert.match(mistakesOf({ sessions: { idle: '61m' } })[0]!, /sessions.idle: may be 1h at most/);
    assert.match(mistakesOf({ freshWithin: '16m' })[0]!, /freshWithin: may be 15m at most/);
  });

  it('takes addresses and ranges as trusted proxies, and nothing else (L4)', () => {
    assert.deepEqual(
      mistakesOf({ trustedProxies: ['127.0.0.1', '10.0.0.0/8', '2001:db8::/32', 'loopback'] }),
      [],
    );
    for (const proxy of ['proxy.example.com', '10.0.0.0/33', '10.0.0', '*', '']) {
      const mistakes = mistakesOf({ trustedProxies: ['127.0.0.1', proxy] });
      assert.deepEqual(
        mistakes.map((mistake) => mistake.split(':')[0]),
        ['trustedProxies.1'],
        proxy,
      );
    }
  });

  describe('in production', () => {
    it('is refused without a mailer: people would not be told', () => {
      assert.match(mistakesOf({}, 'production')[0]!, /^mailer: is missing/);
      assert.deepEqual(mistakesOf({ mailer }, 'production'), []);
    });

    it('is refused with a database that forgets everything', () => {
      const mistakes = mistakesOf({ mailer, database: 'sqlite::memory:' }, 'production');
      assert.equal(mistakes.length, 1);
      assert.match(mistakes[0]!, /^database: sqlite::memory: forgets everything/);
      assert.deepEqual(mistakesOf({ mailer, database: 'sqlite::memory:' }, 'test'), []);
    });

    it('tells all dangers at once', () => {
      assert.equal(mistakesOf({ database: 'sqlite::memory:' }, 'production').length, 2);
    });
  });

  it('refuses a key that is not 32 bytes, unless a key service is there to unwrap it (K2)', () => {
    const keys = { current: 'k1', keys: { k1: 'wrapped' } };
    assert.deepEqual(mistakesOf({ keys }), ['keys.keys.k1: has to be 32 bytes, base64url']);
    const unwrap = (): Promise<Buffer> => Promise.resolve(Buffer.alloc(32));
    assert.deepEqual(mistakesOf({ keys, keyProvider: { wrap: unwrap, unwrap } }), []);
  });

  it('says nothing of what is secret in it (K6)', () => {
    const secret = 'c2VjcmV0';
    const mistakes = mistakesOf({
      database: `mysql://mfa:${secret}@db/mfa`,
      keys: { current: 'k2', keys: { k1: secret } },
    });
    assert.ok(mistakes.some((mistake) => mistake.startsWith('database: ')));
    assert.ok(mistakes.some((mistake) => mistake.startsWith('keys.')));
    assert.ok(!mistakes.join().includes(secret));
  });
});
