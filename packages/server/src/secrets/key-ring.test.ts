import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { generateKeyRing, openKeyRing, type Purpose } from './key-ring.ts';

const PURPOSES: readonly Purpose[] = ['totp-secret', 'recovery-code-pepper', 'check'];
const newKey = (): string => randomBytes(32).toString('base64url');

describe('a key ring', () => {
  it('is generated with one random key of 32 bytes', async () => {
    const settings = generateKeyRing();
    assert.deepEqual(Object.keys(settings.keys), [settings.current]);
    assert.notDeepEqual(generateKeyRing(), settings);
    const ring = await openKeyRing(settings);
    assert.deepEqual([ring.current, ring.ids], ['k1', ['k1']]);
  });

  it('derives another key for each purpose and each root (K2)', async () => {
    const ring = await openKeyRing({ current: 'k1', keys: { k1: newKey(), k2: newKey() } });
    const derived = ['k1', 'k2'].flatMap((id) =>
      PURPOSES.map((purpose) => ring.key(id, purpose)!.export().toString('hex')),
    );
    assert.equal(new Set(derived).size, 2 * PURPOSES.length);
  });

  it('derives the same keys from the same roots, in each process anew', async () => {
    const settings = { current: 'k1', keys: { k1: newKey() } };
    const [one, other] = [await openKeyRing(settings), await openKeyRing(settings)];
    for (const purpose of PURPOSES) assert.ok(one.currentKey(purpose).equals(other.currentKey(purpose)));
    assert.equal(one.checkValue('k1'), other.checkValue('k1'));
  });

  it('has a check value that says nothing of the key and is another for another key or name', async () => {
    const key = newKey();
    const ring = await openKeyRing({ current: 'k1', keys: { k1: key, k2: key, k3: newKey() } });
    const values = ring.ids.map((id) => ring.checkValue(id));
    assert.equal(new Set(values).size, 3);
    assert.ok(!values.includes(key));
  });

  it('does not know keys that it was not given', async () => {
    const ring = await openKeyRing(generateKeyRing());
    assert.equal(ring.key('k2', 'check'), undefined);
    assert.throws(() => ring.checkValue('k2'), /k2 is not in the ring/);
  });

  it('is refused when a key is not 32 bytes', async () => {
    for (const length of [0, 16, 31, 33]) {
      const keys = { k1: newKey(), k7: randomBytes(length).toString('base64url') };
      await assert.rejects(
        openKeyRing({ current: 'k1', keys }),
        new RegExp(`k7: expected 32 bytes, found ${length}`),
      );
    }
  });

  it('is refused when the current key is not among its keys', async () => {
    await assert.rejects(openKeyRing({ current: 'k2', keys: { k1: newKey() } }), /k2 is not in the ring/);
  });

  it('is unwrapped by the key service, each key by its name, and refused when that fails (K2, S8)', async () => {
    const roots = { k1: randomBytes(32), k2: randomBytes(32) };
    const asked: string[][] = [];
    const provider = {
      wrap: () => Promise.resolve(''),
      unwrap(wrapped: string, id: string) {
        asked.push([wrapped, id]);
        return Promise.resolve(id === 'k1' ? roots.k1 : roots.k2);
      },
    };
    const settings = { current: 'k1', keys: { k1: 'wrapped one', k2: 'wrapped two' } };
    const ring = await openKeyRing(settings, provider);
    assert.deepEqual(asked, [
      ['wrapped one', 'k1'],
      ['wrapped two', 'k2'],
    ]);
    const plain = { k1: roots.k1.toString('base64url'), k2: roots.k2.toString('base64url') };
    const same = await openKeyRing({ current: 'k1', keys: plain });
    assert.ok(ring.currentKey('check').equals(same.currentKey('check')));

    const down = { ...provider, unwrap: () => Promise.reject(new Error('the service is away')) };
    await assert.rejects(openKeyRing(settings, down), /the service is away/);
  });
});
