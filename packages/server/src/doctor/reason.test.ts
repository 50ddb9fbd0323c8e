import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reasonOf } from './reason.ts';

describe('the reason of an error', () => {
  it('is in its message and in that of its cause', () => {
    const cause = new Error('connect ECONNREFUSED 127.0.0.1:2');
    assert.equal(reasonOf(new TypeError('fetch failed', { cause })), `fetch failed: ${cause.message}`);
  });

  it('is told once where the one repeats the other', () => {
    const cause = new Error('connect ECONNREFUSED 127.0.0.1:2');
    assert.equal(reasonOf(new Error(cause.message, { cause })), cause.message);
  });
});
