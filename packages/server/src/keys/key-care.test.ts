import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { openKeyRing, type KeyRing } from '../secrets/key-ring.ts';
import { open, seal } from '../secrets/sealing.ts';
import { inMemory, inMigratedPostgres, type MakeDatabase } from '../store/testing/databases.ts';
import { accepted, Person, START } from '../store/testing/person.ts';
import { openTestStore, type TestStore } from '../store/testing/test-store.ts';
import { factorPlace } from '../totp/totp-check.ts';
import { assertKeysFit, rotateKeys } from './key-care.ts';
import { totpFactorsOf } from '../store/testing/totp-of.ts';

const clock = { now: () => START };
const newKey = (): string => randomBytes(32).toString('base64url');
const [first, second] = [newKey(), newKey()];
const ringOf = (current: string, keys: Record<string, string>): Promise<KeyRing> =>
  openKeyRing({ current, keys });
const old = await ringOf('k1', { k1: first });
const rotated = await ringOf('k2', { k1: first, k2: second });

const databases: Record<string, MakeDatabase> = { SQLite: inMemory, PostgreSQL: inMigratedPostgres };
for (const [name, make] of Object.entries(databases)) {
  const withStore = (use: (test: TestStore) => Promise<void>) => async (): Promise<void> => {
    const test = await openTestStore(make);
    try {
      await use(test);
    } finally {
      await test.close();
    }
  };

  describe(`the check of the keys at start, over ${name}`, () => {
    it(
      'lets the ring pass that the database was made with, and one with more keys',
      withStore(async ({ store }) => {
        await assertKeysFit(store, old, clock);
        await assertKeysFit(store, old, clock);
        await assertKeysFit(store, rotated, clock);
        await assertKeysFit(store, old, clock);
      }),
    );

    it(
      'lets any ring pass over an empty database, and one whose missing key only passing things need',
      withStore(async ({ store }) => {
        await assertKeysFit(store, await ringOf('a', { a: newKey() }), clock);
        const person = await Person.signedIn(store);
        await store.startTotpEnrolment({ ...person.enrolment(), secret: { keyId: 'k0', box: '' } }, 10);
        await assertKeysFit(store, old, clock);
      }),
    );

    it(
      'refuses another key of the same name, and says which (K2, S8)',
      withStore(async ({ store }) => {
        await assertKeysFit(store, rotated, clock);
        const wrong = await ringOf('k1', { k1: first, k2: newKey() });
        await assert.rejects(assertKeysFit(store, wrong, clock), /other keys than those given as k2;/);
      }),
    );

    it(
      'learns nothing from a wrong ring: the right one is let in afterwards',
      withStore(async ({ store }) => {
        await assertKeysFit(store, old, clock);
        const wrong = await ringOf('k2', { k1: newKey(), k2: newKey(), a0: newKey() });
        await assert.rejects(assertKeysFit(store, wrong, clock), /given as k1;/);
        const person = await Person.signedIn(store);
        await person.addFactor({ secret: { keyId: 'k1', box: '' } });
        await assert.rejects(
          assertKeysFit(store, await ringOf('k2', { k2: newKey() }), clock),
          /need the keys k1, which are not in the ring \(it has k2\)/,
        );
        await assertKeysFit(store, rotated, clock);
      }),
    );

    it(
      'refuses a ring without a key that secrets or recovery codes still need, and says which (K2)',
      withStore(async ({ store }) => {
        const person = await Person.signedIn(store);
        await person.addFactor({ secret: { keyId: 'k0', box: '' } });
        const codes = [{ selector: 'A', verifier: '', pepperKeyId: 'k9' }];
        await store.replaceRecoveryCodes(await person.removal(), { createdAt: START, codes }, []);
        await assert.rejects(
          assertKeysFit(store, old, clock),
          /stored secrets need the keys k0, k9, which are not in the ring \(it has k1\); add them back under these names/,
        );
      }),
    );
  });

  describe(`the rotation of the keys, over ${name}`, () => {
    const secrets = new Map<string, Buffer>();

    /** People with one authenticator each, sealed the way enrolment does it. */
    async function enrol({ store }: TestStore, people: number): Promise<(Person & { factorId: string })[]> {
      const enrolled: (Person & { factorId: string })[] = [];
      for (let index = 0; index < people; index += 1) {
        const person = await Person.signedIn(store);
        const enrolment = person.enrolment();
        await store.startTotpEnrolment(enrolment, 10);
        const plain = randomBytes(20);
        secrets.set(enrolment.id, plain);
        const secret = seal(old, 'totp-secret', factorPlace(person.id, enrolment.id), plain);
        const confirmation = await person.confirmation(enrolment, { secret });
        await store.confirmTotpEnrolment(confirmation, 10);
        person.tookOver(confirmation.rotation);
        enrolled.push(Object.assign(person, { factorId: enrolment.id }));
      }
      return enrolled;
    }

    async function assertReadable(
      { store }: TestStore,
      people: readonly Person[],
      ring: KeyRing,
    ): Promise<void> {
      for (const { id } of people) {
        const [factor] = await totpFactorsOf(store, id);
        assert.equal(factor?.secret.keyId, ring.current);
        assert.deepEqual(
          open(ring, 'totp-secret', factorPlace(id, factor.id), factor.secret),
          secrets.get(factor.id),
        );
      }
    }

    const rotations = (test: TestStore): Promise<readonly { details: string }[]> =>
      test.rows(`SELECT details FROM mfa_audit_events WHERE event = 'auth.keys.rotated'`);

    it(
      'seals every secret anew with the current key and says how many, once (K2)',
      withStore(async (test) => {
        const people = await enrol(test, 5);
        assert.deepEqual(await rotateKeys(test.store, rotated, clock), { moved: 5, unreadable: [] });
        assert.deepEqual(await rotateKeys(test.store, rotated, clock), { moved: 0, unreadable: [] });
        await assertReadable(test, people, rotated);
        await assertReadable(test, people, await ringOf('k2', { k2: second }));
        assert.deepEqual(await rotations(test), [{ details: '{"to":"k2","secrets":5}' }]);
      }),
    );

    it(
      'goes on where it was killed',
      withStore(async (test) => {
        const people = await enrol(test, 5);
        let left = 2;
        const killed: typeof test.store = {
          ...test.store,
          // So few at a time that five people are several batches.
          sealedWithOtherKeys: (keyId, _most, after) => test.store.sealedWithOtherKeys(keyId, 1, after),
          reseal: (...parameters) =>
            left-- > 0 ? test.store.reseal(...parameters) : Promise.reject(new Error('killed')),
        };
        await assert.rejects(rotateKeys(killed, rotated, clock), /killed/);
        assert.equal((await test.store.sealedWithOtherKeys('k2', 10)).length, 3);
        assert.equal((await rotateKeys(test.store, rotated, clock)).moved, 3);
        await assertReadable(test, people, rotated);
        assert.deepEqual(await rotations(test), [{ details: '{"to":"k2","secrets":5}' }], 'told of once');
      }),
    );

    it(
      'leaves alone what a sign-in sealed anew in between, and counts only its own',
      withStore(async (test) => {
        const people = await enrol(test, 3);
        const [person] = people;
        const sealedBySignIn = seal(
          rotated,
          'totp-secret',
          factorPlace(person!.id, person!.factorId),
          secrets.get(person!.factorId)!,
        );
        let interrupted = false;
        const interleaved: typeof test.store = {
          ...test.store,
          async reseal(values, entries) {
            const { from } = values.find(({ place }) => place.user === person!.id)!;
            const pending = await person!.beginSignIn();
            const spent = { ...accepted(person!.factorId, 1), resealed: { from, to: sealedBySignIn } };
            assert.equal(await test.store.completeSignIn(person!.completion(pending, spent)), 'completed');
            interrupted = true;
            return test.store.reseal(values, entries);
          },
        };
        assert.equal((await rotateKeys(interleaved, rotated, clock)).moved, 2);
        assert.ok(interrupted);
        assert.deepEqual((await totpFactorsOf(test.store, person!.id))[0]?.secret, sealedBySignIn);
        await assertReadable(test, people, rotated);
      }),
    );

    it(
      'is done once by two processes together',
      withStore(async (test) => {
        const people = await enrol(test, 12);
        const moved = await Promise.all([1, 2].map(() => rotateKeys(test.store, rotated, clock)));
        assert.equal(moved[0]!.moved + moved[1]!.moved, 12);
        await assertReadable(test, people, rotated);
      }),
    );

    it(
      'goes on past a secret that nobody can open, leaves that one alone and reports it, each time it is run (K2)',
      withStore(async (test) => {
        const people = await enrol(test, 12);
        const broken = [people[0]!, people[5]!, people[11]!];
        for (const person of broken) {
          const place = factorPlace(person.id, person.factorId);
          const [stored] = await totpFactorsOf(test.store, person.id);
          const foreign = seal(old, 'totp-secret', { ...place, user: 'another' }, randomBytes(20));
          await test.store.reseal([{ place, from: stored!.secret, to: foreign }], []);
        }
        const ids = broken.map(({ factorId }) => factorId).sort();
        const rotate = async (store = test.store): Promise<{ moved: number; unreadable: string[] }> => {
          const { moved, unreadable } = await rotateKeys(store, rotated, clock);
          return { moved, unreadable: unreadable.map(({ row }) => row).sort() };
        };
        assert.deepEqual(await rotate(), { moved: 9, unreadable: ids });
        assert.deepEqual(await rotations(test), [{ details: '{"to":"k2","secrets":12}' }]);
        await assertReadable(
          test,
          people.filter((person) => !broken.includes(person)),
          rotated,
        );
        assert.deepEqual(await rotate(), { moved: 0, unreadable: ids });
        // Batches of which nothing can be opened are gone past as well.
        const inSmallBatches: typeof test.store = {
          ...test.store,
          sealedWithOtherKeys: (keyId, _most, after) => test.store.sealedWithOtherKeys(keyId, 1, after),
        };
        assert.deepEqual(await rotate(inSmallBatches), { moved: 0, unreadable: ids });
        for (const { id } of broken)
          assert.equal((await totpFactorsOf(test.store, id))[0]?.secret.keyId, 'k1', 'left as it was');
      }),
    );
  });
}

describe('the keys that something stored needs', () => {
  it('are found by a few looks into an index, however many people there are', async () => {
    const test = await openTestStore(inMemory);
    test.roundTrips.length = 0;
    await test.store.listNeededKeys();
    for (const statement of test.roundTrips.flat()) {
      const plan = await test.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${statement}`);
      const steps = plan.map(({ detail }) => detail).filter((detail) => detail.includes('mfa_'));
      assert.ok(steps.length > 0);
      for (const step of steps)
        assert.match(step, /^(?:SEARCH|SCAN) (?:t|mfa_\w+) USING COVERING INDEX mfa_\w+_by_key/);
      // The least of all is the first of the index; SQLite reads no further.
      assert.equal(steps.filter((step) => step.startsWith('SCAN')).length, 0);
    }
    await test.close();
  });
});
