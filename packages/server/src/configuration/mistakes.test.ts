import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generateKeyRing } from '../secrets/key-ring.ts';
import { ConfigurationError, readConfiguration, type MfaConfiguration } from './configuration.ts';

const find = () => Promise.resolve(undefined);
const least = {
  publicUrl: 'https://app.example.com',
  serviceName: 'Acme Notes',
  database: 'sqlite:.data/notes.sqlite',
  keys: generateKeyRing(),
  users: { find },
};

/** What a host in JavaScript is told, whom no compiler tells anything. */
function told(configuration: unknown): readonly string[] {
  try {
    readConfiguration(configuration as MfaConfiguration, 'development');
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    return error.mistakes;
  }
  return [];
}

describe('A mistake in what createMfa() is given', () => {
  const mistakes: Readonly<Record<string, readonly [unknown, ...string[]]>> = {
    'nothing at all': [undefined, 'configuration: is missing'],
    'a function': [() => least, 'configuration: has to be an object, not a function'],
    'nothing in it': [
      {},
      'publicUrl: is missing; it is where people reach the application, such as https://app.example.com',
      'serviceName: is missing',
      'database: is missing; it is sqlite:<path>, sqlite::memory: or postgres://…',
      'keys: is missing; npx @mfa-kit/server keys generate makes them, JSON.parse() reads them',
      'users: is missing; it has to be an object with find()',
    ],
    'keys as text': [
      { ...least, keys: JSON.stringify(least.keys) },
      'keys: has to be an object, not a string; npx @mfa-kit/server keys generate makes them, JSON.parse() reads them',
    ],
    'an address without its scheme': [
      { ...least, publicUrl: 'app.example.com' },
      'publicUrl: is not a URL; it is such as https://app.example.com',
    ],
    'a URL in place of its text': [
      { ...least, publicUrl: new URL('https://app.example.com') },
      'publicUrl: has to be a string, not an object; it is where people reach the application, such as https://app.example.com',
    ],
    'an unknown setting': [{ ...least, nonsense: 1 }, 'configuration: there is no setting nonsense'],
    'letters of the wrong case': [
      { ...least, serviceName: undefined, servicename: 'Notes' },
      'serviceName: is missing',
      'configuration: there is no setting servicename; did you mean serviceName?',
    ],
    'slips below': [
      { ...least, passkeys: { orgins: [], rpID: 'example.com' }, sessions: { idel: '5m' } },
      'sessions: there is no setting idel; there are absolute, idle',
      'passkeys: there is no setting orgins; there are rpId, relatedOrigins, topOrigins, counterAnomalies, enrollUrl, manageUrl',
      'passkeys: there is no setting rpID; did you mean rpId?',
    ],
    'a name in place of a list': [
      { ...least, policy: { roles: 'admin' } },
      'policy.roles: has to be a list, not a string',
    ],
    'a word that is none of those': [
      { ...least, passkeys: { counterAnomalies: 'refuse' } },
      'passkeys.counterAnomalies: has to be one of refuse-device-bound, refuse-all',
    ],
    'what is too long, too short, too much and too little': [
      {
        ...least,
        serviceName: 'N'.repeat(65),
        audit: { sample: 2 },
        policy: { graceDays: -1 },
        webhooks: Array.from({ length: 21 }, (_, index) => ({
          url: `https://hooks.example.com/${String(index)}`,
          secret: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
        })),
      },
      'serviceName: may have 64 characters at most',
      'audit.sample: may be 1 at most',
      'policy.graceDays: has to be 0 at least',
      'webhooks: may have 20 entries at most',
    ],
    'an empty name': [{ ...least, serviceName: ' ' }, 'serviceName: may not be empty'],
    'a page that is no URL': [
      { ...least, passkeys: { enrollUrl: '/account' } },
      'passkeys.enrollUrl: is not a URL; it is such as https://app.example.com/account',
    ],
    'recovery switched on by true': [
      { ...least, accountRecovery: true },
      "accountRecovery: has to be false, or { wait: '72h' } with 24h at least and 30d at most",
    ],
    'a name that no action can have': [
      { ...least, actions: { 'a b': { within: '5m' } } },
      'actions.a b: has to be a name such as billing.charge',
    ],
    'a callback with a slip': [
      { ...least, users: { find, verifypassword: find } },
      'users: verifypassword is asked for by nobody; did you mean verifyPassword()?',
    ],
    'a callback that is none': [
      { ...least, users: { find, findByLogin: 'ada' } },
      'users: findByLogin has to be a function, not a string',
    ],
  };
  for (const [what, [configuration, ...says]] of Object.entries(mistakes))
    it(`is told in words that mend it: ${what}`, () => {
      assert.deepEqual(told(configuration), says);
    });

  it('is none where the host has more functions than are asked for', () => {
    assert.deepEqual(told({ ...least, users: { find, findById: find, verify: find, login: find } }), []);
  });
});
