import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearest } from './nearest.ts';

const COMMANDS = ['doctor', 'migrate', 'keys check', 'keys rotate', 'mails failed'];

describe('The word that was probably meant', () => {
  for (const [written, meant] of [
    ['docter', 'doctor'],
    ['dcotor', 'doctor'],
    ['migrat', 'migrate'],
    ['Migrate', 'migrate'],
    ['key check', 'keys check'],
    ['keys rotat', 'keys rotate'],
    ['mail fail', 'mails failed'],
  ] as const)
    it(`is ${meant} for ${written}`, () => {
      assert.equal(nearest(written, COMMANDS), meant);
    });

  it('is none where nothing is near', () => {
    for (const written of ['', 'x', 'nonsense', 'keys', 'doctor who is it']) {
      assert.equal(nearest(written, COMMANDS), undefined, written);
    }
  });
});
