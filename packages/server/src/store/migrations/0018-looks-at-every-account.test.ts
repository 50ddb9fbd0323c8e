import assert from 'node:assert/strict';
import { step } from '../sql/unit-of-work.ts';
import { doing } from '../testing/events.ts';
import { testOverOlderDatabase } from '../testing/older-database.ts';
import { DAY, START } from '../testing/person.ts';

const TODAY = Math.floor(START / DAY);

testOverOlderDatabase(
  18,
  'keeps the days that were counted, and counting goes on where it was',
  async ({ store, write, migrate }) => {
    await write(
      step(
        "INSERT INTO mfa_accounts (user_id, epoch, created_at, workspace) VALUES ('ada', 3, $1, 'acme')",
        START,
      ),
      step('INSERT INTO mfa_adoption_progress (id, counted_until) VALUES (1, $1)', TODAY),
      step("INSERT INTO mfa_adoption_days VALUES ('acme', $1, 'people', '', 7)", TODAY - 1),
    );
    const signedIn = { event: 'auth.sign_in.success', outcome: 'success' } as const;
    await store.recordEntries(doing('ada', { sessionId: 'a session' })(signedIn));

    await migrate();

    assert.deepEqual(await store.countNextDay(TODAY + 1), { day: TODAY, isCounted: true });
    const { amounts } = await store.listDays('acme', { from: TODAY - 1, until: TODAY + 1 });
    const people = amounts.filter(({ measure }) => measure === 'people');
    assert.deepEqual(people.map(({ day, amount }) => [day, amount]).sort(), [
      [TODAY - 1, 7],
      [TODAY, 1],
    ]);
  },
);
