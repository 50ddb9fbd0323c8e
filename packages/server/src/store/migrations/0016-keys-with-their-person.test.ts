import assert from 'node:assert/strict';
import { step } from '../sql/unit-of-work.ts';
import { testOverOlderDatabase } from '../testing/older-database.ts';
import { addPasskey } from '../testing/passkeys.ts';
import { DAY, Person, START } from '../testing/person.ts';

/** A person in the middle of everything whose key changes, in the words of migration 0015. */
const dataOf = ({ id, session }: Person): readonly ReturnType<typeof step>[] => [
  step(
    'INSERT INTO mfa_accounts (user_id, epoch, created_at, user_handle) VALUES ($1, 3, $2, $1)',
    id,
    START,
  ),
  step(
    `INSERT INTO mfa_sessions (token_hash, id, user_id, proofs, created_at, last_seen_at, expires_at, ip, user_agent)
     VALUES ($1, $2, $3, $4, $5, $5, $6, '192.0.2.7', 'a browser')`,
    session.tokenHash,
    session.id,
    id,
    JSON.stringify(session.proofs),
    START,
    START + DAY,
  ),
  step(
    `INSERT INTO mfa_passkeys (user_id, id, credential_id, public_key, counter, name, aaguid, transports, backup_eligible, backed_up, created_at)
     VALUES ($1, 'passkey-1', $2, 'key', 0, 'Old key', '', '[]', 0, 0, $3)`,
    id,
    `credential of ${id}`,
    START,
  ),
  step(
    `INSERT INTO mfa_outbox (id, user_id, event_id, notice, facts, created_at, due_at, attempts) VALUES ($1, $1, 'event', 'totp-added', '{}', $2, $2, 0)`,
    id,
    START,
  ),
];

testOverOlderDatabase(
  16,
  'keeps what is stored, knows each passkey by its credential, and gives none to two people (W9)',
  async ({ store, write, migrate }) => {
    const [person, other] = [new Person(store), new Person(store)];
    for (const who of [person, other]) await write(...dataOf(who));

    await migrate();

    assert.equal((await store.findSession(person.session.tokenHash, START, 0))?.userId, person.id);
    assert.equal(await store.ownsSession(person.id, person.session.id), true);
    const shown = { challengeHash: 'none', purpose: 'sign-in', owner: '' } as const;
    const { passkey } = await store.takeCeremony(shown, `credential of ${other.id}`, START);
    assert.deepEqual([passkey?.userId, passkey?.name], [other.id, 'Old key']);
    assert.equal((await store.claimNotice(START, START + DAY))?.name, 'totp-added');

    const { credentialId } = await addPasskey(person);
    await assert.rejects(addPasskey(other, { credentialId }), 'a credential is unique over all people (W9)');
  },
);
