import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generateKeyRing } from '../secrets/key-ring.ts';
import { ConfigurationError, readConfiguration, type Settings } from './configuration.ts';

const read = (mails: unknown): Settings['mails'] =>
  readConfiguration(
    {
      publicUrl: 'https://app.example.com',
      serviceName: 'Acme Notes',
      database: 'sqlite:.data/notes.sqlite',
      keys: generateKeyRing(),
      users: { find: () => Promise.resolve(undefined) },
      ...(mails !== undefined && { mails: mails as object }),
    },
    'development',
  ).mails;

function mistakesOf(mails: unknown): readonly string[] {
  try {
    read(mails);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('What a configuration says about mails', () => {
  it('is nothing, unless there is something', () => {
    assert.deepEqual(read(undefined), {});
  });

  it('is whom to ask for help, in a line', () => {
    assert.equal(
      read({ contact: ' help@acme.example, +43 1 234 56 78 ' }).contact,
      'help@acme.example, +43 1 234 56 78',
    );
    for (const contact of ['', ' ', 'one\ntwo', 'x'.repeat(201), 7])
      assert.match(mistakesOf({ contact }).join(), /^mails\.contact: /, String(contact));
  });

  for (const contact of ['https://help.example', 'see www.example.com'])
    it(`has no link in it: links of mails lead to the public URL alone (B6): ${contact}`, () => {
      assert.deepEqual(mistakesOf({ contact }), ['mails.contact: may have no link in it']);
    });

  it('is words of further languages, under what a language is called', () => {
    const greeting = 'Hallo,';
    assert.deepEqual(read({ languages: { nl: { frame: { greeting } } } }).languages, {
      nl: { frame: { greeting } },
    });
    assert.match(mistakesOf({ languages: { 'not a tag': {} } }).join(), /^mails\.languages\.not a tag: /);
    assert.match(mistakesOf({ languages: { nl: { frames: {} } } }).join(), /^mails\.languages\.nl: /);
    assert.deepEqual(mistakesOf({ languages: { nl: { notices: { 'totp-added': 7 } } } }), [
      'mails.languages.nl.notices.totp-added: has to be a text or a function that makes one',
    ]);
  });
});
