import assert from 'node:assert/strict';
import { step } from '../sql/unit-of-work.ts';
import { testOverOlderDatabase } from '../testing/older-database.ts';
import { addPasskey, newHandle } from '../testing/passkeys.ts';
import { DAY, Person, START } from '../testing/person.ts';
import { totpFactorsOf } from '../testing/totp-of.ts';

/** What was stored before there were passkeys, in the words of migration 0001. */
const dataOf = (person: Person): readonly ReturnType<typeof step>[] => {
  const { tokenHash, id, proofs, createdAt } = person.session;
  const { id: userId } = person;
  return [
    step('INSERT INTO mfa_accounts (user_id, epoch, created_at) VALUES ($1, 3, $2)', userId, START),
    step(
      `INSERT INTO mfa_sessions (token_hash, id, user_id, proofs, created_at, last_seen_at, expires_at, ip, user_agent)
       VALUES ($1, $2, $3, $4, $5, $5, $6, '192.0.2.7', 'a browser')`,
      tokenHash,
      id,
      userId,
      JSON.stringify(proofs),
      createdAt,
      createdAt + DAY,
    ),
    step(
      `INSERT INTO mfa_totp_factors (user_id, id, name, secret_box, secret_key_id, last_step, failures_in_a_row, created_at)
       VALUES ($1, 'factor-1', 'Old app', 'box', 'k1', 7, 0, $2)`,
      userId,
      START,
    ),
  ];
};

testOverOlderDatabase(
  2,
  'keeps what is stored, and its people can add passkeys',
  async ({ store, write, migrate }) => {
    const [person, other] = [new Person(store), new Person(store)];
    for (const who of [person, other]) await write(...dataOf(who));

    await migrate();

    const { epoch, totpFactors, passkeys } = await person.facts();
    assert.deepEqual([epoch, totpFactors, passkeys], [3, 1, 0]);
    assert.equal((await totpFactorsOf(store, person.id))[0]?.name, 'Old app');
    const handle = newHandle();
    assert.equal(await store.userHandle(person.id, handle), handle);
    assert.notEqual(await store.userHandle(other.id, newHandle()), handle);
    const passkey = await addPasskey(person);
    assert.deepEqual(await store.listPasskeys(person.id), [passkey]);
  },
);
