import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { SessionCall } from '../api/call.ts';
import type { AdoptionQuery } from './adoption-query.ts';
import type { AdoptionStore, DayAmount, PeopleGroup } from './adoption.store.ts';
import { createAdoption, type Adoption } from './adoption.ts';
import { DAY, dayOf } from './days.ts';

const START = Date.UTC(2026, 5, 15, 12);
const TODAY = dayOf(START);

describe('The adoption of many accounts', () => {
  const group: PeopleGroup = {
    admin: false,
    tier: undefined,
    enrolled: true,
    signedIn: true,
    isNew: false,
    people: 5,
  };
  let now: number;
  /** The looks at every account. */
  let looks: number;
  /** What else the process did. */
  let turns: number[];
  let countedUntil: number;
  let amounts: DayAmount[];
  let broken: boolean;
  let adoption: Adoption;

  const store: AdoptionStore = {
    countPeople() {
      looks += 1;
      const [look, ofThisTest] = [looks, turns];
      setImmediate(() => ofThisTest.push(look));
      return broken ? Promise.reject(new Error('no database')) : Promise.resolve([group]);
    },
    listDays: () => Promise.resolve({ amounts, countedUntil }),
    noteAskedRoles: () => assert.fail('nothing is noted'),
    countNextDay: () => assert.fail('nothing is counted'),
    forgetDays: () => assert.fail('nothing is forgotten'),
  };
  const ask = (query: AdoptionQuery = {}, workspace = 'acme') =>
    adoption.view({
      session: { user: { workspace } },
      query,
      origin: { now },
    } as unknown as SessionCall<undefined, AdoptionQuery>);

  beforeEach(() => {
    now = START;
    looks = 0;
    turns = [];
    countedUntil = 0;
    amounts = [];
    broken = false;
    adoption = createAdoption({ store, authorize: () => Promise.resolve(true) });
  });

  it('takes three looks at them at most, however many days are not counted yet, and tells of nobody on the others', async () => {
    const { series } = await ask();
    assert.equal(looks, 3);
    assert.deepEqual(
      series.slice(-3).map(({ people, share }) => [people, share]),
      [
        [0, null],
        [5, 1],
        [5, 1],
      ],
    );
    looks = 0;
    assert.equal((await ask({ from: TODAY - 399 })).series.length, 58);
    assert.equal(looks, 3);
  });

  it('takes none at days that were counted, but for today', async () => {
    countedUntil = TODAY;
    amounts = [{ day: TODAY - 3, measure: 'people', method: '', amount: 7 }];
    const { series } = await ask();
    assert.deepEqual([series.at(-4)?.people, series.at(-1)?.people, looks], [7, 5, 2]);
  });

  it('lets the process do something else between two looks', async () => {
    await ask();
    assert.deepEqual(turns, [1, 2]);
  });

  it('is told once a minute, of each workspace and time, to whoever asks', async () => {
    const [one, other] = await Promise.all([ask(), ask()]);
    assert.equal(one, other);
    now += 59_999;
    await ask();
    assert.equal(looks, 3);
    await ask({ to: TODAY - 1 });
    assert.equal(looks, 6);
    await ask({}, 'elsewhere');
    assert.equal(looks, 9);
    now += 1;
    await ask();
    assert.equal(looks, 12);
    now -= DAY;
    await ask({ from: TODAY - 29, to: TODAY });
    assert.equal(looks, 15, 'and anew when the clock was set back');
  });

  it('is asked for anew after a failure', async () => {
    broken = true;
    await assert.rejects(ask(), /no database/);
    broken = false;
    assert.equal((await ask()).overall.people, 5);
  });

  it('is made of one workspace after the other: looks do not pile up', async () => {
    const asked = [ask({}, 'one'), ask({}, 'two'), ask({}, 'three')];
    await asked[0];
    assert.ok(looks < 6, `${looks} looks`);
    await Promise.all(asked);
    assert.equal(looks, 9);
  });
});
