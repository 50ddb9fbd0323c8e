import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { secondsUntil } from './attempts.ts';

describe('The seconds to wait', () => {
  for (const [milliseconds, seconds] of [
    [900_000, 900],
    [899_001, 900],
    [1_001, 2],
    [1_000, 1],
    [1, 1],
    [0, 1],
    [-5_000, 1],
  ] as const) {
    it(`are ${seconds} for ${milliseconds} ms: who waits them is let in, and nobody is told to wait for nothing`, () => {
      assert.equal(secondsUntil(10_000 + milliseconds, 10_000), seconds);
    });
  }
});
