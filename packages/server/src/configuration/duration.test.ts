import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDuration, milliseconds, type Duration } from './duration.ts';

describe('a length of time', () => {
  const lengths: Readonly<Record<Duration, number>> = {
    '1s': 1_000,
    '30s': 30_000,
    '5m': 300_000,
    '24h': 86_400_000,
    '30d': 2_592_000_000,
  };
  for (const [text, expected] of Object.entries(lengths)) {
    it(`${text} is ${expected} milliseconds`, () => {
      assert.ok(isDuration(text));
      assert.equal(milliseconds(text), expected);
    });
  }

  for (const text of [
    '',
    '5',
    'm',
    '0m',
    '05m',
    '-5m',
    '1.5h',
    '5 m',
    '5M',
    '5ms',
    '5m ',
    '1e3s',
    '1234567s',
    '٥m',
  ]) {
    it(`${JSON.stringify(text)} is none`, () => {
      assert.ok(!isDuration(text));
      assert.throws(() => milliseconds(text as Duration), RangeError);
    });
  }
});
