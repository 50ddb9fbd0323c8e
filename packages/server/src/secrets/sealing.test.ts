import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Problem } from '../api/problem.ts';
import { openKeyRing, type KeyRing } from './key-ring.ts';
import { open, seal, type Place, type Sealed } from './sealing.ts';

const PLACE: Place = { table: 'mfa_totp_factors', column: 'secret', row: 'factor-1', user: 'user-1' };
const PURPOSE = 'totp-secret';
const newKey = (): string => randomBytes(32).toString('base64url');
const [first, second] = [newKey(), newKey()];
const ringOf = (current: string, keys: Record<string, string>): Promise<KeyRing> =>
  openKeyRing({ current, keys });
const ring = await ringOf('k1', { k1: first });
const secret = randomBytes(20);

describe('sealing', () => {
  it('gives back what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), fc.string(), (bytes, row, user) => {
        const place = { ...PLACE, row, user };
        const plain = Buffer.from(bytes);
        assert.deepEqual(open(ring, PURPOSE, place, seal(ring, PURPOSE, place, plain)), plain);
      }),
    );
  });

  it('uses a fresh nonce each time, so that equal secrets do not look equal (K2)', () => {
    const boxes = Array.from({ length: 1_000 }, () => seal(ring, PURPOSE, PLACE, secret).box);
    const nonces = boxes.map((box) => Buffer.from(box, 'base64url').subarray(0, 12).toString('hex'));
    assert.equal(new Set(nonces).size, 1_000);
    assert.equal(new Set(boxes).size, 1_000);
  });

  for (const part of ['table', 'column', 'row', 'user'] as const) {
    it(`does not open in a place with another ${part} (K2)`, () => {
      const sealed = seal(ring, PURPOSE, PLACE, secret);
      assert.throws(() => open(ring, PURPOSE, { ...PLACE, [part]: 'another' }, sealed));
    });
  }

  it('does not open where the parts of the place only look the same in a row', () => {
    const sealed = seal(ring, PURPOSE, { ...PLACE, row: 'a', user: 'bc' }, secret);
    for (const [row, user] of [
      ['ab', 'c'],
      ['a","bc', ''],
      ['bc', 'a'],
    ] as const)
      assert.throws(() => open(ring, PURPOSE, { ...PLACE, row, user }, sealed));
  });

  it('does not open for another purpose (K2)', () => {
    assert.throws(() => open(ring, 'check', PLACE, seal(ring, PURPOSE, PLACE, secret)));
  });

  it('does not open when a single bit of nonce, ciphertext or tag was altered', () => {
    const { keyId, box } = seal(ring, PURPOSE, PLACE, secret);
    const bytes = Buffer.from(box, 'base64url');
    assert.equal(bytes.length, 12 + 20 + 16);
    for (let index = 0; index < bytes.length; index += 1) {
      const altered = Buffer.from(bytes);
      altered[index]! ^= 1;
      assert.throws(
        () => open(ring, PURPOSE, PLACE, { keyId, box: altered.toString('base64url') }),
        `byte ${index}`,
      );
    }
  });

  it('does not open when it was cut short: a short tag would be easier to guess', () => {
    const { keyId, box } = seal(ring, PURPOSE, PLACE, secret);
    const bytes = Buffer.from(box, 'base64url');
    for (let length = 0; length < bytes.length; length += 1) {
      const cut: Sealed = { keyId, box: bytes.subarray(0, length).toString('base64url') };
      assert.throws(() => open(ring, PURPOSE, PLACE, cut), `${length} bytes`);
    }
  });

  it('seals with the current key and opens with any key of the ring', async () => {
    const old = seal(ring, PURPOSE, PLACE, secret);
    const rotated = await ringOf('k2', { k1: first, k2: second });
    const fresh = seal(rotated, PURPOSE, PLACE, secret);
    assert.deepEqual([old.keyId, fresh.keyId], ['k1', 'k2']);
    for (const sealed of [old, fresh]) assert.deepEqual(open(rotated, PURPOSE, PLACE, sealed), secret);
  });

  it('does not open with another key that has the same name', async () => {
    const wrong = await ringOf('k1', { k1: second });
    assert.throws(() => open(wrong, PURPOSE, PLACE, seal(ring, PURPOSE, PLACE, secret)));
  });

  it('is unavailable, and not wrong, when the key is missing from the ring (S8)', async () => {
    const without = await ringOf('k2', { k2: second });
    assert.throws(
      () => open(without, PURPOSE, PLACE, seal(ring, PURPOSE, PLACE, secret)),
      (error) => error instanceof Problem && error.code === 'unavailable' && error.message.includes('k1'),
    );
  });
});
