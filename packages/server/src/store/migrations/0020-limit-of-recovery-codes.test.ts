import assert from 'node:assert/strict';
import { step } from '../sql/unit-of-work.ts';
import { testOverOlderDatabase } from '../testing/older-database.ts';
import { Person, START } from '../testing/person.ts';

testOverOlderDatabase(
  20,
  'keeps the codes of everybody, none of them locked',
  async ({ store, write, migrate }) => {
    const person = new Person(store);
    await write(
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
    );

    await migrate();

    const [member] = await store.findMembers([person.id], '');
    assert.equal(member?.facts.recoveryCodes?.remaining, 1);
    const attempt = { ...person.attempt(), onRecoveryCodes: true as const };
    assert.deepEqual(await store.countRecoveryCodeAttempt(attempt, 'C000'), {
      verdict: 'counted',
      code: { selector: 'C000', verifier: 'hash', pepperKeyId: 'k1', spent: false },
    });
  },
);
