import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SpentSample } from '../load/load.ts';
import type { Contender } from './contender.ts';
import { interleave, median, ratioOf } from './rounds.ts';

describe('A ratio', () => {
  it('is the median of the rounds, each compared with itself: what slowed one round down slowed both', () => {
    const one = { rates: [100, 10, 120, 90, 110] };
    const other = { rates: [50, 5, 60, 45, 11] };
    assert.equal(ratioOf(one, other), 2);
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, 1, 3, 2]), 2.5);
  });
});

describe('Measuring in turns', () => {
  it('asks everybody in each round, in another order each time, and floors at 16 connections only', async () => {
    const turns: string[] = [];
    const measured = (name: string, floor?: true): Contender => ({
      name,
      scenarios: new Set(['session']),
      ...(floor && { floor }),
      measure(_scenario, people, connections): Promise<SpentSample> {
        turns.push(`${name} ${connections}`);
        return Promise.resolve({ count: people.length, seconds: 10, waits: [1, 2, 9], cpu: 5 });
      },
      stop: () => Promise.resolve(),
    });
    const found = await interleave(
      [measured('a'), measured('b'), measured('floor', true)],
      'session',
      [1, 16],
      { people: [{ id: 'somebody' } as never], furnished: 1 },
      { rounds: 2, seconds: 1 },
    );
    const warming = ['a 16', 'b 16', 'floor 16'];
    const alone = ['a 1', 'b 1', 'b 1', 'a 1'];
    assert.deepEqual(turns, [...warming, ...alone, 'a 16', 'b 16', 'floor 16', 'b 16', 'floor 16', 'a 16']);
    const [first] = found;
    assert.deepEqual(
      [first?.contender, first?.rates, first?.medians, first?.cpus],
      ['a', [2, 2], [2, 2], [250_000, 250_000]],
    );
    assert.deepEqual(
      found.map(({ contender, connections }) => `${contender} ${connections}`),
      ['a 1', 'b 1', 'a 16', 'b 16', 'floor 16'],
    );
  });
});
