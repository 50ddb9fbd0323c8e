import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cellsOf } from './testing/csv-reader.ts';
import { csvLine } from './csv.ts';

/** Texts that are more like formulas, quotes and line breaks than chance would make them. */
const nasty = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', ' ', '1', 'a', 'ä', '📱'),
  maxLength: 12,
});
const text = fc.oneof(nasty, fc.string({ unit: 'grapheme' }));

describe('A line of CSV', () => {
  it('is read back as it was, but for the quote before what looks like a formula (B6, RFC 4180)', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
        const expected = cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell));
        assert.deepEqual(cellsOf(csvLine(cells)), [expected]);
      }),
    );
  });

  it('has no cell that a spreadsheet runs, whatever is in it (B6)', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
        for (const cell of cellsOf(csvLine(cells)).flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
      }),
    );
  });

  it('leaves what is no formula as it is', () => {
    assert.equal(
      csvLine(['a=1', '2026-01-15', "O'Hara", '', ' =1']),
      '"a=1","2026-01-15","O\'Hara",""," =1"\r\n',
    );
  });

  for (const formula of ["=cmd|' /C calc'!A0", '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1']) {
    it(`shows ${JSON.stringify(formula)} and does not run it (B6)`, () => {
      assert.equal(csvLine([formula]), `"'${formula}"\r\n`);
    });
  }
});
