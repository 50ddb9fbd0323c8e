import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { availableParallelism } from 'node:os';
import argon2 from 'argon2';
import { Problem } from '../api/problem.ts';
import { argon2Hasher } from './hasher.ts';

const secret = Buffer.from('what people can guess');

/** Stands in for the hash, so that the test decides when each one is done. */
function heldHashes(): {
  readonly started: () => number;
  readonly finish: (index: number, error?: Error) => void;
} {
  const held: PromiseWithResolvers<string>[] = [];
  mock.method(argon2, 'hash', () => {
    const next = Promise.withResolvers<string>();
    held.push(next);
    return next.promise;
  });
  return {
    started: () => held.length,
    finish: (index, error) => (error ? held[index]!.reject(error) : held[index]!.resolve(`hash ${index}`)),
  };
}

/** All that can go on without a hash being done has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the argon2 hasher', () => {
  it('hashes with argon2id and at least the cost of rule K3, salted', async () => {
    const hasher = argon2Hasher();
    const [one, other] = [await hasher.hash(secret), await hasher.hash(secret)];
    const [, kind, version, cost] = one.split('$');
    assert.deepEqual(
      [kind, version, cost?.split(',').sort()],
      ['argon2id', 'v=19', ['m=19456', 'p=1', 't=2']],
    );
    assert.notEqual(one, other);
    assert.equal(await hasher.verify(one, secret), true);
    assert.equal(await hasher.verify(one, Buffer.from('something else')), false);
  });

  describe('behind its queue', { concurrency: false }, () => {
    it('runs as many at once as allowed, and each that waits as one is done (L5)', async (t) => {
      t.after(() => mock.restoreAll());
      const { started, finish } = heldHashes();
      const hasher = argon2Hasher({ concurrency: 2, queue: 3 });
      const hashes = Array.from({ length: 5 }, () => hasher.hash(secret));
      await settled();
      assert.equal(started(), 2);
      finish(1);
      await settled();
      assert.equal(started(), 3);
      for (const index of [0, 2]) finish(index);
      await settled();
      assert.equal(started(), 5);
      for (const index of [3, 4]) finish(index);
      assert.deepEqual(await Promise.all(hashes), ['hash 0', 'hash 1', 'hash 2', 'hash 3', 'hash 4']);
    });

    it('runs one less at once than there are cores, and one at least, unless told otherwise (L5)', async (t) => {
      t.after(() => mock.restoreAll());
      const { started, finish } = heldHashes();
      const hasher = argon2Hasher();
      const hashes = Array.from({ length: 40 }, () => hasher.hash(secret));
      await settled();
      assert.equal(started(), Math.min(40, Math.max(1, availableParallelism() - 1)));
      for (let index = 0; index < 40; index += 1) {
        finish(index);
        await settled();
      }
      await Promise.all(hashes);
    });

    it('holds a permit until its hash is really done, whether or not somebody still waits for it (L5)', async (t) => {
      t.after(() => mock.restoreAll());
      const { started, finish } = heldHashes();
      const hasher = argon2Hasher({ concurrency: 1, queue: 1 });
      const gone = new AbortController();
      const left = Promise.race([
        hasher.hash(secret),
        new Promise((_resolve, reject) => gone.signal.addEventListener('abort', reject)),
      ]);
      const waiting = hasher.hash(secret);
      gone.abort();
      await assert.rejects(left);
      await settled();
      assert.equal(started(), 1);
      await assert.rejects(hasher.hash(secret), Problem);
      finish(0);
      await settled();
      finish(1);
      assert.equal(await waiting, 'hash 1');
    });

    it('refuses with 503 what does not fit into the queue, and takes the next when there is room (L5, S8)', async (t) => {
      t.after(() => mock.restoreAll());
      const { finish } = heldHashes();
      const hasher = argon2Hasher({ concurrency: 1, queue: 2 });
      const accepted = [hasher.hash(secret), hasher.hash(secret), hasher.hash(secret)];
      await assert.rejects(hasher.hash(secret), (error) => {
        assert.ok(error instanceof Problem);
        assert.deepEqual([error.code, error.status, error.details.retryAfter], ['unavailable', 503, 1]);
        return true;
      });
      await assert.rejects(hasher.verify('any', secret), Problem);
      finish(0);
      await settled();
      accepted.push(hasher.hash(secret));
      for (const index of [1, 2, 3]) {
        finish(index);
        await settled();
      }
      assert.equal((await Promise.all(accepted)).length, 4);
    });

    it('has a queue of 64 unless told otherwise (L5)', async (t) => {
      t.after(() => mock.restoreAll());
      const { finish } = heldHashes();
      const hasher = argon2Hasher({ concurrency: 1 });
      const accepted = Array.from({ length: 65 }, () => hasher.hash(secret));
      await assert.rejects(hasher.hash(secret), Problem);
      for (let index = 0; index < 65; index += 1) {
        finish(index);
        await settled();
      }
      await Promise.all(accepted);
    });

    it('hands the permit on to who waits, so that a newcomer cannot slip in between', async (t) => {
      t.after(() => mock.restoreAll());
      const { started, finish } = heldHashes();
      const hasher = argon2Hasher({ concurrency: 1, queue: 2 });
      const first = hasher.hash(secret);
      const waiting = hasher.hash(secret);
      // The newcomer comes in the very moment in which the first is done.
      const newcomer = first.then(() => hasher.hash(secret));
      finish(0);
      await settled();
      assert.equal(started(), 2, 'never two at once');
      finish(1);
      assert.equal(await waiting, 'hash 1');
      await settled();
      finish(2);
      assert.equal(await newcomer, 'hash 2');
    });

    it('hands the permit on when a hash fails, too', async (t) => {
      t.after(() => mock.restoreAll());
      const { finish } = heldHashes();
      const hasher = argon2Hasher({ concurrency: 1, queue: 1 });
      const failing = hasher.hash(secret);
      const waiting = hasher.hash(secret);
      finish(0, new Error('out of memory'));
      await assert.rejects(failing, /out of memory/);
      finish(1);
      assert.equal(await waiting, 'hash 1');
    });
  });
});
