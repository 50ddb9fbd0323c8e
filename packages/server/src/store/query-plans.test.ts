import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rememberedSignIn, useOf } from './testing/contract/remembered-devices.suite.ts';
import { inMemory } from './testing/databases.ts';
import { Person, START } from './testing/person.ts';
import { useStore } from './testing/test-store.ts';

/** Statements whose tables grow with the people of a host: each has to find its rows by a key. */
describe('what is looked up of sessions, remembered devices and members', () => {
  const test = useStore(inMemory);

  async function plansOf(work: () => Promise<unknown>): Promise<readonly string[]> {
    test.roundTrips.length = 0;
    await work();
    const statements = test.roundTrips.flat();
    const plans: string[] = [];
    for (const statement of statements) {
      const parameters = new Set(statement.match(/\$\d+/g)).size;
      const values = Array.from({ length: parameters }, () => 1);
      const rows = await test.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${statement}`, ...values);
      plans.push(...rows.map(({ detail }) => detail));
    }
    return plans;
  }

  const calls: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
    findSession: ({ store, session }) => store.findSession(session.tokenHash, START, 0),
    listSessions: ({ store, id: userId, session: { id: currentId } }) =>
      store.listSessions({ userId, currentId, now: START, seenSince: 0, most: 100 }),
    ownsSession: ({ store, id, session }) => store.ownsSession(id, session.id),
    endOtherSessions: ({ store, id: userId, session: { id: currentId } }) =>
      store.endOtherSessions({ userId, currentId, now: START, seenSince: 0 }, () => []),
    findMembers: ({ store, id }) => store.findMembers([id, 'somebody else'], 'acme'),
    listDevices: ({ store, id }) => store.listDevices(id, START, 100),
    startGrace: ({ store, id: userId }) =>
      store.startGrace({ userId, workspace: 'acme', deadlines: { deadline: START }, remindAt: START }, []),
    listDueReminders: ({ store }) => store.listDueReminders(START, undefined, 100),
    countPeople: ({ store }) => store.countPeople({ from: 0, until: START, newSince: 0 }, 'acme'),
    listDays: ({ store }) => store.listDays('acme', { from: 0, until: 400 }),
    signInRemembered: async (person) => {
      const device = { seriesHash: 'a series', tokenHash: 'a token' };
      return person.store.signInRemembered(rememberedSignIn(person, [useOf(device)]));
    },
  };
  it('counts a day without reading the audit whole', async () => {
    const plans = await plansOf(() => test.store.countNextDay(400));
    assert.deepEqual(
      plans.filter((detail) => /^SCAN (?:mfa_audit_events|s|f)\b/.test(detail)),
      [],
    );
  });

  for (const [name, call] of Object.entries(calls)) {
    it(`finds its rows by a key, and reads no table whole: ${name}`, async () => {
      const person = await Person.enrolled(test.store);
      const plans = await plansOf(() => call(person));
      assert.ok(plans.some((detail) => /^SEARCH .* USING /.test(detail)));
      assert.deepEqual(
        plans.filter((detail) => detail.startsWith('SCAN')),
        [],
      );
    });
  }
});
