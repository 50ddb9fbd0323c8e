import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factorName } from './factor-name.ts';

describe('The name of an authenticator', () => {
  for (const [what, name] of [
    ['one character', 'x'],
    ['64 characters', 'x'.repeat(64)],
    ['letters of any language', 'Jörgs телефон 電話'],
    ['emoji', 'Phone 📱'],
    ['emoji of several joined ones', '👩‍💻'],
    ['Persian with its joiners', 'گوشی‌ام'],
    ['what looks like markup: it is text', '<b>Phone</b>'],
  ] as const) {
    it(`may be ${what}`, () => {
      assert.equal(factorName.parse(name), name);
    });
  }

  it('loses the spaces around it', () => {
    assert.equal(factorName.parse('  My phone '), 'My phone');
  });

  for (const [what, name] of [
    ['nothing', ''],
    ['spaces alone', '   '],
    ['65 characters', 'x'.repeat(65)],
    ['with a line break', 'My\nphone'],
    ['with a null character', 'My\u0000phone'],
    ['with a character that turns the reading direction', 'My\u202ephone'],
    ['a number', 5],
    ['a list', ['phone']],
    ['null', null],
  ] as const) {
    it(`may not be ${what}`, () => {
      assert.equal(factorName.safeParse(name).success, false);
    });
  }
});
