import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberRecord } from '../../../administration/members.store.ts';
import type { MakeDatabase } from '../databases.ts';
import { doing, everything, namesOf, signedIn } from '../events.ts';
import { DAY, HOUR, Person, START } from '../person.ts';
import { useStore } from '../test-store.ts';

const owedOf = (member: MemberRecord | undefined): unknown[] => [
  member?.facts.owed.deadline,
  member?.facts.owed.exemptUntil,
];

export function membersContract(make: MakeDatabase): void {
  describe('what is known of the members of a workspace', () => {
    const test = useStore(make);

    it('is what they have, for those who were asked for and no others', async () => {
      const [enrolled, bare] = [await Person.enrolled(test.store), await Person.signedIn(test.store)];
      await Person.enrolled(test.store);
      const found = await test.store.findMembers([enrolled.id, 'never-signed-in', bare.id], '');
      const factors = found.map(({ facts }) => [facts.userId, facts.totpFactors, facts.passkeys]);
      assert.deepEqual(
        new Set(factors.map((one) => one.join())),
        new Set([`${enrolled.id},1,0`, `${bare.id},0,0`]),
      );
      assert.deepEqual(await test.store.findMembers([], ''), []);
    });

    it('tells when they last signed in all the way: half a sign-in is none', async () => {
      const person = await Person.signedIn(test.store);
      const lastSignIn = async (): Promise<number | undefined> =>
        (await test.store.findMembers([person.id], ''))[0]?.lastSignInAt;
      assert.equal(await lastSignIn(), undefined);
      for (const at of [START + HOUR, START + DAY, START + 2 * HOUR])
        await test.store.recordEntries(doing(person.id, { at, sessionId: 'session-1' })(signedIn));
      await test.store.recordEntries(doing(person.id, { at: START + 2 * DAY })(signedIn));
      const failed = { event: 'auth.sign_in.failure', outcome: 'failure' } as const;
      await test.store.recordEntries(
        doing(person.id, { at: START + 3 * DAY, sessionId: 'session-1' })(failed),
      );
      assert.equal(await lastSignIn(), START + DAY);
    });
  });

  describe('exempting a member', () => {
    const test = useStore(make);
    const exempted = { event: 'auth.enforcement.exempted', outcome: 'success' } as const;

    it('writes until when, with its event, and leaves the deadline (R5)', async () => {
      const person = await Person.signedIn(test.store);
      const deadline = START + 14 * DAY;
      const deadlines = { deadline };
      await test.store.startGrace({ userId: person.id, workspace: '', deadlines, remindAt: undefined }, []);
      const told: unknown[] = [];
      const exempt = (until: number): Promise<void> =>
        test.store.exemptMember(
          { userId: person.id, membership: { workspace: '' }, now: START, until },
          (stored) => {
            told.push(stored);
            return person.entries(exempted);
          },
        );
      await exempt(START + 30 * DAY);
      const [found] = await test.store.findMembers([person.id], '');
      assert.deepEqual(owedOf(found), [deadline, START + 30 * DAY]);
      const events = await test.store.listActivity(person.id, everything);
      assert.deepEqual(namesOf(events), ['auth.enforcement.exempted']);
      await exempt(START + DAY);
      const [shortened] = await test.store.findMembers([person.id], '');
      assert.deepEqual(owedOf(shortened), [deadline, START + DAY]);
      assert.deepEqual(told, [deadline, deadline]);
    });

    it('holds where it was granted, and nowhere else', async () => {
      const person = await Person.signedIn(test.store);
      const exemption = { userId: person.id, now: START, until: START + DAY };
      await test.store.exemptMember({ ...exemption, membership: { workspace: 'here' } }, () => []);
      const exemptIn = async (workspace: string): Promise<unknown[]> => {
        const [found] = await test.store.findMembers([person.id], workspace);
        return [found?.facts.owed.workspace, found?.facts.owed.exemptUntil];
      };
      assert.deepEqual(await exemptIn('here'), ['here', START + DAY]);
      assert.deepEqual(await exemptIn('elsewhere'), ['elsewhere', undefined]);
      const membership = { workspace: 'elsewhere' };
      assert.deepEqual(await test.store.enterWorkspace(person.id, membership), membership);
    });

    it('is counted for a review while it lasts, where the person is', async () => {
      const person = await Person.signedIn(test.store);
      const exemptAt = async (now: number): Promise<number> => (await test.store.review(now, START)).exempt;
      const before = await exemptAt(START);
      for (const [workspace, more] of [
        ['another one', 0],
        ['', 1],
      ] as const) {
        const exemption = { userId: person.id, membership: { workspace }, now: START, until: START + DAY };
        await test.store.exemptMember(exemption, () => []);
        await test.store.enterWorkspace(person.id, { workspace: '' });
        assert.equal(await exemptAt(START), before + more, workspace);
      }
      assert.equal(await exemptAt(START + DAY), 0);
    });

    it('holds for somebody who never signed in', async () => {
      const person = new Person(test.store);
      await test.store.exemptMember(
        { userId: person.id, membership: { workspace: '' }, now: START, until: START + DAY },
        (deadline) => {
          assert.equal(deadline, undefined);
          return [];
        },
      );
      await test.store.beginSignIn(person.start(START, { session: person.session }));
      const [found] = await test.store.findMembers([person.id], '');
      assert.deepEqual(owedOf(found), [undefined, START + DAY]);
    });
  });
}
