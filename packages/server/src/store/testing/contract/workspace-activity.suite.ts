import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActivityPage } from '../../../activity/activity.store.ts';
import type { MakeDatabase } from '../databases.ts';
import { doing, everything, failed, namesOf, positionOf, signedIn } from '../events.ts';
import { DAY, Person, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function workspaceActivityContract(make: MakeDatabase): void {
  describe('the activity of a workspace', () => {
    const test = useStore(make);
    const list = (workspace: string, page: Partial<ActivityPage> & { subject?: string } = {}) =>
      test.store.listWorkspaceActivity(workspace, { ...everything, ...page });

    async function member(workspace: string): Promise<Person> {
      const person = new Person(test.store);
      await test.store.beginSignIn(
        person.start(START, { membership: { workspace }, entries: () => doing(person.id)(signedIn) }),
      );
      return person;
    }

    it('is what happened to those who are in it, from their first sign-in on', async () => {
      const [ada, grace, stranger] = [await member('w1'), await member('w1'), await member('w2')];
      await test.store.recordEntries([...doing(ada.id)(failed), ...doing(stranger.id)(failed)]);
      const events = await list('w1');
      assert.deepEqual(
        events.map(({ subject, event }) => [subject, event]),
        [
          [ada.id, 'auth.2fa.failure'],
          [grace.id, 'auth.sign_in.success'],
          [ada.id, 'auth.sign_in.success'],
        ],
      );
      assert.ok(events.every(({ workspace }) => workspace === 'w1'));
    });

    it('is of one of them, where that is asked for, and never of somebody elsewhere', async () => {
      const [ada, stranger] = [await member('w3'), await member('w4')];
      await member('w3');
      assert.deepEqual(
        (await list('w3', { subject: ada.id })).map(({ subject }) => subject),
        [ada.id],
      );
      assert.deepEqual(await list('w3', { subject: stranger.id }), []);
    });

    it('stays where it happened when a person moves', async () => {
      const person = await member('w5');
      const moved = person.start(START + DAY, {
        membership: { workspace: 'w6' },
        entries: () => doing(person.id, { at: START + DAY })(signedIn),
      });
      await test.store.beginSignIn(moved);
      await test.store.beginSignIn(
        person.start(START + 2 * DAY, { entries: () => doing(person.id, { at: START + 2 * DAY })(signedIn) }),
      );
      assert.deepEqual([(await list('w5')).length, (await list('w6')).length], [1, 2]);
    });

    it('finds by an address what administrators did too: it is they who ask', async () => {
      const person = await member('w7');
      const [entry] = doing(person.id, { ip: '198.51.100.7' })({
        event: 'auth.2fa.disabled',
        outcome: 'success',
      });
      await test.store.recordEntries([{ event: { ...entry!.event, actor: { kind: 'admin', id: 'boss' } } }]);
      assert.deepEqual(namesOf(await list('w7', { ip: '198.51.100.7' })), ['auth.2fa.disabled']);
    });

    it('is read on from any event', async () => {
      for (let number = 0; number < 5; number += 1) await member('w8');
      const all = await list('w8');
      assert.equal(all.length, 5);
      const first = await list('w8', { most: 2 });
      const rest = await list('w8', { before: positionOf(first.at(-1)!) });
      assert.deepEqual([...first, ...rest], all);
      const gone = await list('w8', { before: { at: START + 1, id: '0123456789abcdef' } });
      assert.deepEqual(gone, all);
    });
  });
}
