import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { Problem } from '../api/problem.ts';
import { createTurns, type Turns } from './turns.ts';

const MINUTE = 60_000;

const turnsOf = (atOnce: number, mostWaiting: number): Turns => createTurns(atOnce, mostWaiting, MINUTE);

/** All that can go on has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when the test says so. */
function held(): {
  work: (name: string) => () => Promise<string>;
  started: string[];
  end: (name: string) => void;
} {
  const started: string[] = [];
  const running = new Map<string, PromiseWithResolvers<string>>();
  return {
    started,
    work: (name) => () => {
      started.push(name);
      const open = Promise.withResolvers<string>();
      running.set(name, open);
      return open.promise;
    },
    end: (name) => running.get(name)!.resolve(name),
  };
}

describe('Turns', () => {
  afterEach(() => {
    mock.timers.reset();
  });

  it('let a few of one subject go at once, and the others in the order in which they came', async () => {
    const { work, started, end } = held();
    const turns = turnsOf(2, 10);
    const taken = ['a', 'b', 'c', 'd'].map((name) => turns.take('office', work(name)));
    await settled();
    assert.deepEqual(started, ['a', 'b']);
    end('b');
    await settled();
    assert.deepEqual(started, ['a', 'b', 'c']);
    for (const name of ['a', 'c']) end(name);
    await settled();
    end('d');
    assert.deepEqual(await Promise.all(taken), ['a', 'b', 'c', 'd']);
  });

  it('keep subjects apart', async () => {
    const { work, started, end } = held();
    const turns = turnsOf(1, 0);
    const taken = [turns.take('office', work('a')), turns.take('home', work('b'))];
    await settled();
    assert.deepEqual(started, ['a', 'b']);
    for (const name of started) end(name);
    await Promise.all(taken);
  });

  it('refuse who finds too many waiting, and take the next when there is room (L4)', async () => {
    const { work, started, end } = held();
    const turns = turnsOf(1, 1);
    const taken = [turns.take('office', work('a')), turns.take('office', work('b'))];
    await assert.rejects(turns.take('office', work('c')), (error) => {
      assert.ok(error instanceof Problem);
      assert.deepEqual([error.code, error.details.retryAfter], ['too_many_attempts', 1]);
      return true;
    });
    end('a');
    await settled();
    taken.push(turns.take('office', work('d')));
    end('b');
    await settled();
    end('d');
    await Promise.all(taken);
    assert.deepEqual(started, ['a', 'b', 'd']);
  });

  it('go on when work fails', async () => {
    const turns = turnsOf(1, 5);
    const failing = turns.take('office', () => Promise.reject(new Error('trouble')));
    const next = turns.take('office', () => Promise.resolve('let in'));
    await assert.rejects(failing, /trouble/);
    assert.equal(await next, 'let in');
  });

  it('end when work takes longer than any should, once: what never ends keeps nobody out (L4)', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const { work, started, end } = held();
    const turns = turnsOf(1, 5);
    const taken = ['hangs', 'b', 'c'].map((name) => turns.take('office', work(name)));
    mock.timers.tick(MINUTE - 1);
    await settled();
    assert.deepEqual(started, ['hangs']);
    mock.timers.tick(1);
    await settled();
    assert.deepEqual(started, ['hangs', 'b']);
    end('hangs');
    assert.equal(await taken[0], 'hangs', 'who waited for it is answered all the same');
    await settled();
    assert.deepEqual(started, ['hangs', 'b'], 'and its turn is not handed on again');
    end('b');
    await settled();
    end('c');
    assert.deepEqual(await Promise.all(taken), ['hangs', 'b', 'c']);
  });
});
