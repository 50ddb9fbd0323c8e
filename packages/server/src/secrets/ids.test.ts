import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { idsFrom, newId, newTimeOrderedId, randomPart } from './ids.ts';

const NOW = Date.UTC(2026, 0, 15, 12);

describe('an id that leaves the server', () => {
  it('is 16 random bytes as base64url (K1)', () => {
    assert.match(newId(), /^[A-Za-z0-9_-]{22}$/);
    assert.equal(new Set(Array.from({ length: 1_000 }, newId)).size, 1_000);
  });
});

describe('a time ordered id', () => {
  it('sorts as text by the time it was made for', () => {
    const times = [0, 1, 999_999_999, NOW, NOW + 1, NOW + 365 * 86_400_000, 253_402_300_799_999];
    const ids = times.map(newTimeOrderedId);
    assert.deepEqual([...ids].sort(), ids);
  });

  it('keeps the order in which one process made them, however many there are in a millisecond', () => {
    const ids = Array.from({ length: 70_000 }, () => newTimeOrderedId(NOW));
    const misplaced = ids.filter((id, index) => index > 0 && id <= ids[index - 1]!);
    assert.deepEqual(misplaced, []);
  });

  it('is not smaller than the beginning of its moment, and smaller than that of the next', () => {
    for (const at of [0, NOW, 253_402_300_799_999]) {
      const id = newTimeOrderedId(at);
      assert.ok(idsFrom(at) <= id && id < idsFrom(at + 1));
    }
  });

  it('has a part that may leave the server: it tells neither order nor number (K1)', () => {
    const parts = Array.from({ length: 1_000 }, () => randomPart(newTimeOrderedId(NOW)));
    for (const part of parts) assert.match(part, /^[0-9a-f]{16}$/);
    assert.equal(new Set(parts).size, 1_000);
    assert.notDeepEqual([...parts].sort(), parts);
  });

  it('has the same length whatever the time, and nothing that a mail header would mind', () => {
    assert.equal(newTimeOrderedId(0).length, newTimeOrderedId(NOW).length);
    assert.match(newTimeOrderedId(NOW), /^[0-9a-f]+$/);
  });
});
