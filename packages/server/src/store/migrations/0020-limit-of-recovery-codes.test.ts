import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase } from '../open-store.ts';
import { sqlStore } from '../sql/sql-store.ts';
import { step, together } from '../sql/unit-of-work.ts';
import { inFile, inPostgres, type MakeDatabase } from '../testing/databases.ts';
import { Person, START } from '../testing/person.ts';
import { MIGRATIONS } from './migrations.ts';

function overAnOlderDatabase(name: string, make: MakeDatabase): void {
  describe(`migration 0020 over a database of 0019 (${name})`, () => {
    it('keeps the codes of everybody, none of them locked', async () => {
      const place = await make();
      const database = openDatabase(place.url);
      const store = sqlStore(database);
      await database.migrate(MIGRATIONS.slice(0, 19), START);
      const person = new Person(store);
      await database.transaction(() =>
        together([
          step('INSERT INTO mfa_accounts (user_id, epoch, created_at) VALUES ($1, 3, $2)', person.id, START),
          step(
            'INSERT INTO mfa_recovery_code_sets (user_id, total, created_at) VALUES ($1, 10, $2)',
            person.id,
            START,
          ),
          step(
            "INSERT INTO mfa_recovery_codes (user_id, selector, verifier, pepper_key_id) VALUES ($1, 'C000', 'hash', 'k1')",
            person.id,
          ),
        ]),
      );

      const later = MIGRATIONS.slice(19).map((migration) => migration.name);
      assert.deepEqual(await store.migrate(START + 1), later);

      const [member] = await store.findMembers([person.id], '');
      assert.equal(member?.facts.recoveryCodes?.remaining, 1);
      const attempt = { ...person.attempt(), onRecoveryCodes: true as const };
      assert.deepEqual(await store.countRecoveryCodeAttempt(attempt, 'C000'), {
        verdict: 'counted',
        code: { selector: 'C000', verifier: 'hash', pepperKeyId: 'k1', spent: false },
      });
      await store.close();
      await place.remove();
    });
  });
}

overAnOlderDatabase('SQLite', inFile);
overAnOlderDatabase('PostgreSQL', inPostgres);
