import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Happening } from '../../../activity/audit-event.ts';
import type { Policy } from '../../../policy/policy.ts';
import { newId } from '../../../secrets/ids.ts';
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

  describe('administrators', () => {
    const test = useStore(make);
    const policy = { required: false, graceDays: 14, roles: ['owner'], rememberDevice: true };
    const CONFIGURED: Policy = { ...policy, phishingResistantRoles: ['auditor'] };

    /** The administrators among people of each role in a workspace of their own. */
    async function adminsOf(workspace: string): Promise<number> {
      const groups = await test.store.countPeople(
        { from: 0, until: START + DAY, newSince: START },
        workspace,
      );
      return groups.filter(({ admin }) => admin).reduce((sum, { people }) => sum + people, 0);
    }
    async function workspaceWith(...roles: string[]): Promise<string> {
      const workspace = newId();
      for (const role of roles) {
        const person = new Person(test.store);
        await test.store.beginSignIn(
          person.start(START, {
            session: person.session,
            membership: { workspace, role },
            entries: () => doing(person.id, { at: START, sessionId: person.session.id })(complete),
          }),
        );
      }
      return workspace;
    }

    it('are those whose role the configuration names, as long as their workspace has no policy', async () => {
      const workspace = await workspaceWith('admin', 'owner', 'auditor', 'member');
      assert.equal(await adminsOf(workspace), 1);
      await test.store.noteAskedRoles(['owner', 'auditor']);
      assert.equal(await adminsOf(workspace), 3);
      const { admins } = await test.store.review(START, START);
      assert.equal(admins, 3);
      await test.store.changePolicy(
        { workspace, policy: { ...CONFIGURED, roles: ['member'] }, former: CONFIGURED },
        () => [],
      );
      assert.equal(await adminsOf(workspace), 3, 'admin, member, and auditor, who has to have a passkey');
      await test.store.noteAskedRoles(['auditor']);
      assert.equal(await adminsOf(await workspaceWith('owner', 'auditor')), 1);
      await test.store.noteAskedRoles([]);
      assert.equal(await adminsOf(await workspaceWith('owner', 'auditor')), 0);
    });

    it('go by the configuration still when somebody asked for exactly that', async () => {
      const workspace = newId();
      await test.store.changePolicy({ workspace, policy: CONFIGURED, former: CONFIGURED }, () => []);
      assert.equal(await test.store.findPolicy(workspace), undefined);
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
      assert.deepEqual(counted.flatMap((one) => one?.day ?? []).sort(), [TODAY, TODAY + 1]);
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
        assert.deepEqual(await test.store.countNextDay(TODAY + 40), { day: TODAY + day, isCounted: true });
      assert.equal(await test.store.countNextDay(TODAY + 40), undefined);
      assert.equal(await progress(), 4);
      await signedInAt(START + 2 * DAY);
      assert.equal(await test.store.countNextDay(TODAY + 2), undefined);
      assert.equal(await progress(), 2);
      assert.deepEqual(await test.store.countNextDay(TODAY + 3), { day: TODAY + 2, isCounted: true });
      const { amounts } = await test.store.listDays('acme', { from: TODAY + 2, until: TODAY + 3 });
      assert.deepEqual(amounts.map(({ measure, amount }) => [measure, amount]).sort(), [
        ['enrolled', 0],
        ['people', 3],
        ['sign-in', 1],
      ]);
    });

    it('goes on where it came to when there are more accounts than one call looks at', async () => {
      await test.rows(
        `INSERT INTO mfa_accounts (user_id, epoch, created_at, workspace)
         WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 4500)
         SELECT 'many ' || n, 0, CAST($1 AS BIGINT), 'acme' FROM counted`,
        START,
      );
      await signedInAt(START + 3 * DAY);
      const calls: unknown[] = [];
      for (let call = 1; call <= 4; call += 1) calls.push(await test.store.countNextDay(TODAY + 4));
      const day = TODAY + 3;
      assert.deepEqual(calls, [
        { day, isCounted: false },
        { day, isCounted: false },
        { day, isCounted: true },
        undefined,
      ]);
      const { amounts } = await test.store.listDays('acme', { from: day, until: day + 1 });
      const people = amounts.find(({ measure }) => measure === 'people');
      assert.equal(people?.amount, 5);
    });

    it('tells of all people, however many looks it takes', async () => {
      const span = { from: START, until: START + 4 * DAY, newSince: START };
      const all = await test.store.countPeople(span, 'acme');
      assert.equal(
        all.reduce((sum, { people }) => sum + people, 0),
        5,
      );
      const figures = await test.store.review(START + 4 * DAY, START);
      assert.deepEqual([figures.accounts, figures.unused], [4_505, 4_500]);
      let [after, looks, people]: [string | undefined, number, number] = ['', 0, 0];
      for (; after !== undefined; looks += 1) {
        const { groups, last }: Awaited<ReturnType<typeof test.store.countNextPeople>> =
          await test.store.countNextPeople(span, after);
        people += groups.reduce((sum, group) => sum + group.people, 0);
        after = last;
      }
      assert.deepEqual([looks, people], [3, 5]);
    });

    it('is forgotten with its day', async () => {
      assert.equal(await test.store.forgetDays(TODAY + 1), 3);
      assert.equal(await test.store.forgetDays(TODAY + 1), 0);
      const { amounts } = await test.store.listDays('acme', { from: TODAY, until: TODAY + 2 });
      assert.deepEqual([...new Set(amounts.map(({ day }) => day - TODAY))], [1]);
    });
  });
}
