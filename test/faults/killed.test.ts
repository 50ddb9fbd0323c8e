import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runKills } from './kill-run.ts';

/** A server is killed with every so manieth request. */
const EVERY = 130;

it('loses nothing and does nothing twice when servers are killed in the middle of sign-ins', async () => {
  const { tally, kills, mails } = await runKills({
    signIns: 160,
    people: 20,
    lanes: 12,
    killing(fleet, kill) {
      let forwarded = 0;
      fleet.front.onForwarded = () => {
        forwarded += 1;
        if (forwarded % EVERY === 0) kill();
      };
      return () => (fleet.front.onForwarded = () => undefined);
    },
  });
  assert.ok(kills >= 3, `only ${kills} were killed`);
  assert.ok(tally.cut > 0, 'nobody was in the middle of anything');
  assert.deepEqual([...tally.signIns.keys()].sort(), [
    'passkey',
    'recovery-code',
    'remembered-device',
    'totp',
  ]);
  assert.ok(mails > 40, `only ${mails} mails`);
});
