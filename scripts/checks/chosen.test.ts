import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chosenOf } from './chosen.ts';
import type { Step } from './step.ts';
import { steps } from './steps.ts';

const step = (name: string, after?: readonly string[]): Step => ({
  name,
  title: name,
  script: name,
  ...(after && { after }),
});

const four = [step('lint', ['types']), step('manifest'), step('types', ['manifest']), step('sizes')];

const chosen = (...names: string[]): string[] => chosenOf(four, names).map(({ name }) => name);

describe('The steps that npm test takes', () => {
  it('are all of them without a name', () => {
    assert.deepEqual(chosen(), ['lint', 'manifest', 'types', 'sizes']);
  });

  it('are those that are named, in the order of the report', () => {
    assert.deepEqual(chosen('sizes', 'manifest'), ['manifest', 'sizes']);
  });

  it('bring those whose results they read, and what those read', () => {
    assert.deepEqual(chosen('lint'), ['lint', 'manifest', 'types']);
  });

  it('are told where a name is none of theirs', () => {
    assert.throws(() => chosen('lint', 'links', 'spelling'), {
      message: 'There is no step links, spelling; there are lint, manifest, types, sizes.',
    });
  });

  it('read nothing but what other steps leave', () => {
    const names = new Set(steps.map(({ name }) => name));
    assert.deepEqual(
      steps.flatMap(({ after = [] }) => after).filter((name) => !names.has(name)),
      [],
    );
  });
});
