import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MakingRoom } from '../../../sessions/sessions.store.ts';
import type { MakeDatabase } from '../databases.ts';
import { addPasskey, useOf as usePasskey } from '../passkeys.ts';
import { accepted, aliveAt, HOUR, MINUTE, Person, START } from '../person.ts';
import { useStore } from '../test-store.ts';
import { rememberedSignIn, useOf } from './remembered-devices.suite.ts';

const MOST = 100;
const LATER = START + 10 * MINUTE;

export function sessionRoomContract(make: MakeDatabase): void {
  describe('the hundred sessions of a person', () => {
    const test = useStore(make);

    /** Somebody with all the sessions that there may be. The one in which they set things up was seen last. */
    async function withAll(): Promise<Person> {
      const person = await Person.signedIn(test.store);
      for (let count = 1; count < MOST; count += 1) await test.store.beginSignIn(person.start(START + count));
      await test.store.touchSession(person.session.tokenHash, LATER - MINUTE);
      return person;
    }

    const listed = async (person: Person): Promise<readonly string[]> => {
      const query = { userId: person.id, currentId: '', ...aliveAt(LATER), most: 2 * MOST };
      return (await test.store.listSessions(query)).map(({ id }) => id);
    };

    /** Room that remembers what it was told of, and tells the audit. */
    function noting(person: Person): { room: MakingRoom; told: string[] } {
      const told: string[] = [];
      const room: MakingRoom = {
        alive: aliveAt(LATER),
        entries(ids) {
          told.push(...ids);
          return ids.flatMap(() => person.entries({ event: 'auth.session.ended', outcome: 'success' }));
        },
      };
      return { room, told };
    }

    const waysIn: Readonly<
      Record<string, (person: Person) => Promise<(room: MakingRoom) => Promise<unknown>>>
    > = {
      'a password': (person) =>
        Promise.resolve((room) => test.store.beginSignIn(person.start(LATER, { room }))),
      'a code': async (person) => {
        const factorId = await person.addFactor({ at: LATER });
        const pending = await person.beginSignIn(LATER);
        const change = { at: LATER, session: person.newSession(LATER) };
        return (room) =>
          test.store.completeSignIn(person.completion(pending, accepted(factorId, 1), { ...change, room }));
      },
      'a passkey': async (person) => {
        const spent = usePasskey(await addPasskey(person));
        const session = person.newSession(LATER);
        return (room) =>
          test.store.completePasskeySignIn({
            spent,
            session,
            room,
            replacing: {},
            entries: [],
            cancelled: () => [],
          });
      },
      'a remembered device': async (person) => {
        await person.addFactor({ at: LATER });
        const device = await person.rememberDevice(LATER);
        return (room) =>
          test.store.signInRemembered(rememberedSignIn(person, [useOf(device)], { at: LATER, room }));
      },
    };

    for (const [name, prepare] of Object.entries(waysIn)) {
      it(`one more by ${name} ends the one that was longest unused, and tells of it in the same transaction`, async () => {
        const other = await Person.signedIn(test.store);
        const person = await withAll();
        const signIn = await prepare(person);
        const before = await listed(person);
        assert.equal(before.length, MOST);
        const { room, told } = noting(person);
        await signIn(room);
        assert.deepEqual(told, [before.at(-1)]);
        const after = await listed(person);
        assert.equal(after.length, MOST);
        assert.deepEqual(
          before.filter((id) => !after.includes(id)),
          told,
        );
        assert.deepEqual(
          await test.rows('SELECT event FROM mfa_audit_events WHERE subject = $1', person.id),
          [{ event: 'auth.session.ended' }],
        );
        assert.deepEqual(await listed(other), [other.session.id]);
      });
    }

    it('stay when one takes the place of another in the same browser', async () => {
      const person = await withAll();
      const { room, told } = noting(person);
      const replacing = { session: { id: person.session.id, entries: [] } };
      await test.store.beginSignIn(person.start(LATER, { room, replacing }));
      assert.deepEqual(told, []);
      assert.equal((await listed(person)).length, MOST);
    });

    it('do not count those that ended by themselves, and nobody is told of these', async () => {
      const person = await withAll();
      const { room, told } = noting(person);
      const at = START + 2 * HOUR;
      await test.store.beginSignIn(person.start(at, { room: { ...room, alive: aliveAt(at) } }));
      assert.deepEqual(told, []);
      assert.equal(await test.count('mfa_sessions', person.id), MOST);
    });

    it('are never more, however many are opened at once', async () => {
      const person = await withAll();
      const before = await listed(person);
      await Promise.all(Array.from({ length: 8 }, () => test.store.beginSignIn(person.start(LATER))));
      const after = await listed(person);
      assert.equal(after.length, MOST);
      assert.equal(after.filter((id) => !before.includes(id)).length, 8);
    });
  });
}
