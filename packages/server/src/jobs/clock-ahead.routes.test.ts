import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function stored(kit: RunningKit): Promise<{ readonly sessions: number; readonly events: number }> {
  const { mfa_sessions: sessions = [], mfa_audit_events: events = [] } = await kit.tables();
  return { sessions: sessions.length, events: events.length };
}

describeOnEachDatabase('House-keeping by a clock that was set far ahead', (database) => {
  it('deletes nothing that is not due within two hours, and nobody lost anything when the clock is right again', async () => {
    const kit = await startKit({ database });
    try {
      const browser = await signIn(kit.browser(), 'ada');
      const before = await stored(kit);
      await kit.mfa.jobs.runDue();
      kit.clock.advance(400 * DAY);
      await kit.mfa.jobs.runDue();
      assert.deepEqual(await stored(kit), before);
      assert.match(kit.log(), /"job":"forget","daysBehind":400,"msg":"house-keeping is far behind the clock/);
      assert.match(await kit.mfa.metrics.text(), /^mfa_jobs_behind_seconds 345[56]\d{4}$/m);

      kit.clock.advance(-400 * DAY);
      await kit.mfa.jobs.runDue();
      assert.deepEqual(await stored(kit), before);
      const { body } = await browser.get('/session');
      assert.equal(body['state'], 'signed-in');
      assert.match(await kit.mfa.metrics.text(), /^mfa_jobs_behind_seconds 0$/m);
    } finally {
      await kit.close();
    }
  });

  it('goes on by two hours a run, so that what was switched off for long comes to what is due by itself', async () => {
    const kit = await startKit({ database });
    try {
      await signIn(kit.browser(), 'ada');
      await kit.mfa.jobs.runDue();
      kit.clock.advance(3 * DAY);
      let runs = 0;
      while ((await stored(kit)).sessions > 0) {
        await kit.mfa.jobs.runDue();
        runs += 1;
      }
      assert.equal(runs, 12, 'a session lives for a day');
      for (; runs < 36; runs += 1) await kit.mfa.jobs.runDue();
      assert.match(kit.log(), /"job":"sweep","msg":"house-keeping has come up with the clock"/);
      assert.match(await kit.mfa.metrics.text(), /^mfa_jobs_behind_seconds 0$/m);
    } finally {
      await kit.close();
    }
  });
});
