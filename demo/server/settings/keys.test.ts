import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { keyRingOfCheckout, parseKeyRing } from './keys.ts';

describe('keyRingOfCheckout', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'acme-keys-'));
  });

  after(() => rm(folder, { recursive: true }));

  it('makes one ring, however many start at the same instant, and leaves no draft behind', async () => {
    const path = join(folder, 'together', 'keys.json');
    const rings = await Promise.all(Array.from({ length: 12 }, () => keyRingOfCheckout(path)));
    for (const ring of rings) assert.deepEqual(ring, rings[0]);
    assert.deepEqual(await readdir(join(folder, 'together')), ['keys.json']);
  });

  it('makes a ring that the settings would take, readable by its owner alone', async () => {
    const path = join(folder, 'mode', 'keys.json');
    const ring = await keyRingOfCheckout(path);
    assert.deepEqual(parseKeyRing(JSON.stringify(ring)), ring);
    assert.equal((await stat(path)).mode & 0o777, 0o600);
  });

  it('keeps the ring that is there', async () => {
    const path = join(folder, 'kept.json');
    const first = await keyRingOfCheckout(path);
    assert.deepEqual(await keyRingOfCheckout(path), first);
  });

  it('does not replace a damaged file: what it sealed would be lost', async () => {
    const path = join(folder, 'damaged.json');
    await writeFile(path, '{"current":');
    await assert.rejects(keyRingOfCheckout(path), /damaged\.json is not JSON/);
  });
});
