import assert from 'node:assert/strict';
import { step } from '../sql/unit-of-work.ts';
import { testOverOlderDatabase } from '../testing/older-database.ts';
import { DAY, START } from '../testing/person.ts';

/** An account in the words of migration 0014: in a workspace, with what is owed. */
const account = (id: string, ...owed: readonly (number | null)[]): ReturnType<typeof step> =>
  step(
    `INSERT INTO mfa_accounts (user_id, epoch, created_at, workspace, deadline, passkey_deadline, exempt_until, remind_at)
     VALUES ($1, 3, $2, 'acme', $3, $4, $5, $6)`,
    id,
    START,
    ...owed,
  );

testOverOlderDatabase(
  15,
  'keeps by when people owe what is asked of them where they are, who is exempt, and who is to be reminded (R5)',
  async ({ store, write, migrate }) => {
    await write(
      account('owing', START + DAY, START + 2 * DAY, START + 3 * DAY, START),
      account('exempt', null, null, START + DAY, null),
      account('free', null, null, null, null),
    );

    await migrate();

    const people = ['owing', 'exempt', 'free'];
    const owed = async (workspace: string): Promise<Record<string, unknown>> =>
      Object.fromEntries(
        (await store.findMembers(people, workspace)).map(({ facts }) => [facts.userId, facts.owed]),
      );
    const [workspace, nothing] = ['acme', { workspace: 'elsewhere' }];
    const deadlines = { deadline: START + DAY, passkeyDeadline: START + 2 * DAY };
    assert.deepEqual(await owed(workspace), {
      owing: { workspace, ...deadlines, exemptUntil: START + 3 * DAY },
      exempt: { workspace, exemptUntil: START + DAY },
      free: { workspace },
    });
    assert.deepEqual(await owed('elsewhere'), { owing: nothing, exempt: nothing, free: nothing });
    const due = await store.listDueReminders(START, undefined, 10);
    assert.deepEqual(
      due.map((one) => [one.userId, one.workspace, one.deadlines, one.remindAt]),
      [['owing', workspace, deadlines, START]],
    );
  },
);
