import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DATABASES, type TemporaryDatabase } from '../../demo/server/database/temporary-database.fixture.ts';
import { closeGate } from '../../packages/server/src/store/testing/races/gate.ts';
import { startOwnPostgres } from '../support/postgres.ts';
import { Crowd, persist } from './people/crowd.ts';
import { byPasskeyAlone, byTotp } from './people/scenarios.ts';
import { Interrupted } from './people/visit.ts';
import { startFleet, type Fleet } from './running/fleet.ts';
import { startLink, type Link } from './running/link.ts';
import { assertSound } from './running/verdict.ts';

const AT_ONCE = { people: 12, lanes: 8 };

/** The same address, with less patience than a real installation has: nobody wants to wait for that here. */
function impatient(url: string, patience: Readonly<Record<string, string>>): string {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(patience)) changed.searchParams.set(name, value);
  return changed.href;
}

describe('a PostgreSQL that stops in the middle of sign-ins, and is started again', () => {
  it('has all that was acknowledged, and the servers go on by themselves', async () => {
    const postgres = await startOwnPostgres();
    const fleet = await startFleet({ databases: [postgres.url, postgres.url] });
    try {
      const crowd = new Crowd(fleet, AT_ONCE);
      await crowd.arrive();
      let forwarded = 0;
      const outages: Promise<void>[] = [];
      fleet.front.onForwarded = () => {
        forwarded += 1;
        if (forwarded % 40 === 0 && outages.length < 2)
          outages.push(postgres.crash().then(() => postgres.restart()));
      };
      while (outages.length < 2) await crowd.round();
      await Promise.all(outages);
      fleet.front.onForwarded = () => undefined;
      await fleet.untilReady();
      const { tally } = fleet.world;
      assert.ok(tally.unavailable > 0, 'nobody noticed');
      const before = tally.interrupted;
      await crowd.round();
      assert.equal(tally.interrupted, before, 'it is as if nothing had been');
      await assertSound(postgres.url, fleet.world);
    } finally {
      await fleet.close();
      await postgres.stop();
    }
  });
});

describe('a network that falls silent between one of two servers and the database', () => {
  let database: TemporaryDatabase;
  let link: Link;
  let fleet: Fleet;
  let crowd: Crowd;

  before(async () => {
    database = await DATABASES['PostgreSQL']!();
    link = await startLink(database.url);
    const behindLink = impatient(link.url, { query_timeout: '3000', connect_timeout: '3' });
    fleet = await startFleet({ databases: [database.url, behindLink] });
    crowd = new Crowd(fleet, AT_ONCE);
    fleet.serveBy(0);
    await crowd.arrive();
  });
  after(async () => {
    await fleet.close();
    await link.close();
    await database.remove();
  });

  it('keeps nobody waiting for ever: that server answers 503, the other one serves', async () => {
    link.stall();
    fleet.serveBy(1);
    const arrived = fleet.front.forwarded(crowd.people.length);
    const waiting = Promise.allSettled(crowd.people.map((person) => byTotp(person, fleet.world)));
    await arrived;
    fleet.serveBy(0);
    for (const person of crowd.people.slice(0, 4)) await byPasskeyAlone(person, fleet.world);
    for (const outcome of await waiting) {
      assert.equal(outcome.status, 'rejected');
      assert.ok(outcome.reason instanceof Interrupted, String(outcome.reason));
    }
    assert.deepEqual(fleet.world.tally.cut, 0, 'everybody was answered');
  });

  it('is over when it is over: that server serves again, and nothing is wrong', async () => {
    link.resume();
    fleet.serveBy(1);
    await fleet.untilReady();
    for (const person of crowd.people) assert.ok(await persist(person, byTotp, fleet));
    await assertSound(database.url, fleet.world);
  });
});

describe('a server that is frozen in the middle of a transaction', () => {
  it('holds up one person for a moment, and nobody else; thawed, it undoes what it had begun', async () => {
    const database = await DATABASES['PostgreSQL']!();
    const patience = { idle_in_transaction_session_timeout: '1500' };
    const fleet = await startFleet({ databases: [database.url, impatient(database.url, patience)] });
    try {
      const crowd = new Crowd(fleet, { people: 4, lanes: 4 });
      fleet.serveBy(0);
      await crowd.arrive();
      const [held, ...others] = crowd.people;

      const account = 'SELECT epoch FROM mfa_accounts WHERE user_id = $1 FOR UPDATE';
      const gate = await closeGate(database.url, account, held!.id);
      fleet.serveBy(1);
      const stuck = Promise.allSettled([byTotp(held!, fleet.world)]);
      await gate.reached(1);
      fleet.server(1).freeze();
      // Now the database gives the frozen server the account, and it cannot give it back.
      await gate.open();
      fleet.serveBy(0);
      const waiting = persist(held!, byPasskeyAlone, fleet);
      for (const other of others) await byTotp(other, fleet.world);
      assert.ok(await waiting);

      fleet.server(1).thaw();
      const [outcome] = await stuck;
      assert.equal(outcome.status, 'rejected');
      fleet.serveBy(1);
      assert.ok(await persist(held!, byTotp, fleet));
      await assertSound(database.url, fleet.world);
    } finally {
      await fleet.close();
      await database.remove();
    }
  });
});
