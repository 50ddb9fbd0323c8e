import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashPassword, passwordCheck } from './passwords.ts';

const ROUNDS = 9;

async function medianMilliseconds(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)]!;
}

describe('checking a password', () => {
  it('accepts the right one and no other', async () => {
    const check = await passwordCheck();
    const hash = await hashPassword('correct horse');
    assert.equal(await check.matches(hash, 'correct horse'), true);
    assert.equal(await check.matches(hash, 'Correct horse'), false);
    assert.equal(await check.matches(undefined, 'correct horse'), false);
  });

  it('B5: takes as long for an account that does not exist', async () => {
    const check = await passwordCheck();
    const hash = await hashPassword('correct horse');
    const known = await medianMilliseconds(() => check.matches(hash, 'wrong'));
    const unknown = await medianMilliseconds(() => check.matches(undefined, 'wrong'));
    // Without the dummy hash it is a thousand times as fast; noise of a busy machine is far from the half.
    assert.ok(unknown > known / 2, `${unknown} ms for an unknown account, ${known} ms for a known one`);
  });
});
