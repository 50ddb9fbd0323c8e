import assert from 'node:assert/strict';
import { step } from '../sql/unit-of-work.ts';
import { testOverOlderDatabase } from '../testing/older-database.ts';
import { MINUTE, START } from '../testing/person.ts';

testOverOlderDatabase(21, 'lets a run that was under way end, and the next go on from now', async (older) => {
  const { store, write, migrate } = older;
  await write(step("INSERT INTO mfa_job_runs (job, run, until) VALUES ('sweep', 'one', $1)", START + MINUTE));

  await migrate();

  const began = { run: 'other', until: START + 10 * MINUTE, pace: MINUTE };
  assert.equal(await store.beginRun('sweep', { ...began, now: START }), undefined);
  await store.endRun('sweep', 'one');
  assert.equal(await store.beginRun('sweep', { ...began, now: START + MINUTE }), START + MINUTE);
});
