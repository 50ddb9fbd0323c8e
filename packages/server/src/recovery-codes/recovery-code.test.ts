import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatRecoveryCode, newRecoveryCodes, parseRecoveryCode } from './recovery-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE = { selector: '10AB', verifier: 'CDEF01GH10JK' };

describe('Recovery codes (K3)', () => {
  it('are sixteen characters of the alphabet without I, L, O and U, in four groups', () => {
    for (const code of newRecoveryCodes(200)) {
      assert.match(formatRecoveryCode(code), /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    }
  });

  it('use every character of the alphabet', () => {
    const seen = new Set(newRecoveryCodes(500).flatMap(({ verifier }) => Array.from(verifier)));
    assert.deepEqual([...seen].sort(), Array.from(ALPHABET));
  });

  it('of one set differ in their selectors, so that one look-up finds one code', () => {
    // 20 bits: among a thousand drawn freely, two alike would be more likely than not.
    for (let round = 0; round < 5; round += 1) {
      const selectors = newRecoveryCodes(1000).map(({ selector }) => selector);
      assert.equal(new Set(selectors).size, 1000);
    }
  });
});

describe('A recovery code as a person types it (K3)', () => {
  for (const [what, typed] of [
    ['as it was shown', '10AB-CDEF-01GH-10JK'],
    ['in lower case', '10ab-cdef-01gh-10jk'],
    ['without dashes', '10ABCDEF01GH10JK'],
    ['with spaces for dashes', '10AB CDEF 01GH 10JK'],
    ['with spaces around', '  10AB-CDEF-01GH-10JK\t\n'],
    ['with no-break and narrow spaces', '10AB\u00a0CDEF\u202f01GH\u300010JK'],
    ['with en dashes, em dashes and a non-breaking hyphen', '10AB–CDEF—01GH\u201110JK'],
    ['with a dash in every place', '1-0-A-B-C-D-E-F-0-1-G-H-1-0-J-K'],
    ['with capital i for 1 and capital o for 0', 'IOAB-CDEF-OIGH-IOJK'],
    ['with l for 1 and o for 0, in lower case', 'loab-cdef-olgh-lojk'],
    ['in full-width characters', '１０ＡＢ－ＣＤＥＦ－０１ＧＨ－１０ＪＫ'],
    ['with invisible characters that came along when it was copied', '\u200b10AB-CDEF\u2060-01GH-10JK\ufeff'],
  ] as const) {
    it(`is read ${what}`, () => {
      assert.deepEqual(parseRecoveryCode(typed), CODE);
    });
  }

  it('is read in any mixture of these', () => {
    const spelling = (character: string): fc.Arbitrary<string> => {
      const alike = character === '1' ? ['1', 'I', 'i', 'L', 'l'] : character === '0' ? ['0', 'O', 'o'] : [];
      const wide = String.fromCharCode(character.charCodeAt(0) + 0xfee0);
      return fc.constantFrom(character, character.toLowerCase(), wide, ...alike);
    };
    const between = fc.constantFrom('', '', ' ', '-', '–', '\u00a0', ' - ');
    const original = fc.constant(null).map(() => newRecoveryCodes(1)[0]!);
    const typed = original.chain((code) =>
      fc
        .tuple(...Array.from(code.selector + code.verifier, (one) => fc.tuple(spelling(one), between)))
        .map((pairs) => ({ code, text: pairs.flat().join('') })),
    );
    fc.assert(fc.property(typed, ({ code, text }) => assert.deepEqual(parseRecoveryCode(text), code)));
  });

  for (const [what, typed] of [
    ['nothing', ''],
    ['fifteen characters', '10AB-CDEF-01GH-10J'],
    ['seventeen characters', '10AB-CDEF-01GH-10JKM'],
    ['a U, which no code has', '10AB-CDEF-01GH-10JU'],
    ['other punctuation', '10AB.CDEF.01GH.10JK'],
    ['letters of other scripts that look alike', '10АВ-CDEF-01GH-10JK'],
    ['a six-digit code', '123456'],
  ] as const) {
    it(`is none when it is ${what}`, () => {
      assert.equal(parseRecoveryCode(typed), undefined);
    });
  }

  it('never fails on any text, and never reads a form that was not made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 64 }), (text) => {
        const code = parseRecoveryCode(text);
        if (code) assert.match(code.selector + code.verifier, /^[0-9A-HJKMNP-TV-Z]{16}$/);
      }),
    );
  });
});
