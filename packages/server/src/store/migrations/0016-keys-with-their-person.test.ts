import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase } from '../open-store.ts';
import { sqlStore } from '../sql/sql-store.ts';
import { step, together } from '../sql/unit-of-work.ts';
import { inFile, inPostgres, type MakeDatabase } from '../testing/databases.ts';
import { addPasskey } from '../testing/passkeys.ts';
import { DAY, Person, START } from '../testing/person.ts';
import { MIGRATIONS } from './migrations.ts';

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

function overAnOlderDatabase(name: string, make: MakeDatabase): void {
  describe(`migration 0016 over a database of 0015 (${name})`, () => {
    it('keeps what is stored, knows each passkey by its credential, and gives none to two people (W9)', async () => {
      const place = await make();
      const database = openDatabase(place.url);
      const store = sqlStore(database);
      await database.migrate(MIGRATIONS.slice(0, 15), START);
      const [person, other] = [new Person(store), new Person(store)];
      for (const who of [person, other]) await database.transaction(() => together(dataOf(who)));

      const later = MIGRATIONS.slice(15).map((migration) => migration.name);
      assert.deepEqual(await store.migrate(START + 1), later);
      assert.deepEqual(await store.migrate(START + 2), []);

      assert.equal((await store.findSession(person.session.tokenHash, START, 0))?.userId, person.id);
      assert.equal(await store.ownsSession(person.id, person.session.id), true);
      const shown = { challengeHash: 'none', purpose: 'sign-in', owner: '' } as const;
      const { passkey } = await store.takeCeremony(shown, `credential of ${other.id}`, START);
      assert.deepEqual([passkey?.userId, passkey?.name], [other.id, 'Old key']);
      assert.equal((await store.claimNotice(START, START + DAY))?.name, 'totp-added');

      const { credentialId } = await addPasskey(person);
      await assert.rejects(
        addPasskey(other, { credentialId }),
        'a credential is unique over all people (W9)',
      );
      await store.close();
      await place.remove();
    });
  });
}

overAnOlderDatabase('SQLite', inFile);
overAnOlderDatabase('PostgreSQL', inPostgres);
