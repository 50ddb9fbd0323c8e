import assert from 'node:assert/strict';
import { systemEntry } from '../../../activity/journal.ts';
import { BY_DEFAULT } from '../../../policy/policy.fixture.ts';
import type { DueReminder } from '../../../policy/policy.store.ts';
import { newId } from '../../../secrets/ids.ts';
import type { FactorRemoval } from '../../../sessions/sessions.store.ts';
import { DAY, Person, START } from '../person.ts';
import { race, type Race } from './race.ts';
import { totpFactorsOf } from '../totp-of.ts';

interface TwoFactors {
  readonly removal: FactorRemoval;
  readonly factors: readonly string[];
}

const here = (userId: string) => ({ userId, workspace: '', remindAt: START });

export const policyRaces: readonly Race[] = [
  race<{ readonly userId: string }>({
    title: 'sixteen requests that first see what is asked: one deadline, one event, one mail (R5)',
    contenders: 16,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const { id } = await Person.signedIn(store);
      return { userId: id };
    },
    async contend(store, { userId }, index) {
      const deadline = START + (14 + index) * DAY;
      const entry = systemEntry(START, userId, {
        event: 'auth.enforcement.grace_started',
        outcome: 'success',
        details: { deadline },
      });
      const stored = await store.startGrace({ ...here(userId), deadlines: { deadline } }, [entry]);
      return String(stored.deadline);
    },
    async judge({ rows, count }, { userId }, verdicts) {
      const [account] = await rows<{ deadline: number }>(
        'SELECT deadline FROM mfa_deadlines WHERE user_id = $1',
        userId,
      );
      assert.deepEqual(verdicts, { [String(account?.deadline)]: 16 }, 'all know the one that is stored');
      assert.equal(await count('mfa_outbox', userId), 1);
    },
  }),

  race<{ readonly due: DueReminder }>({
    title: 'sixteen workers with one reminder: one sends it (S1)',
    contenders: 16,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const { id } = await Person.signedIn(store);
      const deadlines = { deadline: START + 7 * DAY };
      await store.startGrace({ ...here(id), deadlines }, []);
      const due = await store.listDueReminders(START, undefined, 1000);
      return { due: due.find(({ userId }) => userId === id)! };
    },
    async contend(store, { due }) {
      const reminded = { event: 'auth.enforcement.reminded', outcome: 'success' } as const;
      const entries = [systemEntry(START, due.userId, reminded)];
      return (await store.moveReminder(due, START + 4 * DAY, entries)) ? 'sent' : 'left';
    },
    async judge({ count }, { due }, verdicts) {
      assert.deepEqual(verdicts, { sent: 1, left: 15 });
      assert.equal(await count('mfa_outbox', due.userId), 1);
    },
  }),

  race<TwoFactors>({
    title: 'sixteen removals of both factors of who has to have one: one factor stays (S7)',
    contenders: 16,
    rounds: 5,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const person = await Person.enrolled(store, { factors: 2 });
      const factors = (await totpFactorsOf(store, person.id)).map(({ id }) => id);
      return { removal: await person.removal({ keeping: 'factor' }), factors };
    },
    async contend(store, { removal, factors }, index) {
      // Some looked at the account before the first removal, some guess what it is after.
      const seen = { ...removal, epoch: removal.epoch + (index % 4 === 3 ? 1 : 0) };
      if (index % 8 === 5) return store.removeAllFactors(seen, () => []);
      return store.removeTotpFactor(seen, factors[index % 2]!, () => []);
    },
    async judge({ count }, { removal }, verdicts) {
      assert.equal(verdicts['removed'], 1);
      assert.equal(await count('mfa_totp_factors', removal.userId), 1);
    },
  }),

  race<{ readonly workspace: string }>({
    title: 'sixteen changes of one policy: each knows the one before it',
    contenders: 16,
    gate: ['mfa_policies'],
    prepare: () => Promise.resolve({ workspace: newId() }),
    async contend(store, { workspace }, index) {
      const policy = { ...BY_DEFAULT, graceDays: index + 100 };
      let before = '';
      await store.changePolicy({ workspace, policy, former: BY_DEFAULT }, (held) => {
        before = String(held.graceDays);
        return [];
      });
      return before;
    },
    async judge({ store }, { workspace }, verdicts) {
      const last = await store.findPolicy(workspace);
      const befores = Object.keys(verdicts);
      assert.equal(befores.length, 16, 'no two followed the same one');
      assert.ok(befores.includes(String(BY_DEFAULT.graceDays)));
      assert.ok(!befores.includes(String(last?.graceDays)), 'nothing followed the last one');
    },
  }),
];
