import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inMigratedPostgres } from './testing/databases.ts';
import { accepted, Person, START } from './testing/person.ts';
import { closeGate } from './testing/races/gate.ts';
import { useStore } from './testing/test-store.ts';

// What a race meets by luck is set up here step by step: who waits for whom, in which order.
describe('the order in which PostgreSQL locks are taken', () => {
  const test = useStore(inMigratedPostgres);

  it('forgets a sign-in that began just before the person was forgotten', async () => {
    const person = await Person.signedIn(test.store);
    const gate = await closeGate(
      test.url,
      'SELECT 1 FROM mfa_accounts WHERE user_id = $1 FOR UPDATE',
      person.id,
    );
    const begun = test.store.beginSignIn(person.start());
    await gate.reached(1);
    const forgotten = test.store.forgetUser(person.id);
    await gate.reached(2);
    await gate.open();
    await Promise.all([begun, forgotten]);
    assert.equal(await test.count('mfa_sessions', person.id), 0);
  });

  for (const finish of ['sign-in', 'step-up'] as const) {
    it(`lets a ${finish} be completed beside an attempt of the same person without a deadlock`, async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const [first, second] = await storedOrder(person);
      const pending = await person.beginSignIn();
      const attempt = person.attempt(START, pending);
      await test.store.countTotpAttempt(attempt);

      // The attempt takes the first authenticator and then the second; the completion the second, and then the others.
      const gate = await closeGate(
        test.url,
        'SELECT 1 FROM mfa_totp_factors WHERE user_id = $1 AND id = $2 FOR UPDATE',
        person.id,
        first!,
      );
      test.roundTrips.length = 0;
      const counted = test.store.countTotpAttempt(person.attempt());
      await gate.reached(1);
      const spent = accepted(second!, 1);
      const completed =
        finish === 'sign-in'
          ? test.store.completeSignIn(person.completion(pending, spent, { attempt }))
          : test.store.completeStepUp(person.stepUp(spent, { attempt }));
      await gate.reached(2);
      await gate.open();
      assert.equal((await counted).verdict, 'counted');
      assert.equal(await completed, 'completed');
      // One round trip has a transaction to itself, the other begins one.
      const begun = test.roundTrips.filter(([statement = '']) =>
        /^(BEGIN$|SELECT set_config)/.test(statement),
      );
      assert.equal(begun.length, 2, 'neither had to be tried again');
    });
  }

  /** The order in which one statement over all of a person's factors comes to them. */
  async function storedOrder(person: Person): Promise<string[]> {
    const rows = await test.rows<{ id: string }>(
      'SELECT id FROM mfa_totp_factors WHERE user_id = $1',
      person.id,
    );
    return rows.map(({ id }) => id);
  }
});
