import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase } from '../open-store.ts';
import { sqlStore } from '../sql/sql-store.ts';
import { step, together } from '../sql/unit-of-work.ts';
import { inFile, inPostgres, type MakeDatabase } from '../testing/databases.ts';
import { doing } from '../testing/events.ts';
import { DAY, START } from '../testing/person.ts';
import { MIGRATIONS } from './migrations.ts';

const TODAY = Math.floor(START / DAY);

function overAnOlderDatabase(name: string, make: MakeDatabase): void {
  describe(`migration 0018 over a database of 0017 (${name})`, () => {
    it('keeps the days that were counted, and counting goes on where it was', async () => {
      const place = await make();
      const database = openDatabase(place.url);
      const store = sqlStore(database);
      await database.migrate(MIGRATIONS.slice(0, 17), START);
      await database.transaction(() =>
        together([
          step(
            "INSERT INTO mfa_accounts (user_id, epoch, created_at, workspace) VALUES ('ada', 3, $1, 'acme')",
            START,
          ),
          step('INSERT INTO mfa_adoption_progress (id, counted_until) VALUES (1, $1)', TODAY),
          step("INSERT INTO mfa_adoption_days VALUES ('acme', $1, 'people', '', 7)", TODAY - 1),
        ]),
      );
      const signedIn = { event: 'auth.sign_in.success', outcome: 'success' } as const;
      await store.recordEntries(doing('ada', { sessionId: 'a session' })(signedIn));

      const later = MIGRATIONS.slice(17).map((migration) => migration.name);
      assert.deepEqual(await store.migrate(START + 1), later);

      assert.deepEqual(await store.countNextDay(TODAY + 1), { day: TODAY, isCounted: true });
      const { amounts } = await store.listDays('acme', { from: TODAY - 1, until: TODAY + 1 });
      const people = amounts.filter(({ measure }) => measure === 'people');
      assert.deepEqual(people.map(({ day, amount }) => [day, amount]).sort(), [
        [TODAY - 1, 7],
        [TODAY, 1],
      ]);
      await store.close();
      await place.remove();
    });
  });
}

overAnOlderDatabase('SQLite', inFile);
overAnOlderDatabase('PostgreSQL', inPostgres);
