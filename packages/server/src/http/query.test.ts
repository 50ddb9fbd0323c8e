import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Request } from 'express';
import { readQuery } from './query.ts';

const queryOf = (url: string): unknown => readQuery({ url } as Request);

describe('What stands after the question mark', () => {
  it('is read by name, decoded', () => {
    assert.deepEqual(queryOf('/activity?type=auth.totp&ip=2001%3Adb8%3A%3A1&from='), {
      type: 'auth.totp',
      ip: '2001:db8::1',
      from: '',
    });
    assert.deepEqual(queryOf('/activity'), {});
    assert.deepEqual(queryOf('/activity?'), {});
  });

  it('is a list where a name comes twice, so that no schema takes it for one of the two', () => {
    assert.deepEqual(queryOf('/activity?type=a&type=b'), { type: ['a', 'b'] });
  });

  it('keeps every name, those that objects have by themselves too, for a strict schema to refuse', () => {
    const names = ['__proto__', 'constructor', 'toString', 'a[b]', ''];
    for (const name of names) {
      const query = queryOf(`/activity?${encodeURIComponent(name)}=x`) as object;
      assert.deepEqual(Object.entries(query), [[name, 'x']]);
    }
  });

  it('does not fail where it cannot be decoded', () => {
    assert.deepEqual(queryOf('/activity?type=%ff%'), { type: '\ufffd%' });
  });
});
