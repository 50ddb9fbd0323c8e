import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInLanes, type Task } from './schedule.ts';

/** Work that ends when the test says so. */
function controlledWork(): {
  started: string[];
  work: (task: Task) => Promise<string>;
  finish: (name: string) => Promise<void>;
} {
  const started: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  return {
    started,
    work: (task) => {
      started.push(task.name);
      const end = Promise.withResolvers<string>();
      ends.set(task.name, end);
      return end.promise;
    },
    finish: async (name) => {
      ends.get(name)?.resolve(`${name} done`);
      await new Promise(setImmediate);
    },
  };
}

describe('runInLanes', () => {
  it('does no more at once than there are lanes', async () => {
    const { started, work, finish } = controlledWork();
    const all = runInLanes([{ name: 'a' }, { name: 'b' }, { name: 'c' }], 2, work, () => undefined);
    assert.deepEqual(started, ['a', 'b']);
    await finish('b');
    assert.deepEqual(started, ['a', 'b', 'c']);
    await finish('a');
    await finish('c');
    await all;
  });

  it('reports in the given order, whichever ends first', async () => {
    const { work, finish } = controlledWork();
    const reported: string[] = [];
    const all = runInLanes([{ name: 'a' }, { name: 'b' }], 2, work, (_task, result) => reported.push(result));
    await finish('b');
    assert.deepEqual(reported, []);
    await finish('a');
    assert.deepEqual(reported, ['a done', 'b done']);
    await all;
  });

  it('begins a task only when those it waits for have ended', async () => {
    const { started, work, finish } = controlledWork();
    const all = runInLanes([{ name: 'a', after: ['b'] }, { name: 'b' }], 2, work, () => undefined);
    assert.deepEqual(started, ['b']);
    await finish('b');
    assert.deepEqual(started, ['b', 'a']);
    await finish('a');
    await all;
  });

  it('does not wait for a task that was not asked for', async () => {
    const { started, work, finish } = controlledWork();
    const all = runInLanes([{ name: 'a', after: ['b'] }], 2, work, () => undefined);
    assert.deepEqual(started, ['a']);
    await finish('a');
    await all;
  });

  it('refuses tasks that wait for each other', async () => {
    const { work } = controlledWork();
    const circle = [
      { name: 'a', after: ['b'] },
      { name: 'b', after: ['a'] },
    ];
    await assert.rejects(
      runInLanes(circle, 2, work, () => undefined),
      /wait for each other: a, b/,
    );
  });
});
