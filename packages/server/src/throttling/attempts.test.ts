import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Origin } from '../activity/journal.ts';
import { Problem } from '../api/problem.ts';
import { createAttempts, secondsUntil } from './attempts.ts';

describe('The seconds to wait', () => {
  for (const [milliseconds, seconds] of [
    [900_000, 900],
    [899_001, 900],
    [1_001, 2],
    [1_000, 1],
    [1, 1],
    [0, 1],
    [-5_000, 1],
  ] as const) {
    it(`are ${seconds} for ${milliseconds} ms: who waits them is let in, and nobody is told to wait for nothing`, () => {
      assert.equal(secondsUntil(10_000 + milliseconds, 10_000), seconds);
    });
  }
});

describe('An attempt that was wrong', () => {
  it('stays counted when its failure cannot be recorded: no guess is free because the database was in trouble (S2)', async () => {
    let withdrawn = 0;
    const attempts = createAttempts({
      recordFailure: () => Promise.reject(new Error('a lock was waited for too long')),
      withdrawProofAttempt: () => Promise.resolve(void (withdrawn += 1)),
    } as unknown as Parameters<typeof createAttempts>[0]);
    const origin: Origin = { now: 0, requestId: '', ip: '192.0.2.1', userAgent: '' };
    const context = { origin, userId: 'ada', purpose: 'sign-in', method: 'totp' } as const;
    const attempt = attempts.begin(context);
    const judged = attempts.judge(attempt, () => attempts.fail(context, attempt, 'wrong'));
    await assert.rejects(judged, (error) => error instanceof Problem && error.code === 'unavailable');
    assert.equal(withdrawn, 0);
  });
});
