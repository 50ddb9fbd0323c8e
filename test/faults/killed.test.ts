import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runKills, type KillRun } from './kill-run.ts';

/** A server is killed with every so manieth request. */
const EVERY = 130;

const killing: KillRun['killing'] = (fleet, kill) => {
  let forwarded = 0;
  fleet.front.onForwarded = () => {
    forwarded += 1;
    if (forwarded < EVERY || !fleet.isWhole()) return;
    forwarded = 0;
    kill();
  };
  return () => (fleet.front.onForwarded = () => undefined);
};

describe('servers that are killed in the middle of sign-ins', { concurrency: false }, () => {
  for (const [database, signIns] of [
    ['PostgreSQL', 160],
    ['SQLite', 100],
  ] as const) {
    it(`lose nothing, and do nothing twice, on ${database}`, async () => {
      const crowd = { people: 20, lanes: 12 };
      const { tally, kills, mails } = await runKills({ database, signIns, leastKills: 2, ...crowd, killing });
      assert.ok(kills >= 2);
      assert.ok(tally.interrupted > 0, 'nobody was in the middle of anything');
      const methods = [...tally.signIns.keys()].sort();
      assert.deepEqual(methods, ['passkey', 'recovery-code', 'remembered-device', 'totp']);
      assert.ok(mails > 40, `only ${mails} mails`);
    });
  }
});
