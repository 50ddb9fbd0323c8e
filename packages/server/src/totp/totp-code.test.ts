import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeAt } from './totp-code.fixture.ts';
import { matchingStep, totpCode } from './totp-code.ts';

/** The secret of both RFCs: 20 bytes of ASCII. */
const SECRET = Buffer.from('12345678901234567890');
const STEP = 30_000;

describe('A TOTP code (K4)', () => {
  // RFC 6238, appendix B, the rows of SHA-1. The RFC prints eight digits; six are the last six of them.
  for (const [seconds, printed] of [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ] as const) {
    it(`is that of RFC 6238 at ${seconds} s`, () => {
      assert.equal(matchingStep(SECRET, printed.slice(-6), seconds * 1000), Math.floor(seconds / 30));
    });
  }

  // RFC 4226, appendix D; the counter is the time step.
  for (const [counter, code] of [
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ].entries()) {
    it(`is that of RFC 4226 for the counter ${counter}`, () => {
      assert.equal(matchingStep(SECRET, code, counter * STEP), counter);
    });
  }

  it('is accepted one step early or late and no further, to the millisecond', () => {
    const step = 59_000_000;
    const code = codeAt(SECRET, step * STEP);
    const from = (step - 1) * STEP;
    const until = (step + 2) * STEP;
    for (const now of [from, from + 1, step * STEP, until - 1])
      assert.equal(matchingStep(SECRET, code, now), step);
    for (const now of [from - 1, until]) assert.equal(matchingStep(SECRET, code, now), undefined);
  });

  it('belongs to one secret', () => {
    const now = 1_768_478_405_000;
    const code = codeAt(Buffer.alloc(20, 7), now);
    assert.equal(matchingStep(SECRET, code, now), undefined);
    assert.equal(matchingStep(Buffer.alloc(20, 7), code, now), Math.floor(now / STEP));
  });

  it('keeps its leading zeros', () => {
    assert.equal(matchingStep(SECRET, '005924', 1234567890_000), 41152263);
  });
});

describe('The form of a TOTP code', () => {
  it('is six ASCII digits in a string', () => {
    for (const code of ['000000', '123456', '999999']) assert.ok(totpCode.safeParse(code).success, code);
  });

  for (const [what, malformed] of [
    ['a number', 123456],
    ['an array of one code', ['123456']],
    ['an object', { toString: '123456' }],
    ['null', null],
    ['nothing', undefined],
    ['true', true],
    ['the empty text', ''],
    ['five digits', '12345'],
    ['seven digits', '1234567'],
    ['a full-width digit', '12345６'],
    ['Arabic-Indic digits', '١٢٣٤٥٦'],
    ['a space inside', '123 456'],
    ['a space around', ' 123456'],
    ['a line break at the end', '123456\n'],
    ['letters', '12345a'],
    ['a sign', '+12345'],
    ['hexadecimal', '0x1234'],
    ['an exponent', '1234e5'],
  ] as const) {
    it(`is not ${what}`, () => {
      assert.equal(totpCode.safeParse(malformed).success, false);
    });
  }
});
