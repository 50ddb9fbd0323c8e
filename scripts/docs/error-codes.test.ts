import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codesOfBrowser, wrongErrorCodes } from './error-codes.ts';

const page = [
  '| code | status |',
  '| --- | --- |',
  '| `invalid_code` | 401 | x |',
  '| `offline` | none | x |',
];

describe('wrongErrorCodes', () => {
  it('is content when every code is listed with its status', () => {
    assert.deepEqual(wrongErrorCodes(page.join('\n'), { invalid_code: 401 }, ['offline']), []);
  });

  it('finds codes that are missing, wrong, or gone', () => {
    const text = [...page, '| `gone` | 410 | x |'].join('\n');
    const found = wrongErrorCodes(text, { invalid_code: 400, conflict: 409 }, ['timed-out']);
    assert.deepEqual(found, [
      'docs/errors.md says 401 for invalid_code, which answers 400',
      'docs/errors.md does not list conflict',
      'docs/errors.md does not list timed-out, of the browser',
      'docs/errors.md lists offline, which no call answers',
      'docs/errors.md lists gone, which no call answers',
    ]);
  });
});

describe('codesOfBrowser', () => {
  it('finds those of a ceremony in the type that names them', () => {
    const source = "export type CeremonyErrorCode =\n  /** Closed. */\n  | 'cancelled'\n  | 'timed-out';";
    assert.deepEqual(codesOfBrowser(source), ['offline', 'unexpected', 'cancelled', 'timed-out']);
  });
});
