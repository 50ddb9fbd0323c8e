import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import argon2 from 'argon2';
import { hashPassword, passwordCheck } from './passwords.ts';

/** Algorithm, version and cost of an encoded hash: what decides how long its verification takes. */
function cost(encoded: string): string {
  return encoded.split('$').slice(0, 4).join('$');
}

describe('checking a password', () => {
  it('accepts the right one and no other', async () => {
    const check = await passwordCheck();
    const hash = await hashPassword('correct horse');
    assert.equal(await check.matches(hash, 'correct horse'), true);
    assert.equal(await check.matches(hash, 'Correct horse'), false);
    assert.equal(await check.matches(undefined, 'correct horse'), false);
  });

  // The work is compared and not the time: a clock says more about what else the machine does.
  it('B5: verifies one hash of the same cost for an account that does not exist', async (context) => {
    const check = await passwordCheck();
    const hash = await hashPassword('correct horse');
    const verify = context.mock.method(argon2, 'verify');
    await check.matches(hash, 'wrong');
    await check.matches(undefined, 'wrong');
    const verified = verify.mock.calls.map((call) => cost(call.arguments[0]));
    assert.deepEqual(verified, [cost(hash), cost(hash)]);
    assert.match(cost(hash), /^\$argon2id\$v=19\$m=\d+,p=\d+,t=\d+$/u);
  });
});
