import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Story } from '../story.ts';
import { formatTable, problemsOf, tableOf } from './table.ts';

const story = (name: string, ...tags: string[]): Story => ({
  id: `elements-pk-list--${name}`,
  title: 'Elements/pk-list',
  name,
  type: 'story',
  tags: ['dev', ...tags],
});

const expected = { 'pk-list': { state: ['loading', 'error'], method: ['passkey'], code: ['offline'] } };

const complete = [
  story('loading', 'state:loading'),
  story('offline', 'state:error', 'code:offline'),
  story('list', 'method:passkey'),
];

describe('tableOf', () => {
  it('counts stories per element, and per state, method and code', () => {
    const [row] = tableOf([...complete, story('unavailable', 'state:error', 'code:unavailable')], expected);
    assert.deepEqual(row, {
      element: 'pk-list',
      stories: 4,
      shown: {
        state: { loading: 1, error: 2 },
        method: { passkey: 1 },
        code: { offline: 1, unavailable: 1 },
      },
    });
  });

  it('leaves pages about several elements out', () => {
    const page: Story = { ...story('page', 'state:loading'), title: 'Theming/Tokens' };
    assert.equal(tableOf([page], expected)[0]?.stories, 0);
  });
});

describe('problemsOf', () => {
  it('finds nothing wrong where everything is shown', () => {
    assert.deepEqual(problemsOf(complete, expected), []);
  });

  for (const [left, what] of [
    ['loading', 'state loading'],
    ['offline', 'state error'],
    ['list', 'method passkey'],
    ['offline', 'code offline'],
  ] as const) {
    it(`names the ${what} when no story shows it`, () => {
      const problems = problemsOf(
        complete.filter(({ name }) => name !== left),
        expected,
      );
      assert.ok(problems.includes(`<pk-list> has no story that shows the ${what}`));
    });
  }

  it('names an element without a story', () => {
    assert.ok(problemsOf([], expected).includes('<pk-list> has no story'));
  });

  it('names a state that the element does not have', () => {
    const problems = problemsOf([...complete, story('odd', 'state:locked')], expected);
    assert.deepEqual(problems, ['elements-pk-list--odd: <pk-list> has no state locked']);
  });

  it('names a story of an element that nobody expects', () => {
    const other: Story = { ...story('new'), title: 'Elements/pk-new' };
    assert.deepEqual(problemsOf([...complete, other], expected), [
      'elements-pk-list--new: nothing is expected of <pk-new>',
    ]);
  });
});

describe('formatTable', () => {
  it('gives each element its counts', () => {
    const text = formatTable(tableOf(complete, expected));
    assert.match(text, /^<pk-list>: 3 stories\n {2}states {3}loading 1, error 1\n/);
  });
});
