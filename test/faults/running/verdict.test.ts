import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Ledger } from '../invariants/ledger.ts';
import { attemptsLeftOver } from './verdict.ts';

const attempt = (subject: string, at: number, id: string): Ledger['attempts'][number] => ({
  subject,
  name: 'account',
  at,
  id,
  failed_at: null,
});

const event = (subject: string, at: number, outcome: string): Ledger['events'][number] =>
  ({ subject, at, outcome, event: 'auth.2fa' }) as Ledger['events'][number];

describe('attempts that nobody judged', () => {
  const judged = [attempt('ada', 1, 'a'), attempt('ada', 2, 'b')];
  const failures = [event('ada', 1, 'failure'), event('ada', 2, 'failure')];

  it('are none where each that counts was told to have failed', () => {
    assert.deepEqual([...attemptsLeftOver({ attempts: judged, events: failures })], []);
  });

  it('are told by person, so that the interruption of one excuses nothing of another', () => {
    const attempts = [...judged, attempt('ada', 3, 'c'), attempt('bob', 4, 'd'), attempt('bob', 5, 'e')];
    assert.deepEqual(
      [...attemptsLeftOver({ attempts, events: failures })],
      [
        ['ada', 1],
        ['bob', 2],
      ],
    );
  });

  it('are not taken for judged because another of the same millisecond was accepted', () => {
    const attempts = [attempt('ada', 1, 'left by one of two that a process died over')];
    assert.deepEqual([...attemptsLeftOver({ attempts, events: [event('ada', 1, 'success')] })], [['ada', 1]]);
  });
});
