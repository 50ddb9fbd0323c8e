import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Happening } from '../../../activity/audit-event.ts';
import type { Membership } from '../../../sessions/membership.ts';
import type { MakeDatabase } from '../databases.ts';
import { doing } from '../events.ts';
import { addPasskey, useOf as usePasskey } from '../passkeys.ts';
import { DAY, Person, roomAt, START } from '../person.ts';
import { useStore } from '../test-store.ts';
import { rememberedSignIn, useOf } from './remembered-devices.suite.ts';

const TODAY = Math.floor(START / DAY);
const complete: Happening = { event: 'auth.sign_in.success', outcome: 'success', method: 'password' };

export function adoptionContract(make: MakeDatabase): void {
  describe('what a person is in their workspace', () => {
    const test = useStore(make);
    const acme: Membership = { workspace: 'acme', role: 'admin', tier: 'pro' };
    const stored = async ({ id }: Person): Promise<unknown> => {
      const [row] = await test.rows('SELECT workspace, role, tier FROM mfa_accounts WHERE user_id = $1', id);
      return row;
    };

    it('is what the host said at the last sign-in, whichever way that was', async () => {
      const person = await Person.enrolled(test.store);
      assert.deepEqual(await stored(person), { workspace: '', role: null, tier: null });
      await test.store.beginSignIn(person.start(START, { membership: acme }));
      assert.deepEqual(await stored(person), acme);

      const device = await person.rememberDevice();
      assert.deepEqual(await stored(person), acme, 'where nothing is said, it stays');
      await test.store.signInRemembered({
        ...rememberedSignIn(person, [useOf(device)]),
        membership: { workspace: 'acme', role: 'member' },
      });
      assert.deepEqual(await stored(person), { workspace: 'acme', role: 'member', tier: null });

      const passkey = await addPasskey(person);
      const byPasskey = (membership: Membership) =>
        test.store.completePasskeySignIn({
          spent: usePasskey(passkey),
          session: person.newSession(),
          room: roomAt(START),
          membership,
          replacing: {},
          entries: [],
          cancelled: () => [],
        });
      assert.equal(await byPasskey({ workspace: 'acme', role: 'member', tier: 'free' }), 'completed');
      assert.deepEqual(await stored(person), { workspace: 'acme', role: 'member', tier: 'free' });
      assert.equal(await byPasskey({ workspace: 'elsewhere' }), 'completed');
      assert.deepEqual(await stored(person), { workspace: 'elsewhere', role: null, tier: null });
    });
  });

  describe('counting the days', () => {
    const test = useStore(make);

    async function signedInAt(at: number): Promise<Person> {
      const person = new Person(test.store, at);
      await test.store.beginSignIn(
        person.start(at, {
          session: person.session,
          membership: { workspace: 'acme' },
          entries: () => doing(person.id, { at, sessionId: person.session.id })(complete),
        }),
      );
      return person;
    }

    it('begins with the first day of the audit, counts each day once, and none that is not over', async () => {
      await signedInAt(START);
      await signedInAt(START + DAY);
      const counted = await Promise.all([1, 2, 3, 4].map(() => test.store.countNextDay(TODAY + 2)));
      assert.deepEqual(counted.filter((day) => day !== undefined).sort(), [TODAY, TODAY + 1]);
      const { amounts, countedUntil } = await test.store.listDays('acme', {
        from: TODAY - 1,
        until: TODAY + 5,
      });
      assert.equal(countedUntil, TODAY + 2);
      assert.deepEqual(amounts.map(({ day, measure, amount }) => [day - TODAY, measure, amount]).sort(), [
        [0, 'enrolled', 0],
        [0, 'people', 1],
        [0, 'sign-in', 1],
        [1, 'enrolled', 0],
        [1, 'people', 2],
        [1, 'sign-in', 1],
      ]);
    });

    it('takes what is not counted yet from the audit, of one workspace or of all', async () => {
      await signedInAt(START + 3 * DAY);
      for (const workspace of ['acme', undefined]) {
        const { amounts } = await test.store.listDays(workspace, { from: TODAY, until: TODAY + 4 });
        assert.deepEqual(
          amounts
            .filter(({ measure }) => measure === 'sign-in')
            .map(({ day, amount }) => [day - TODAY, amount])
            .sort(),
          [
            [0, 1],
            [1, 1],
            [3, 1],
          ],
        );
      }
      assert.deepEqual((await test.store.listDays('other', { from: TODAY, until: TODAY + 4 })).amounts, []);
    });

    it('goes no further than what is recorded, and takes back what a clock counted that was ahead', async () => {
      const progress = async (): Promise<number> => {
        const { countedUntil } = await test.store.listDays('acme', { from: TODAY, until: TODAY + 1 });
        return countedUntil - TODAY;
      };
      for (let day = 2; day <= 3; day += 1)
        assert.equal(await test.store.countNextDay(TODAY + 40), TODAY + day);
      assert.equal(await test.store.countNextDay(TODAY + 40), undefined);
      assert.equal(await progress(), 4);
      await signedInAt(START + 2 * DAY);
      assert.equal(await test.store.countNextDay(TODAY + 2), undefined);
      assert.equal(await progress(), 2);
      assert.equal(await test.store.countNextDay(TODAY + 3), TODAY + 2);
      const { amounts } = await test.store.listDays('acme', { from: TODAY + 2, until: TODAY + 3 });
      assert.deepEqual(amounts.map(({ measure, amount }) => [measure, amount]).sort(), [
        ['enrolled', 0],
        ['people', 3],
        ['sign-in', 1],
      ]);
    });

    it('is forgotten with its day', async () => {
      assert.equal(await test.store.forgetDays(TODAY + 1), 3);
      assert.equal(await test.store.forgetDays(TODAY + 1), 0);
      const { amounts } = await test.store.listDays('acme', { from: TODAY, until: TODAY + 2 });
      assert.deepEqual([...new Set(amounts.map(({ day }) => day - TODAY))], [1]);
    });
  });
}
