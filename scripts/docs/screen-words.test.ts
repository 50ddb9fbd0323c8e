import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsNotOnScreen } from './screen-words.ts';

describe('wordsNotOnScreen', () => {
  const screen = "save: 'Save my codes', cancel: 'Cancel',";

  it('finds what is set in bold and stands on no screen, over the end of a line too', () => {
    const page = 'Choose **Save my\ncodes**, or **Go back**. `**not code**`';
    assert.deepEqual(wordsNotOnScreen('page.md', page, screen), ['page.md: no screen says "Go back"']);
  });

  it('has nothing to say about other emphasis', () => {
    assert.deepEqual(wordsNotOnScreen('page.md', '_Before_ you choose **Cancel**', screen), []);
  });
});
