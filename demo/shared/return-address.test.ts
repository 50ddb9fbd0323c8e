import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { returnAddress } from './return-address.ts';

const ORIGIN = 'http://localhost:4000';

describe('returnAddress', () => {
  for (const [next, expected] of [
    ['/billing', `${ORIGIN}/billing`],
    ['/account/security?tab=2#codes', `${ORIGIN}/account/security?tab=2#codes`],
    ['billing', `${ORIGIN}/billing`],
    [`${ORIGIN}/billing`, `${ORIGIN}/billing`],
    // A URL with the scheme of the page and no slashes is a path of it.
    ['http:elsewhere.example', `${ORIGIN}/elsewhere.example`],
    ['/.//elsewhere.example', `${ORIGIN}//elsewhere.example`],
  ] as const) {
    it(`B4: follows ${next} within the own origin`, () => {
      assert.equal(returnAddress(next, ORIGIN), expected);
    });
  }

  for (const next of [
    null,
    '',
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    ' //elsewhere.example',
    'http://localhost:4001/',
    'https://localhost:4000/',
    'http://localhost:4000@elsewhere.example/',
    'http://somebody@localhost:4000/',
    'javascript:alert(1)',
    'data:text/html,hello',
    `blob:${ORIGIN}/8d2b`,
    'http://[',
  ]) {
    it(`B4: never leaves the own origin for ${JSON.stringify(next)}`, () => {
      assert.equal(returnAddress(next, ORIGIN), `${ORIGIN}/`);
    });
  }
});
