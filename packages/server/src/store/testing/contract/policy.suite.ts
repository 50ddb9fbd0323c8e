import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { systemEntry, type Entry } from '../../../activity/journal.ts';
import type { Deadlines, DueReminder } from '../../../policy/policy.store.ts';
import { newId } from '../../../secrets/ids.ts';
import type { AccountFacts } from '../../../sessions/account-facts.ts';
import type { MakeDatabase } from '../databases.ts';
import { addPasskey } from '../passkeys.ts';
import { DAY, Person, START } from '../person.ts';
import { rememberedSignIn, useOf } from './remembered-devices.suite.ts';
import { useStore } from '../test-store.ts';
import { totpFactorsOf } from '../totp-of.ts';

/** What the configuration says of a workspace that changed nothing. */
const FORMER = {
  required: false,
  graceDays: 14,
  roles: ['admin'],
  rememberDevice: true,
  phishingResistantRoles: [],
};
const STRICT = {
  required: true,
  graceDays: 0,
  roles: ['clerk', 'Überprüfer'],
  rememberDevice: false,
  phishingResistantRoles: ['admin'],
};

const told = (person: Person): readonly Entry[] => [
  systemEntry(START, person.id, { event: 'auth.enforcement.grace_started', outcome: 'success' }),
];

export function policyContract(make: MakeDatabase): void {
  describe('the policy of a workspace', () => {
    const test = useStore(make);

    it('is nothing before it was changed, and then what it was changed to', async () => {
      const workspace = newId();
      assert.equal(await test.store.findPolicy(workspace), undefined);
      await test.store.changePolicy({ workspace, policy: STRICT, former: FORMER }, () => []);
      assert.deepEqual(await test.store.findPolicy(workspace), STRICT);
      assert.equal(await test.store.findPolicy(`${workspace}-other`), undefined);
    });

    it('tells what held before: first the configuration’s, then its own', async () => {
      const [workspace, before]: [string, unknown[]] = [newId(), []];
      const change = (policy: typeof STRICT): Promise<void> =>
        test.store.changePolicy({ workspace, policy, former: FORMER }, (former) => {
          before.push(former);
          return [];
        });
      await change(STRICT);
      await change({ ...STRICT, graceDays: 3 });
      assert.deepEqual(before, [FORMER, STRICT]);
    });

    it('tells of no change that is none', async () => {
      const workspace = newId();
      let changes = 0;
      for (let time = 1; time <= 2; time += 1)
        await test.store.changePolicy({ workspace, policy: STRICT, former: FORMER }, () => {
          changes += 1;
          return [];
        });
      assert.equal(changes, 1);
    });

    it('comes with what is known of a person, wherever that is looked up', async () => {
      const workspace = newId();
      await test.store.changePolicy({ workspace, policy: STRICT, former: FORMER }, () => []);
      const person = new Person(test.store);
      await test.store.beginSignIn(
        person.start(START, { session: person.session, membership: { workspace } }),
      );
      const owed = { workspace, policy: STRICT };
      assert.deepEqual((await person.facts()).owed, owed);
      await person.addFactor();
      const pending = await test.store.findPendingSignIn(await person.beginSignIn(), START);
      assert.deepEqual(pending?.facts.owed, owed);
      const passkey = await addPasskey(person);
      const asked = { challengeHash: 'nothing', purpose: 'sign-in', owner: 'nobody' } as const;
      const taken = await test.store.takeCeremony(asked, passkey.credentialId, START);
      assert.deepEqual(taken.passkey?.account.owed, owed);
    });

    it('is another one for who is in another workspace now', async () => {
      const workspace = newId();
      const person = await Person.signedIn(test.store);
      assert.deepEqual((await person.facts()).owed, { workspace: '' });
      await test.store.changePolicy({ workspace, policy: STRICT, former: FORMER }, () => []);
      const owed = { workspace, policy: STRICT };
      assert.deepEqual(await test.store.enterWorkspace(person.id, { workspace }), owed);
      assert.deepEqual((await person.facts()).owed, owed);
      const elsewhere = { workspace: newId() };
      assert.deepEqual(await test.store.enterWorkspace(person.id, elsewhere), elsewhere);
    });
  });

  describe('a remembered device', () => {
    const test = useStore(make);

    for (const skips of [true, false]) {
      it(`${skips ? 'skips' : 'does not skip'} the challenge, as policy says of who signs in where they are now`, async () => {
        const workspace = newId();
        await test.store.changePolicy({ workspace, policy: STRICT, former: FORMER }, () => []);
        const person = await Person.enrolled(test.store);
        const device = await person.rememberDevice();
        const asked: AccountFacts[] = [];
        const signIn = rememberedSignIn(person, [useOf(device)], {
          membership: { workspace },
          maySkip: (facts) => asked.push(facts) > 0 && skips,
        });
        const { used, rotated, alive } = await test.store.signInRemembered(signIn);
        assert.deepEqual([used !== undefined, rotated.length], skips ? [true, 1] : [false, 0]);
        assert.equal(alive.get(device.seriesHash), device.expiresAt, 'and it lives on');
        assert.deepEqual(
          asked.map(({ userId, totpFactors, owed }) => [userId, totpFactors, owed]),
          [[person.id, 1, { workspace, policy: STRICT }]],
        );
      });
    }
  });

  describe('a deadline', () => {
    const test = useStore(make);
    const start = (person: Person, deadlines: Deadlines, workspace = ''): Promise<Deadlines> =>
      test.store.startGrace({ userId: person.id, workspace, deadlines, remindAt: undefined }, told(person));

    it('is written once and told of once, whatever it is to become later (R5)', async () => {
      const person = await Person.signedIn(test.store);
      const deadline = START + 14 * DAY;
      assert.deepEqual(await start(person, { deadline }), { deadline });
      for (const later of [deadline + DAY, START])
        assert.deepEqual(await start(person, { deadline: later }), { deadline });
      assert.deepEqual((await person.facts()).owed, { workspace: '', deadline });
      assert.equal(await test.count('mfa_outbox', person.id), 1);
    });

    it('for a passkey is another one, written once too (R5)', async () => {
      const person = await Person.signedIn(test.store);
      await start(person, { deadline: START });
      const both = { deadline: START, passkeyDeadline: START + DAY };
      assert.deepEqual(await start(person, { passkeyDeadline: START + DAY }), both);
      assert.deepEqual(await start(person, { deadline: 1, passkeyDeadline: 2 }), both);
      assert.equal(await test.count('mfa_outbox', person.id), 2);
    });

    it('is one of the person in a workspace: another has its own, and who comes back finds the former one (R5)', async () => {
      const person = await Person.signedIn(test.store);
      const [here, there] = [newId(), newId()];
      const enter = (workspace: string) => test.store.enterWorkspace(person.id, { workspace });
      assert.deepEqual(await enter(here), { workspace: here });
      await start(person, { deadline: START + DAY }, here);
      assert.deepEqual(await enter(there), { workspace: there });
      const generous = { deadline: START + 365 * DAY, passkeyDeadline: START + 365 * DAY };
      assert.deepEqual(await start(person, generous, there), generous);
      assert.deepEqual((await person.facts()).owed, { workspace: there, ...generous });
      assert.deepEqual(await enter(here), { workspace: here, deadline: START + DAY });
      assert.deepEqual(await start(person, { deadline: START + 30 * DAY }, here), { deadline: START + DAY });
      assert.deepEqual((await person.facts()).owed, { workspace: here, deadline: START + DAY });
      assert.equal(await test.count('mfa_outbox', person.id), 2, 'told once in each');
    });

    it('is none of an account that is gone: nothing of a person outlives them', async () => {
      const person = await Person.signedIn(test.store);
      await start(person, { deadline: START });
      await test.store.forgetUser(person.id);
      assert.deepEqual(await start(person, { deadline: START }), {});
      assert.equal(await test.count('mfa_deadlines', person.id), 0);
      assert.equal(await test.count('mfa_outbox', person.id), 0);
    });

    it('survives new sign-ins, factors, removals and a reset (R5)', async () => {
      const person = await Person.signedIn(test.store);
      const deadline = START + DAY;
      await start(person, { deadline });
      const factorId = await person.addFactor();
      await test.store.removeTotpFactor(await person.removal(), factorId, () => []);
      await test.store.beginSignIn(person.start(START, { membership: { workspace: '', role: 'other' } }));
      assert.equal((await person.facts()).owed.deadline, deadline);
      await test.store.resetAccount(person.id, { workspace: '' }, { now: START, seenSince: 0 }, () => []);
      const again = person.start();
      await test.store.beginSignIn({ ...again, session: (person.session = again.session) });
      assert.equal((await person.facts()).owed.deadline, deadline);
    });
  });

  describe('a reminder', () => {
    const test = useStore(make);

    const deadlines = { deadline: START + 7 * DAY };
    async function owing(remindAt: number): Promise<Person> {
      const person = await Person.signedIn(test.store);
      await test.store.startGrace({ userId: person.id, workspace: '', deadlines, remindAt }, []);
      return person;
    }
    const dueOf = async (person: Person, now: number): Promise<DueReminder | undefined> =>
      (await test.store.listDueReminders(now, undefined, 1000)).find(({ userId }) => userId === person.id);

    it('is due from its time on, with what is known of the person', async () => {
      const person = await owing(START + DAY);
      assert.equal(await dueOf(person, START + DAY - 1), undefined);
      assert.deepEqual(await dueOf(person, START + DAY), {
        userId: person.id,
        workspace: '',
        deadlines,
        remindAt: START + DAY,
        facts: await person.facts(),
      });
    });

    it('is one of the workspace that it was made in, wherever the person is now', async () => {
      const person = await owing(START);
      const workspace = newId();
      await test.store.enterWorkspace(person.id, { workspace });
      const due = (await dueOf(person, START))!;
      assert.deepEqual([due.workspace, due.deadlines, due.facts.owed], ['', deadlines, { workspace }]);
    });

    it('goes on to the next one once, and to none at the end (S1)', async () => {
      const person = await owing(START);
      const due = (await dueOf(person, START))!;
      assert.equal(await test.store.moveReminder(due, START + DAY, told(person)), true);
      assert.equal(await test.store.moveReminder(due, START + DAY, told(person)), false);
      assert.equal(await test.count('mfa_outbox', person.id), 1);
      assert.equal(await dueOf(person, START), undefined);
      const next = (await dueOf(person, START + DAY))!;
      assert.equal(await test.store.moveReminder(next, undefined, []), true);
      assert.equal(await dueOf(person, START + 100 * DAY), undefined);
    });

    it('waits for another look when the account changed since it was looked at', async () => {
      const person = await owing(START);
      const due = (await dueOf(person, START))!;
      await person.addFactor();
      assert.equal(await test.store.moveReminder(due, undefined, told(person)), false);
      assert.equal(await test.count('mfa_outbox', person.id), 0);
      assert.equal((await dueOf(person, START))?.facts.totpFactors, 1);
    });

    it('is listed with others page by page, nobody left out and nobody twice', async () => {
      const people = [await owing(START - DAY), await owing(START - DAY), await owing(START - DAY)];
      for (const workspace of ['one', 'two', 'three'])
        await test.store.startGrace({ userId: people[0]!.id, workspace, deadlines, remindAt: START }, []);
      const found: DueReminder[] = [];
      for (let page = await test.store.listDueReminders(START, undefined, 2); page.length > 0;) {
        found.push(...page);
        page = await test.store.listDueReminders(START, found.at(-1), 2);
      }
      const names = found.map(({ userId, workspace }) => `${userId} ${workspace}`);
      assert.equal(new Set(names).size, names.length);
      for (const { id } of people) assert.ok(names.includes(`${id} `));
      for (const workspace of ['one', 'two', 'three'])
        assert.ok(names.includes(`${people[0]!.id} ${workspace}`));
    });
  });

  describe('the last factor', () => {
    const test = useStore(make);

    it('stays where policy asks for one, and everything with it (S7)', async () => {
      const person = await Person.enrolled(test.store);
      const removal = await person.removal({ keeping: 'factor' });
      for (const outcome of [
        await test.store.removeTotpFactor(removal, person.factorId, () => []),
        await test.store.removeAllFactors(removal, () => []),
      ])
        assert.equal(outcome, 'last-factor');
      const { epoch, totpFactors, recoveryCodes } = await person.facts();
      assert.deepEqual([epoch, totpFactors, recoveryCodes?.remaining], [removal.epoch, 1, 10]);
    });

    it('is the last one only: another may go, of whatever kind', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const first = await person.removal({ keeping: 'factor' });
      assert.equal(await test.store.removeTotpFactor(first, person.factorId, () => []), 'removed');
      const passkey = await addPasskey(person);
      const second = await person.removal({ keeping: 'factor' });
      assert.equal(await test.store.removePasskey(second, passkey.id, () => []), 'removed');
    });

    it('is the last passkey where policy asks for one, however many authenticator apps there are (S7)', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const passkey = await addPasskey(person);
      const removal = await person.removal({ keeping: 'passkey' });
      assert.equal(await test.store.removePasskey(removal, passkey.id, () => []), 'last-factor');
      assert.equal(await test.store.removeTotpFactor(removal, person.factorId, () => []), 'removed');
    });

    it('is the last one that still works: a locked authenticator is no factor to stay with (L2)', async () => {
      const person = await Person.enrolled(test.store);
      const passkey = await addPasskey(person);
      await test.rows(
        'UPDATE mfa_totp_factors SET locked_at = $2 WHERE user_id = $1 RETURNING id',
        person.id,
        START,
      );
      const removal = await person.removal({ keeping: 'factor' });
      assert.equal(await test.store.removePasskey(removal, passkey.id, () => []), 'last-factor');
      assert.equal(await test.store.removeTotpFactor(removal, person.factorId, () => []), 'removed');
    });

    it('leaves the recovery codes with who has a locked authenticator only, and nothing asked of them', async () => {
      const person = await Person.enrolled(test.store);
      const passkey = await addPasskey(person);
      await test.rows(
        'UPDATE mfa_totp_factors SET locked_at = $2 WHERE user_id = $1 RETURNING id',
        person.id,
        START,
      );
      assert.equal(await test.store.removePasskey(await person.removal(), passkey.id, () => []), 'removed');
      assert.equal((await person.facts()).recoveryCodes?.remaining, 10);
    });

    it('is any one while there is no passkey yet', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const [one, other] = await totpFactorsOf(test.store, person.id);
      const removal = await person.removal({ keeping: 'passkey' });
      assert.equal(await test.store.removeTotpFactor(removal, one!.id, () => []), 'removed');
      const again = await person.removal({ keeping: 'passkey' });
      assert.equal(await test.store.removeTotpFactor(again, other!.id, () => []), 'last-factor');
    });

    it('is nothing to who has none: turning off what is off changes nothing', async () => {
      const person = await Person.signedIn(test.store);
      const removal = await person.removal({ keeping: 'factor' });
      assert.equal(await test.store.removeAllFactors(removal, () => []), 'removed');
    });
  });
}
