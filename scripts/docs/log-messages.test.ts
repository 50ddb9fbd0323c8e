import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wrongLogMessages } from './log-messages.ts';

const source = "export type LogMessage =\n  | 'answered'\n  | 'job failed; it runs again';\n";

describe('wrongLogMessages', () => {
  it('is content when every message is listed', () => {
    const page = '| `answered` | info | x |\n| `job failed; it runs again` | error | y |\n';
    assert.deepEqual(wrongLogMessages(page, source), []);
  });

  it('finds messages that are missing, or gone', () => {
    assert.deepEqual(wrongLogMessages('| `answered` | info, error | x |\n| `asked` | warn | x |\n', source), [
      'docs/operators/logs.md does not list "job failed; it runs again"',
      'docs/operators/logs.md lists "asked", which is not logged',
    ]);
  });

  it('is not content with a module in which it finds nothing', () => {
    assert.deepEqual(wrongLogMessages('', 'export type LogMessage = string;'), [
      'no log message was found in the code',
    ]);
  });
});
