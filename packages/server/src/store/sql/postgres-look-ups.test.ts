import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import { askingTogether } from './postgres-look-ups.ts';
import { step, type Step, type StepResult } from './unit-of-work.ts';

const answerTo = ({ text }: Step): StepResult => ({ rows: [{ text }], affected: 1 });
const textsIn = (results: readonly StepResult[]): readonly unknown[] =>
  results.map(({ rows: [row] }) => row?.['text']);

/** A database that answers each statement with its text, but one that it refuses. */
function database(refused?: { readonly text: string; readonly error: Error }) {
  const trips: (readonly string[])[] = [];
  const ask = askingTogether((steps) => {
    trips.push(steps.map(({ text }) => text));
    return refused && steps.some(({ text }) => text === refused.text)
      ? Promise.reject(refused.error)
      : Promise.resolve(steps.map(answerTo));
  });
  return {
    trips,
    ask: async (...texts: readonly string[]) => textsIn(await ask(texts.map((text) => step(text)))),
  };
}

describe('look-ups that are asked for in the same moment', () => {
  it('travel together, and each is answered what it asked', async () => {
    const { trips, ask } = database();
    assert.deepEqual(await Promise.all([ask('a'), ask('b', 'c'), ask('d')]), [['a'], ['b', 'c'], ['d']]);
    assert.deepEqual(trips, [['a', 'b', 'c', 'd']]);
    assert.deepEqual(await ask('e'), ['e'], 'and whoever comes later travels later');
    assert.deepEqual(trips.slice(1), [['e']]);
  });

  it('are eight in a round trip at most', async () => {
    const { trips, ask } = database();
    const texts = Array.from({ length: 20 }, (_, index) => String(index));
    assert.deepEqual(
      await Promise.all(texts.map((text) => ask(text))),
      texts.map((text) => [text]),
    );
    assert.deepEqual(
      trips.map(({ length }) => length),
      [8, 8, 4],
    );
  });

  it('are asked one by one where the server refuses one: the others are answered', async () => {
    const error = new pg.DatabaseError('no such thing', 0, 'error');
    const { trips, ask } = database({ text: 'b', error });
    const [a, b, c] = await Promise.allSettled([ask('a'), ask('b'), ask('c')]);
    assert.deepEqual(
      [a, c],
      [
        { status: 'fulfilled', value: ['a'] },
        { status: 'fulfilled', value: ['c'] },
      ],
    );
    assert.deepEqual(b, { status: 'rejected', reason: error });
    assert.deepEqual(trips, [['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  it('all fail where there is no connection, and none is waited for again (S8)', async () => {
    const error = new Error('the connection broke');
    const { trips, ask } = database({ text: 'b', error });
    const ended = await Promise.allSettled([ask('a'), ask('b')]);
    assert.deepEqual(ended, [
      { status: 'rejected', reason: error },
      { status: 'rejected', reason: error },
    ]);
    assert.equal(trips.length, 1);
  });
});
