import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generateKeyRing } from '../secrets/key-ring.ts';
import {
  ConfigurationError,
  readConfiguration,
  type MfaConfiguration,
  type Settings,
} from './configuration.ts';

const read = (passkeys: unknown, publicUrl = 'https://app.example.com'): Settings['passkeys'] =>
  readConfiguration({
    publicUrl,
    serviceName: 'Test Notes',
    database: 'sqlite::memory:',
    keys: generateKeyRing(),
    users: { find: () => Promise.resolve(undefined) },
    ...(passkeys !== undefined && { passkeys: passkeys as NonNullable<MfaConfiguration['passkeys']> }),
  }).passkeys;

const mistakes = (passkeys: unknown, publicUrl?: string): readonly string[] => {
  try {
    read(passkeys, publicUrl);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    return error.mistakes;
  }
};

describe('The configuration of passkeys', () => {
  it('may be left out', () => {
    assert.deepEqual(read(undefined), {
      relatedOrigins: [],
      topOrigins: [],
      counterAnomalies: 'refuse-device-bound',
    });
  });

  it('takes as RP ID the host of the public URL or a parent domain of it', () => {
    for (const rpId of ['app.example.com', 'example.com']) assert.equal(read({ rpId }).rpId, rpId);
    assert.equal(read({ rpId: 'localhost' }, 'http://localhost:4000').rpId, 'localhost');
  });

  for (const rpId of [
    'other.com',
    'mple.com',
    'sub.app.example.com',
    'https://example.com',
    'example.com:443',
    'Example.com',
    '.example.com',
    '',
    'com',
  ]) {
    it(`refuses the RP ID ${JSON.stringify(rpId)} for app.example.com, which no browser would accept`, () => {
      assert.deepEqual(mistakes({ rpId }), [
        'passkeys.rpId: has to be app.example.com or a parent domain of it',
      ]);
    });
  }

  it('takes other origins and pages around it as origins, in one spelling', () => {
    const { relatedOrigins, topOrigins } = read({
      relatedOrigins: ['https://Notes.Example/'],
      topOrigins: ['https://portal.example:443'],
    });
    assert.deepEqual([relatedOrigins, topOrigins], [['https://notes.example'], ['https://portal.example']]);
  });

  it('names each mistake with its key, all at once', () => {
    assert.deepEqual(
      mistakes({
        relatedOrigins: ['http://notes.example', 'notes.example'],
        topOrigins: ['https://portal.example/app'],
        counterAnomalies: 'ignore',
        enrollUrl: 'settings',
      }).map((mistake) => mistake.split(':')[0]),
      [
        'passkeys.relatedOrigins.0',
        'passkeys.relatedOrigins.1',
        'passkeys.topOrigins.0',
        'passkeys.counterAnomalies',
        'passkeys.enrollUrl',
      ],
    );
    assert.deepEqual(mistakes({ rpID: 'example.com' }).length, 1, 'a misspelt key is a mistake');
  });
});
