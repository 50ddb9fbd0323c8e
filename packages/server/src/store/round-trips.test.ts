import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomPart } from '../secrets/ids.ts';
import { inMemory, inMigratedPostgres, type MakeDatabase } from './testing/databases.ts';
import { doing, signedIn } from './testing/events.ts';
import { rememberedSignIn, useOf } from './testing/contract/remembered-devices.suite.ts';
import { accepted, Person, START } from './testing/person.ts';
import { useStore } from './testing/test-store.ts';

/** Round trips and statements of one call; a number that goes up was either thought about or is a mistake. */
interface Cost {
  readonly roundTrips: number;
  readonly statements: number;
}

interface Call {
  readonly title: string;
  readonly postgres: Cost;
  /** SQLite runs each statement where it stands, and is not asked to begin and to end a transaction by one. */
  readonly sqlite: Cost;
  /** Prepares what the call needs. @returns the call. */
  readonly prepare: (person: Person & { factorId: string }) => Promise<() => Promise<unknown>>;
}

const CALLS: readonly Call[] = [
  {
    title: 'findSession: one, for every request',
    postgres: { roundTrips: 1, statements: 1 },
    sqlite: { roundTrips: 1, statements: 1 },
    prepare: ({ store, session }) => Promise.resolve(() => store.findSession(session.tokenHash, START, 0)),
  },
  {
    title: 'findPendingSignIn',
    postgres: { roundTrips: 1, statements: 1 },
    sqlite: { roundTrips: 1, statements: 1 },
    async prepare(person) {
      const pending = await person.beginSignIn();
      return () => person.store.findPendingSignIn(pending, START);
    },
  },
  {
    title: 'beginSignIn',
    postgres: { roundTrips: 2, statements: 6 },
    sqlite: { roundTrips: 2, statements: 4 },
    prepare: (person) => Promise.resolve(() => person.store.beginSignIn(person.start())),
  },
  {
    title: 'countTotpAttempt',
    postgres: { roundTrips: 1, statements: 5 },
    sqlite: { roundTrips: 1, statements: 4 },
    async prepare(person) {
      const pending = await person.beginSignIn();
      return () => person.store.countTotpAttempt(person.attempt(START, pending));
    },
  },
  {
    title: 'signInRemembered, with one event: what policy is asked of travels with the lock',
    postgres: { roundTrips: 4, statements: 11 },
    sqlite: { roundTrips: 4, statements: 9 },
    async prepare(person) {
      const use = useOf(await person.rememberDevice());
      const entries = () => person.entries({ event: 'auth.sign_in.success', outcome: 'success' });
      return () => person.store.signInRemembered(rememberedSignIn(person, [use], { entries }));
    },
  },
  {
    title: 'completeSignIn by TOTP with a device to remember: two statements more, and no round trip',
    postgres: { roundTrips: 2, statements: 13 },
    sqlite: { roundTrips: 2, statements: 11 },
    async prepare(person) {
      const device = { ...(await person.rememberDevice()), id: 'another', seriesHash: 'another' };
      const pending = await person.beginSignIn();
      const completion = person.completion(pending, accepted(person.factorId, 2), { device });
      return () => person.store.completeSignIn(completion);
    },
  },
  {
    title: 'listSessions',
    postgres: { roundTrips: 1, statements: 1 },
    sqlite: { roundTrips: 1, statements: 1 },
    prepare: ({ store, id: userId, session: { id: currentId } }) =>
      Promise.resolve(() => store.listSessions({ userId, currentId, now: START, seenSince: 0, most: 100 })),
  },
  {
    title: 'listDevices',
    postgres: { roundTrips: 1, statements: 1 },
    sqlite: { roundTrips: 1, statements: 1 },
    prepare: ({ store, id }) => Promise.resolve(() => store.listDevices(id, START, 100)),
  },
  {
    title: 'completeSignIn by TOTP, with one event',
    postgres: { roundTrips: 2, statements: 13 },
    sqlite: { roundTrips: 2, statements: 11 },
    async prepare(person) {
      const pending = await person.beginSignIn();
      const happening = { event: 'auth.2fa.success', outcome: 'success' } as const;
      const completion = person.completion(pending, accepted(person.factorId, 1), {
        entries: () => person.entries(happening),
      });
      return () => person.store.completeSignIn(completion);
    },
  },
  {
    title: 'countRecoveryCodeAttempt',
    postgres: { roundTrips: 1, statements: 6 },
    sqlite: { roundTrips: 1, statements: 5 },
    async prepare(person) {
      const pending = await person.beginSignIn();
      return () => person.store.countRecoveryCodeAttempt(person.attempt(START, pending), 'C000');
    },
  },
  {
    title: 'completeStepUp by TOTP, with one event',
    postgres: { roundTrips: 2, statements: 10 },
    sqlite: { roundTrips: 2, statements: 8 },
    prepare(person) {
      const entries = person.entries({ event: 'auth.step_up.success', outcome: 'success' });
      const stepUp = person.stepUp(accepted(person.factorId, 1), { entries });
      return Promise.resolve(() => person.store.completeStepUp(stepUp));
    },
  },
  {
    title: 'listActivity: one, with what came before each event, however many there are',
    postgres: { roundTrips: 1, statements: 1 },
    sqlite: { roundTrips: 1, statements: 1 },
    async prepare({ store, id }) {
      const happened = Array.from({ length: 120 }, () => signedIn);
      await store.recordEntries(doing(id, { sessionId: 'session-1' })(...happened));
      return async () => assert.equal((await store.listActivity(id, { most: 101 })).length, 101);
    },
  },
  {
    title: 'listWorkspaceActivity',
    postgres: { roundTrips: 1, statements: 1 },
    sqlite: { roundTrips: 1, statements: 1 },
    prepare: ({ store }) => Promise.resolve(() => store.listWorkspaceActivity('', { most: 101 })),
  },
  {
    title: 'findMembers: one for a page of members, however many are on it',
    postgres: { roundTrips: 1, statements: 1 },
    sqlite: { roundTrips: 1, statements: 1 },
    async prepare({ store }) {
      const people = await Promise.all(Array.from({ length: 20 }, () => Person.signedIn(store)));
      const ids = people.map(({ id }) => id);
      return async () => assert.equal((await store.findMembers(ids, '')).length, ids.length);
    },
  },
  {
    title: 'exemptMember, with its event and its mail',
    postgres: { roundTrips: 4, statements: 7 },
    sqlite: { roundTrips: 3, statements: 5 },
    prepare({ store, id: userId }) {
      const exemption = { userId, membership: { workspace: '' }, now: START, until: START + 1 };
      const exempted = { event: 'auth.enforcement.exempted', outcome: 'success' } as const;
      return Promise.resolve(() => store.exemptMember(exemption, () => doing(userId)(exempted)));
    },
  },
  {
    title: 'reportEvent, with its event and its mail',
    postgres: { roundTrips: 3, statements: 7 },
    sqlite: { roundTrips: 2, statements: 5 },
    async prepare({ store, id }) {
      await store.recordEntries(doing(id)(signedIn));
      const [event] = await store.listActivity(id, { most: 1 });
      const reported = { event: 'auth.activity.reported', outcome: 'success' } as const;
      return () => store.reportEvent(id, randomPart(event!.id), START, () => doing(id)(reported));
    },
  },
  {
    title: 'touchSession',
    postgres: { roundTrips: 1, statements: 2 },
    sqlite: { roundTrips: 1, statements: 1 },
    prepare: ({ store, session }) => Promise.resolve(() => store.touchSession(session.tokenHash, START + 1)),
  },
];

const databases: readonly (readonly ['sqlite' | 'postgres', MakeDatabase])[] = [
  ['sqlite', inMemory],
  ['postgres', inMigratedPostgres],
];
for (const [database, make] of databases) {
  describe(`round trips to ${database}`, () => {
    const test = useStore(make);

    for (const { title, prepare, ...costs } of CALLS) {
      it(title, async () => {
        const call = await prepare(await Person.enrolled(test.store));
        test.roundTrips.length = 0;
        await call();
        const cost: Cost = { roundTrips: test.roundTrips.length, statements: test.roundTrips.flat().length };
        assert.deepEqual(cost, costs[database]);
      });
    }
  });
}
