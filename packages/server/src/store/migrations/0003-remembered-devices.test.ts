import assert from 'node:assert/strict';
import { step } from '../sql/unit-of-work.ts';
import { rememberedSignIn, useOf } from '../testing/contract/remembered-devices.suite.ts';
import { testOverOlderDatabase } from '../testing/older-database.ts';
import { DAY, Person, START } from '../testing/person.ts';

/** A person in the middle of everything, in the words of migrations 0001 and 0002. */
const dataOf = (person: Person): readonly ReturnType<typeof step>[] => [
  step('INSERT INTO mfa_accounts (user_id, epoch, created_at) VALUES ($1, 3, $2)', person.id, START),
  step(
    `INSERT INTO mfa_sessions (token_hash, id, user_id, proofs, created_at, last_seen_at, expires_at, ip, user_agent)
     VALUES ($1, $2, $3, '[{"method":"password","at":1}]', $4, $4, $5, '192.0.2.7', 'a browser')`,
    person.session.tokenHash,
    person.session.id,
    person.id,
    START,
    START + DAY,
  ),
  step(
    `INSERT INTO mfa_totp_factors (user_id, id, name, secret_box, secret_key_id, last_step, failures_in_a_row, created_at)
     VALUES ($1, 'factor-1', 'Old app', 'box', 'k1', 7, 0, $2)`,
    person.id,
    START,
  ),
];

testOverOlderDatabase(
  3,
  'keeps what is stored, and its people can have browsers remembered',
  async ({ store, write, migrate }) => {
    const person = new Person(store);
    await write(...dataOf(person));

    await migrate();

    const query = { userId: person.id, currentId: person.session.id, now: START, seenSince: 0, most: 10 };
    assert.equal((await store.listSessions(query)).length, 1);
    assert.deepEqual(await store.listDevices(person.id, START, 10), []);
    const device = await person.rememberDevice();
    const { used } = await store.signInRemembered(rememberedSignIn(person, [useOf(device)]));
    assert.equal(used, device.id);
    assert.equal((await person.facts()).epoch, 3);
  },
);
