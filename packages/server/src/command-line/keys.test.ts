import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { openKeyRing } from '../secrets/key-ring.ts';
import { seal, type Sealed } from '../secrets/sealing.ts';
import { inMemory } from '../store/testing/databases.ts';
import { Person } from '../store/testing/person.ts';
import { openTestStore } from '../store/testing/test-store.ts';
import { factorPlace } from '../totp/totp-check.ts';
import { rotate } from './keys.ts';

const [first, second] = [1, 2].map(() => randomBytes(32).toString('base64url')) as [string, string];
const old = await openKeyRing({ current: 'k1', keys: { k1: first } });
const ring = await openKeyRing({ current: 'k2', keys: { k1: first, k2: second } });

describe('keys rotate', () => {
  it('says that a process still seals with an older key, when something is left of it at the end', async (t) => {
    const printed = t.mock.method(console, 'log', () => undefined);
    const test = await openTestStore(inMemory);
    const { store } = test;
    const addFactor = async (person: Person): Promise<void> => {
      const enrolment = person.enrolment();
      const secret: Sealed = seal(old, 'totp-secret', factorPlace(person.id, enrolment.id), Buffer.alloc(20));
      await store.startTotpEnrolment(enrolment, 10);
      await store.confirmTotpEnrolment(await person.confirmation(enrolment, { secret }), 10);
    };
    await addFactor(await Person.signedIn(store));
    const meanwhile: typeof store = {
      ...store,
      async reseal(...parameters) {
        // In front of where the rotation is.
        const person = Object.assign(new Person(store), { id: '!' });
        person.session = person.newSession();
        await store.beginSignIn(person.start(undefined, { session: person.session }));
        await addFactor(person);
        return store.reseal(...parameters);
      },
    };
    await assert.rejects(
      rotate(meanwhile, ring),
      /^Error: 1 secrets were sealed with another key meanwhile: /,
    );
    assert.deepEqual(
      printed.mock.calls.map(({ arguments: [line] }) => String(line)),
      [
        '1 secrets sealed anew with k2',
        'k1: 1 secrets, 20 recovery codes; still needed',
        'k2: 1 secrets, 0 recovery codes; current',
      ],
    );
    await rotate(store, ring);
    await test.close();
  });
});
