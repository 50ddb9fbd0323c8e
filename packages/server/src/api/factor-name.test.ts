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

  for (const [what, typed, kept] of [
    ['the spaces around it', '  My phone ', 'My phone'],
    ['a line break (K6)', 'My\r\nphone', 'Myphone'],
    ['a null character (K6)', 'My phone\u0000', 'My phone'],
    [
      'what turns the reading direction, and the spaces that it hid (K6)',
      '\u200e My\u202e phone \u2066',
      'My phone',
    ],
  ] as const) {
    it(`loses ${what}`, () => {
      assert.equal(factorName.parse(typed), kept);
    });
  }

  for (const [what, name] of [
    ['nothing', ''],
    ['spaces alone', '   '],
    ['65 characters', 'x'.repeat(65)],
    ['what cannot be seen alone', '\u0000 \u202e'],
    ['a number', 5],
    ['a list', ['phone']],
    ['null', null],
  ] as const) {
    it(`may not be ${what}`, () => {
      assert.equal(factorName.safeParse(name).success, false);
    });
  }
});
