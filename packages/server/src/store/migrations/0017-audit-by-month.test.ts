import assert from 'node:assert/strict';
import { idsFrom } from '../../secrets/ids.ts';
import { all, step } from '../sql/unit-of-work.ts';
import { testOverOlderDatabase } from '../testing/older-database.ts';
import { DAY, Person, START } from '../testing/person.ts';

/** Moments of several months, to the millisecond at which one ends, and two that no clock should have shown. */
const MOMENTS = [
  0,
  Date.UTC(2025, 10, 30, 23, 59, 59, 999),
  Date.UTC(2025, 11, 1),
  Date.UTC(2025, 11, 31, 23, 59, 59, 999),
  Date.UTC(2026, 0, 1),
  START - DAY,
  Date.UTC(9000, 0, 1),
];

/** An event in the words of migration 0016. */
const event = (subject: string, at: number, name = 'auth.sign_in.success', once?: string) =>
  step(
    `INSERT INTO mfa_audit_events (subject, id, at, event, outcome, actor_kind, details, workspace, once)
     VALUES ($1, $2, $3, $4, 'success', 'user', '{"kept":true}', 'acme', $5)`,
    subject,
    `${idsFrom(at)}0000000100000000${name.length.toString(16).padStart(8, '0')}`,
    at,
    name,
    once ?? null,
  );

testOverOlderDatabase(
  17,
  'keeps every event of every month, what was written once, and who had an incident',
  async ({ database, store, write, migrate }) => {
    const { id } = new Person(store);
    await write(
      step('INSERT INTO mfa_accounts (user_id, epoch, created_at) VALUES ($1, 3, $2)', id, START),
      ...MOMENTS.map((at) => event(id, at)),
      event(id, START - 2 * DAY, 'auth.2fa.factor_locked'),
      event(id, START - DAY, 'auth.2fa.factor_locked'),
      event('', START - DAY, 'auth.2fa.failure', 'a text'),
    );
    const stored = (): Promise<readonly unknown[]> =>
      database.read(() =>
        all('SELECT subject, id, at, event, details, workspace FROM mfa_audit_events ORDER BY subject, id'),
      );
    const before = await stored();
    assert.equal(before.length, MOMENTS.length + 3);

    await migrate();
    assert.deepEqual(await stored(), before);

    const read = await store.listActivity(id, { most: 100 });
    assert.deepEqual(
      read.filter((one) => one.event === 'auth.sign_in.success').map(({ at }) => at),
      MOMENTS.toReversed(),
    );
    const [member] = await store.findMembers([id], '');
    assert.equal(member?.facts.incidentAt, START - DAY);
    const [again] = new Person(store).entries({ event: 'auth.2fa.failure', outcome: 'failure' });
    await store.recordEntries([{ ...again!, once: 'a text' }]);
    assert.deepEqual(await stored(), before, 'what was written once stays written once');
  },
);
