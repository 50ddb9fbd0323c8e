import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { createReadiness, type Readiness } from './readiness.ts';

/** Lets everything go on that can go on without a timer. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('readiness', () => {
  let questions: PromiseWithResolvers<boolean>[];
  let readiness: Readiness;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    questions = [];
    readiness = createReadiness(() => {
      const question = Promise.withResolvers<boolean>();
      questions.push(question);
      return question.promise;
    });
  });
  afterEach(() => mock.timers.reset());

  it('is what the database answers: yes, no because a migration is missing, or trouble', async () => {
    for (const [settle, expected] of [
      [(question: PromiseWithResolvers<boolean>) => question.resolve(true), true],
      [(question: PromiseWithResolvers<boolean>) => question.resolve(false), false],
      [(question: PromiseWithResolvers<boolean>) => question.reject(new Error('connection refused')), false],
    ] as const) {
      const ready = readiness.ready();
      settle(questions.at(-1)!);
      assert.equal(await ready, expected);
    }
    assert.equal(questions.length, 3);
  });

  it('asks the database once, however many probes wait', async () => {
    const probes = Array.from({ length: 50 }, () => readiness.ready());
    assert.equal(questions.length, 1);
    questions[0]!.resolve(true);
    assert.deepEqual(new Set(await Promise.all(probes)), new Set([true]));
  });

  it('is no after two seconds without an answer, and piles up no questions meanwhile', async () => {
    for (let probe = 0; probe < 10; probe += 1) {
      const ready = readiness.ready();
      mock.timers.tick(2_000);
      assert.equal(await ready, false);
    }
    assert.equal(questions.length, 1);
    questions[0]!.resolve(true);
    await settled();
    const ready = readiness.ready();
    questions[1]!.resolve(true);
    assert.equal(await ready, true, 'and is yes again when the database is back');
  });

  it('gives a question up that never ends, so that the database is found when it is back', async () => {
    const hanging = readiness.ready();
    mock.timers.tick(30_000);
    assert.equal(await hanging, false);
    const ready = readiness.ready();
    questions[1]!.resolve(true);
    assert.equal(await ready, true);
    questions[0]!.resolve(true);
    await settled();
    void readiness.ready();
    assert.equal(questions.length, 3);
  });

  it('is no from the moment in which shutting down begins, for a probe under way too', async () => {
    const underWay = readiness.ready();
    readiness.end();
    questions[0]!.resolve(true);
    assert.equal(await underWay, false);
    assert.equal(await readiness.ready(), false);
    assert.equal(questions.length, 1, 'and the database is not asked any more');
  });
});
