import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { csrfOfToken, hashOfToken, looksLikeToken, newToken } from './tokens.ts';

describe('a token', () => {
  it('is 32 random bytes as base64url, and stored as their SHA-256 only (K1)', () => {
    const { value, hash } = newToken();
    assert.equal(Buffer.from(value, 'base64url').length, 32);
    assert.equal(hash, createHash('sha256').update(value).digest('base64url'));
    assert.equal(hashOfToken(value), hash);
    assert.ok(!hash.includes(value));
  });

  it('is another one each time (K1)', () => {
    assert.equal(new Set(Array.from({ length: 1_000 }, () => newToken().value)).size, 1_000);
  });

  it('has a value for its calls that is another for each, and is not what it is stored by', () => {
    const [one, other] = [newToken(), newToken()];
    assert.equal(csrfOfToken(one.value), csrfOfToken(one.value));
    assert.equal(new Set([csrfOfToken(one.value), csrfOfToken(other.value), one.hash, one.value]).size, 4);
  });

  it('is told from what cannot be one before anything is looked up', () => {
    const { value } = newToken();
    assert.ok(looksLikeToken(value));
    for (const other of ['', value.slice(1), `${value}A`, `${value}\n`, `+${value.slice(1)}`, '*'.repeat(43)])
      assert.ok(!looksLikeToken(other), JSON.stringify(other));
  });
});
