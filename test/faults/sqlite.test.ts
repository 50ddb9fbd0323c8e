import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Crowd } from './people/crowd.ts';
import { byPasskeyAlone, byTotp } from './people/scenarios.ts';
import { Interrupted } from './people/visit.ts';
import { startFleet } from './running/fleet.ts';
import { smallDisk } from './running/small-disk.ts';
import { assertSound } from './running/verdict.ts';

const MOST_ROUNDS = 60;

describe('an SQLite database on a disk that becomes full', () => {
  it('answers 503 and changes nothing, keeps all that it has, and goes on when there is room again', async () => {
    const disk = smallDisk();
    const url = `sqlite:${disk.folder}/kit.sqlite`;
    const fleet = await startFleet({ databases: [url] });
    const { world } = fleet;
    try {
      const crowd = new Crowd(fleet, { people: 6, lanes: 6 });
      await crowd.arrive();
      const before = await assertSound(url, world);

      const { pid } = fleet.server(0);
      disk.fill(pid);
      // What the file has room for inside is still written.
      for (let round = 0; world.tally.unavailable < 2 * crowd.people.length; round += 1) {
        assert.ok(round < MOST_ROUNDS, 'the disk did not become full');
        const scenario = round % 2 === 0 ? byTotp : byPasskeyAlone;
        const outcomes = await Promise.allSettled(crowd.people.map((person) => scenario(person, world)));
        for (const outcome of outcomes)
          if (outcome.status === 'rejected')
            assert.ok(outcome.reason instanceof Interrupted, String(outcome.reason));
        await fleet.advance(60_000);
      }
      const full = await assertSound(url, world, before);

      disk.free(pid);
      const { interrupted } = world.tally;
      await crowd.round();
      assert.equal(world.tally.interrupted, interrupted, 'it is as if nothing had been');
      assert.equal(fleet.server(0).pid, pid, 'nobody started it again');
      await assertSound(url, world, full);
    } finally {
      await fleet.close();
      disk.remove();
    }
  });
});
