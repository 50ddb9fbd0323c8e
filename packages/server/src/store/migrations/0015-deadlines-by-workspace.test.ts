import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase } from '../open-store.ts';
import { sqlStore } from '../sql/sql-store.ts';
import { step, together } from '../sql/unit-of-work.ts';
import { inFile, inPostgres, type MakeDatabase } from '../testing/databases.ts';
import { DAY, START } from '../testing/person.ts';
import { MIGRATIONS } from './migrations.ts';

/** An account in the words of migration 0014: in a workspace, with what is owed. */
const account = (id: string, ...owed: readonly (number | null)[]): ReturnType<typeof step> =>
  step(
    `INSERT INTO mfa_accounts (user_id, epoch, created_at, workspace, deadline, passkey_deadline, exempt_until, remind_at)
     VALUES ($1, 3, $2, 'acme', $3, $4, $5, $6)`,
    id,
    START,
    ...owed,
  );

function overAnOlderDatabase(name: string, make: MakeDatabase): void {
  describe(`migration 0015 over a database of 0014 (${name})`, () => {
    it('keeps by when people owe what is asked of them where they are, who is exempt, and who is to be reminded (R5)', async () => {
      const place = await make();
      const database = openDatabase(place.url);
      const store = sqlStore(database);
      await database.migrate(MIGRATIONS.slice(0, 14), START);
      await database.transaction(() =>
        together([
          account('owing', START + DAY, START + 2 * DAY, START + 3 * DAY, START),
          account('exempt', null, null, START + DAY, null),
          account('free', null, null, null, null),
        ]),
      );

      const later = MIGRATIONS.slice(14).map((migration) => migration.name);
      assert.deepEqual(await store.migrate(START + 1), later);

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
      await store.close();
      await place.remove();
    });
  });
}

overAnOlderDatabase('SQLite', inFile);
overAnOlderDatabase('PostgreSQL', inPostgres);
