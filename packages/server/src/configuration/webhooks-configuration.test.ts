import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { generateKeyRing } from '../secrets/key-ring.ts';
import { ConfigurationError, readConfiguration, type Settings } from './configuration.ts';

const newSecret = (bytes = 32): string => `whsec_${randomBytes(bytes).toString('base64')}`;
const secret = newSecret();
const url = 'https://hooks.example.com/mfa?tenant=7';

const read = (webhooks: unknown, publicUrl = 'https://app.example.com'): Settings['webhooks'] =>
  readConfiguration(
    {
      publicUrl,
      serviceName: 'Acme Notes',
      database: 'sqlite:.data/notes.sqlite',
      keys: generateKeyRing(),
      users: { find: () => Promise.resolve(undefined) },
      ...(webhooks !== undefined && { webhooks: webhooks as [] }),
    },
    'development',
  ).webhooks;

function mistakesOf(webhooks: unknown, publicUrl?: string): readonly string[] {
  try {
    read(webhooks, publicUrl);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('The webhooks of a configuration', () => {
  it('are none, unless there are some', () => {
    assert.deepEqual(read(undefined), []);
  });

  it('ask for all events, or for those that begin as it says, each beginning a whole word', () => {
    assert.deepEqual(read([{ url, secret }])[0]?.prefixes, ['']);
    const events = ['auth.2fa.', 'auth.2fa', 'auth.policy.changed', 'auth.sign_in', 'auth.'];
    assert.deepEqual(read([{ url, secret, events }])[0]?.prefixes, [
      'auth.2fa.',
      'auth.policy.changed.',
      'auth.sign_in.',
      'auth.',
    ]);
  });

  it('have a secret of at least 32 bytes, or several while it is exchanged', () => {
    const other = newSecret(64);
    const [one, two] = read([
      { url, secret },
      { url: `${url}2`, secret: [other, secret] },
    ]);
    assert.deepEqual([one?.keys.length, two?.keys.map((key) => key.length)], [1, [64, 32]]);
    for (const wrong of [newSecret(31), secret.slice('whsec_'.length), 'whsec_', `${secret}!`, '', [], 7])
      assert.match(
        mistakesOf([{ url, secret: wrong }]).join(),
        /^webhooks\.0\.secret/,
        JSON.stringify(wrong),
      );
  });

  it('are named without the path of the URL, which may be a secret in itself (K6)', () => {
    const [first, second] = read([
      { url: 'https://hooks.example.com:8443/services/T0/B0/verysecret', secret },
      { url: 'https://hooks.example.com:8443/services/T0/B0/another', secret },
    ]);
    assert.match(first!.endpoint, /^hooks\.example\.com:8443#[\w-]{8}$/);
    assert.notEqual(first!.endpoint, second!.endpoint);
  });

  const refused: Readonly<Record<string, RegExp>> = {
    'hooks.example.com': /is not a URL/,
    'ftp://hooks.example.com/': /has to begin with https/,
    'http://hooks.example.com/': /has to be https/,
    'http://localhost.example.com/': /has to be https/,
    'http://127.0.0.1/': /is not a public address/,
    'https://ada:pw@hooks.example.com/': /may not have a user or a password/,
    'https://hooks.example.com/#part': /may not have a fragment/,
    'https://10.0.0.7/': /is not a public address/,
    'https://0x7f.1/': /is not a public address/,
    'https://[::1]/': /is not a public address/,
    'https://[::ffff:10.0.0.7]/': /is not a public address/,
    'https://localhost/': /is reached by http/,
  };
  for (const [address, says] of Object.entries(refused)) {
    it(`B7: do not go to ${address}, on localhost neither`, () => {
      for (const publicUrl of ['https://app.example.com', 'http://localhost:4000']) {
        const mistakes = mistakesOf([{ url: address, secret }], publicUrl);
        assert.equal(mistakes.length, 1);
        assert.match(mistakes[0]!, /^webhooks\.0\.url: /);
        assert.match(mistakes[0]!, says);
      }
    });
  }

  it('B7: go to http://localhost while the application itself is there, and else nowhere without TLS', () => {
    const local = [{ url: 'http://localhost:9000/hooks', secret }];
    assert.equal(read(local, 'http://localhost:4000')[0]?.local, true);
    assert.equal(read([{ url, secret }], 'http://localhost:4000')[0]?.local, false);
    assert.deepEqual(mistakesOf(local), ['webhooks.0.url: may be on localhost only while publicUrl is']);
  });

  it('are told all mistakes at once', () => {
    const mistakes = mistakesOf([
      { url: 'http://hooks.example.com', secret: 'short', events: ['login'] },
      { url, secret, events: [] },
      { url: 'https://10.0.0.7', secret, retries: 3 },
    ]);
    for (const beginning of [
      'webhooks.0.url: ',
      'webhooks.0.secret',
      'webhooks.0.events.0: has to be the name of an event',
      'webhooks.1.events: ',
      'webhooks.2.url: ',
      'webhooks.2: ',
    ])
      assert.ok(
        mistakes.some((mistake) => mistake.startsWith(beginning)),
        `${beginning}\n${mistakes.join('\n')}`,
      );
  });

  it('are each in the list once, and twenty at most', () => {
    assert.deepEqual(
      mistakesOf([
        { url, secret },
        { url, secret: newSecret() },
      ]),
      ['webhooks.1.url: is in the list already'],
    );
    const many = Array.from({ length: 21 }, (_, index) => ({ url: `${url}${index}`, secret }));
    assert.equal(mistakesOf(many).length, 1);
    assert.equal(mistakesOf(many.slice(1)).length, 0);
  });

  it('K6: tell no secret in a mistake', () => {
    const told = mistakesOf([
      { url: 'https://ada:hunter2-hunter2@hooks.example.com/', secret: 'hunter3-hunter3' },
    ]);
    assert.doesNotMatch(told.join(), /hunter/);
  });
});
