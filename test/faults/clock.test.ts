import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DATABASES, type TemporaryDatabase } from '../../demo/server/database/temporary-database.fixture.ts';
import { Crowd } from './people/crowd.ts';
import type { Person } from './people/person.ts';
import { begin, byPasskeyAlone, byTotp, provenByPasskey } from './people/scenarios.ts';
import { startFleet, type Fleet } from './running/fleet.ts';
import { assertSound } from './running/verdict.ts';

const HOUR = 3_600_000;
/** Between asking what time it is and writing it down. */
const MOMENT = 60_000;

describe('two servers on PostgreSQL, of which one has its clock set back, and the other one forward', () => {
  it('go by the database: right codes are right on both, and nothing is written of another time (S9)', async () => {
    const database = await DATABASES['PostgreSQL']!();
    const fleet = await startFleet({ databases: [database.url, database.url], ownClock: true });
    try {
      const crowd = new Crowd(fleet, { people: 6, lanes: 6 });
      await crowd.arrive();
      await fleet.server(0).order({ kind: 'set-machine-clock', by: -HOUR });
      await fleet.server(1).order({ kind: 'set-machine-clock', by: HOUR });
      for (const [index, person] of crowd.people.entries()) {
        fleet.serveBy(index % 2);
        await byTotp(person, fleet.world);
        fleet.serveBy((index + 1) % 2);
        await byPasskeyAlone(person, fleet.world);
      }
      const { events } = await assertSound(database.url, fleet.world);
      assert.ok(events.every(({ at }) => Math.abs(at - Date.now()) < 10 * MOMENT));
    } finally {
      await fleet.close();
      await database.remove();
    }
  });
});

describe('a server on SQLite whose clock is set', { concurrency: false }, () => {
  let database: TemporaryDatabase;
  let fleet: Fleet;
  let holder: Person;
  let guessed: Person;
  let other: Person;

  const setBy = (by: number): Promise<number> => fleet.server(0).order({ kind: 'set-machine-clock', by });
  const wrongCode = '000000';

  before(async () => {
    database = await DATABASES['SQLite']!();
    fleet = await startFleet({ databases: [database.url], ownClock: true });
    const crowd = new Crowd(fleet, { people: 3, lanes: 3 });
    await crowd.arrive();
    [holder, guessed, other] = crowd.people as [Person, Person, Person];
  });
  after(async () => {
    await setBy(0);
    await byPasskeyAlone(holder, fleet.world);
    await assertSound(database.url, fleet.world);
    await fleet.close();
    await database.remove();
  });

  /** What a code is answered with, in a sign-in of its own. */
  async function answerTo(person: Person, code: string): Promise<number> {
    const visit = await begin(person);
    return (await visit.answered('POST', '/challenge/totp', { code })).status;
  }

  it('accepts no code twice, and none of the hour that it has for the second time', async () => {
    const code = holder.nextCode();
    assert.equal(await answerTo(holder, code), 200);
    await setBy(-HOUR);
    assert.equal(await answerTo(holder, code), 401);
    assert.equal(await answerTo(holder, holder.codeAt(Date.now() - HOUR)), 401);
    await byPasskeyAlone(holder, fleet.world);
  });

  it('finds nothing fresh that was proven in what is now the future (S9)', async () => {
    await setBy(0);
    const visit = other.visit();
    await provenByPasskey(visit, other, '/passkey-sign-in');
    await setBy(-HOUR);
    const refused = await visit.answered('POST', '/recovery-codes');
    assert.deepEqual([refused.status, refused.body['code']], [401, 'step_up_required']);
    await provenByPasskey(visit, other, '/challenge/passkey');
    other.codes = [...((await visit.ask('POST', '/recovery-codes', 201)).body['recoveryCodes'] as string[])];
  });

  it('opens no account that was closed, however far back it goes', async () => {
    await setBy(0);
    const answers: number[] = [];
    while (answers.at(-1) !== 429 && answers.length < 20) answers.push(await answerTo(guessed, wrongCode));
    assert.equal(answers.at(-1), 429, answers.join());
    await setBy(-HOUR);
    assert.equal(await answerTo(guessed, wrongCode), 429);
    assert.equal(await answerTo(guessed, guessed.codeAt(Date.now() - HOUR)), 429);
  });

  it('lets in by passkey and not by a code of another hour when it is ahead, and ends sessions that seem idle', async () => {
    await setBy(0);
    const visit = holder.visit();
    await provenByPasskey(visit, holder, '/passkey-sign-in');
    await setBy(HOUR + MOMENT);
    assert.equal((await visit.answered('GET', '/factors')).status, 401);
    assert.equal(await answerTo(other, other.codeAt(Date.now())), 401);
    await byPasskeyAlone(other, fleet.world);
  });
});
