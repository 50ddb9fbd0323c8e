import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wrongErrorCodes } from './error-codes.ts';

const page = [
  '| code | status |',
  '| --- | --- |',
  '| `invalid_code` | 401 | x |',
  '| `offline` | none | x |',
];

describe('wrongErrorCodes', () => {
  it('is content when every code is listed with its status', () => {
    assert.deepEqual(wrongErrorCodes(page.join('\n'), { invalid_code: 401 }), []);
  });

  it('finds codes that are missing, wrong, or gone', () => {
    const found = wrongErrorCodes([...page, '| `gone` | 410 | x |'].join('\n'), {
      invalid_code: 400,
      conflict: 409,
    });
    assert.deepEqual(found, [
      'docs/errors.md says 401 for invalid_code, which answers 400',
      'docs/errors.md does not list conflict',
      'docs/errors.md lists gone, which no call answers',
    ]);
  });
});
