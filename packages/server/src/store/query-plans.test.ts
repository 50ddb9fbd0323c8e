import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { ADDRESS_LIMIT, RECOVERY_MAILS_LIMIT } from '../throttling/limits.ts';
import { rememberedSignIn, useOf } from './testing/contract/remembered-devices.suite.ts';
import { fillWithPeople } from './testing/crowd.ts';
import { inMemory, inPostgres, type MakeDatabase } from './testing/databases.ts';
import { LOOKED_UP_BY } from './testing/looked-up-by.ts';
import { newCeremony, useOf as usePasskey, passkeyOf } from './testing/passkeys.ts';
import { accepted, DAY, Person, roomAt, START } from './testing/person.ts';
import { useStore } from './testing/test-store.ts';
import { wholeReadsInPostgres, wholeReadsInSqlite } from './testing/whole-reads.ts';

const TODAY = Math.floor(START / DAY);

/** What a request, a page or a job asks: it has to cost the same with a thousand people and with millions. */
const CALLS: Readonly<Record<string, (person: Person & { factorId: string }) => Promise<unknown>>> = {
  findSession: ({ store, session }) => store.findSession(session.tokenHash, START, 0),
  findNamed: ({ store, session }) => store.findNamed(session.tokenHash),
  listSessions: ({ store, id: userId, session: { id: currentId } }) =>
    store.listSessions({ userId, currentId, now: START, seenSince: 0, most: 100 }),
  ownsSession: ({ store, id, session }) => store.ownsSession(id, session.id),
  endOtherSessions: ({ store, id: userId, session: { id: currentId } }) =>
    store.endOtherSessions({ userId, currentId, now: START, seenSince: 0 }, () => []),
  beginSignIn: (person) => person.beginSignIn(),
  countTotpAttempt: async (person) => {
    const attempt = person.attempt(START, await person.beginSignIn());
    await person.store.countTotpAttempt(attempt);
    await person.store.recordFailure(attempt, START, () => []);
  },
  completeSignIn: async (person) => {
    const pending = await person.beginSignIn();
    const entries = () => person.entries({ event: 'auth.sign_in.success', outcome: 'success' });
    await person.store.completeSignIn(person.completion(pending, accepted(person.factorId, 1), { entries }));
  },
  countRecoveryCodeAttempt: async (person) =>
    person.store.countRecoveryCodeAttempt(person.attempt(START, await person.beginSignIn()), 'C000'),
  takeCeremony: async ({ store }) => {
    const ceremony = newCeremony();
    await store.startCeremony(ceremony);
    const attempt = { id: 'an attempt', at: START };
    const reservation = { limit: ADDRESS_LIMIT, subject: 'an address', attempt };
    await store.takeCeremonyReserving(ceremony, 'some credential', reservation);
  },
  completePasskeySignIn: (person) =>
    person.store.completePasskeySignIn({
      spent: usePasskey(passkeyOf(person)),
      session: person.newSession(),
      room: roomAt(START),
      membership: { workspace: '' },
      replacing: {},
      entries: [],
      cancelled: () => [],
    }),
  listFactors: ({ store, id }) => store.listFactors(id, 'a session', START),
  listPasskeys: ({ store, id }) => store.listPasskeys(id),
  findMembers: ({ store, id }) => store.findMembers([id, 'somebody else'], 'acme'),
  listDevices: ({ store, id }) => store.listDevices(id, START, 100),
  listActivity: ({ store, id }) => store.listActivity(id, { most: 51 }),
  listWorkspaceActivity: ({ store }) => store.listWorkspaceActivity('acme', { most: 51 }),
  ownsEvent: ({ store, id }) => store.ownsEvent(id, 'some event'),
  startGrace: ({ store, id: userId }) =>
    store.startGrace({ userId, workspace: 'acme', deadlines: { deadline: START }, remindAt: START }, []),
  listDueReminders: ({ store }) => store.listDueReminders(START, undefined, 100),
  claimNotice: ({ store }) => store.claimNotice(START, START + DAY),
  claimWebhook: ({ store }) => store.claimWebhook('https://example.com', START, START + DAY),
  countAttempt: ({ store, id }) => store.countAttempt(RECOVERY_MAILS_LIMIT, id, { id: 'a', at: START }),
  countNotices: ({ store }) => store.countNotices(),
  listDays: ({ store }) => store.listDays('acme', { from: TODAY, until: TODAY + 1 }),
  sweep: ({ store }) => store.sweep(0),
  sweepActivity: ({ store }) =>
    store.sweepActivity({ deleteUntil: 1, sampleUntil: 1, sample: 0.1, now: START, most: 500 }),
  signInRemembered: async (person) => {
    const device = { seriesHash: 'a series', tokenHash: 'a token' };
    return person.store.signInRemembered(rememberedSignIn(person, [useOf(device)]));
  },
  countPeople: ({ store }) => store.countPeople({ from: 0, until: START, newSince: 0 }, 'acme'),
  countNextDay: ({ store }) => store.countNextDay(400),
};

/** These take some thousand rows at a time: of so few as a test has, PostgreSQL is right to read all of them. */
const IN_BATCHES = new Set(['countPeople', 'countNextDay', 'sweep', 'sweepActivity']);

const databases: Readonly<Record<string, MakeDatabase>> = { SQLite: inMemory, PostgreSQL: inPostgres };
for (const [name, make] of Object.entries(databases)) {
  describe(`what is asked for again and again, of ${name} with many people`, () => {
    const test = useStore(make);
    const isPostgres = name === 'PostgreSQL';
    before(() => (isPostgres ? fillWithPeople(test.url) : undefined));

    for (const [title, call] of Object.entries(CALLS).filter(([of]) => !isPostgres || !IN_BATCHES.has(of))) {
      it(`finds its rows by a key, and reads no table whole: ${title}`, async () => {
        const person = await Person.enrolled(test.store);
        test.roundTrips.length = 0;
        await call(person);
        const statements = test.roundTrips
          .flat()
          .filter((text) => /^(?:SELECT|INSERT|UPDATE|DELETE|WITH)/.test(text));
        assert.ok(statements.length > 0);
        const reads = isPostgres
          ? await wholeReadsInPostgres(test.url, statements)
          : await wholeReadsInSqlite(test, statements);
        const whole = [...reads].filter(([, tables]) =>
          tables.some((table) => LOOKED_UP_BY[table]?.small === undefined),
        );
        assert.deepEqual(whole, []);
      });
    }
  });
}
