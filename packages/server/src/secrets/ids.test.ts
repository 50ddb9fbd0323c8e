import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newId, newTimeOrderedId } from './ids.ts';

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

  it('has the same length whatever the time, and nothing that a mail header would mind', () => {
    assert.equal(newTimeOrderedId(0).length, newTimeOrderedId(NOW).length);
    assert.match(newTimeOrderedId(NOW), /^[0-9a-f]+$/);
  });
});
