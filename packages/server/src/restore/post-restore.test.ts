import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cancelledRecovery } from '../account-recovery/happenings.ts';
import { inMemory, inMigratedPostgres, type MakeDatabase } from '../store/testing/databases.ts';
import { DAY, HOUR, Person, START } from '../store/testing/person.ts';
import { requestedRecovery } from '../store/testing/recoveries.ts';
import { openTestStore, type TestStore } from '../store/testing/test-store.ts';
import { postRestore, type RestoreReport } from './post-restore.ts';

const TAKEN = START + HOUR;
const NOW = START + DAY;

const clearUp = (store: TestStore['store'], takenAt = TAKEN, now = NOW): Promise<RestoreReport> =>
  postRestore({ store, cancelled: cancelledRecovery }, takenAt, now);

const databases: Record<string, MakeDatabase> = { SQLite: inMemory, PostgreSQL: inMigratedPostgres };
for (const [name, make] of Object.entries(databases)) {
  const withStore = (use: (test: TestStore) => Promise<void>) => async (): Promise<void> => {
    const test = await openTestStore(make);
    try {
      await use(test);
    } finally {
      await test.close();
    }
  };
  const restored = ({ rows }: TestStore): Promise<readonly unknown[]> =>
    rows(
      `SELECT subject, details FROM mfa_audit_events WHERE event = 'auth.store.restored' ORDER BY subject`,
    );

  describe(`clearing up after a restore, over ${name}`, () => {
    it(
      'says how much it voided, on record for each person and for the whole (R6)',
      withStore(async (test) => {
        const person = await Person.enrolled(test.store);
        await person.rememberDevice();
        const totals = { accounts: 1, sessions: 2, devices: 1, recoveryCodes: 10, recoveries: 0 };
        assert.deepEqual(await clearUp(test.store), { totals });
        const { accounts, ...ofThem } = totals;
        assert.deepEqual(await restored(test), [
          {
            subject: '',
            details: JSON.stringify({ backupTakenAt: '2026-01-15T13:00:00.000Z', accounts, ...ofThem }),
          },
          { subject: person.id, details: JSON.stringify(ofThem) },
        ]);
        const after = await test.rows('SELECT due_at FROM mfa_outbox WHERE created_at = $1', NOW);
        assert.deepEqual(after, [], 'nobody is told by mail: what to say is the operator’s');
      }),
    );

    it(
      'tells whoever was waiting for a recovery that it is cancelled',
      withStore(async (test) => {
        const person = await Person.signedIn(test.store);
        const { id } = await requestedRecovery(person);
        await clearUp(test.store);
        const cancelled = await test.rows(
          `SELECT reason, details FROM mfa_audit_events WHERE event = 'auth.recovery.tier2_cancelled' AND subject = $1`,
          person.id,
        );
        assert.deepEqual(cancelled, [
          { reason: 'store-restored', details: JSON.stringify({ recovery: id }) },
        ]);
        const mails = await test.rows('SELECT notice FROM mfa_outbox WHERE user_id = $1', person.id);
        assert.deepEqual(mails, [{ notice: 'recovery-cancelled' }]);
      }),
    );

    it(
      'goes on where it was killed, with one total for both runs, and does nothing when run again (R6)',
      withStore(async (test) => {
        const people: Person[] = [];
        // More than in one batch.
        for (let index = 0; index < 201; index += 1) people.push(await Person.signedIn(test.store));
        let left = 1;
        const killed: typeof test.store = {
          ...test.store,
          voidNextAccounts: (...parameters) =>
            left-- > 0 ? test.store.voidNextAccounts(...parameters) : Promise.reject(new Error('killed')),
        };
        await assert.rejects(clearUp(killed), /killed/);
        assert.equal(await test.count('mfa_sessions'), 1);

        const totals = { accounts: 201, sessions: 201, devices: 0, recoveryCodes: 0, recoveries: 0 };
        assert.deepEqual(await clearUp(test.store, TAKEN, NOW + 1), { totals });
        const since = people[0]!.start(NOW + 2, { session: people[0]!.newSession(NOW + 2) });
        await test.store.beginSignIn(since);
        assert.deepEqual(await clearUp(test.store, TAKEN, NOW + 3), { totals, doneBefore: NOW + 1 });
        assert.equal(await test.count('mfa_sessions'), 1, 'who signed in since stays signed in');
        const epochs = await test.rows('SELECT DISTINCT epoch FROM mfa_accounts');
        assert.deepEqual(epochs, [{ epoch: 1 }]);
        assert.equal((await restored(test)).length, 202);
      }),
    );

    it(
      'is done anew for another backup, even one that was taken after the first was cleared up',
      withStore(async (test) => {
        await clearUp(test.store);
        await Person.signedIn(test.store, NOW + HOUR);
        const { totals, doneBefore } = await clearUp(test.store, NOW + 2 * HOUR, NOW + DAY);
        assert.deepEqual([totals.sessions, doneBefore], [1, undefined]);
      }),
    );

    it(
      'keeps away from a database that is in use: one with an event after the backup was taken',
      withStore(async (test) => {
        const person = await Person.enrolled(test.store);
        const late = { event: 'auth.sign_in.failure', outcome: 'failure' } as const;
        await test.store.recordEntries(person.entriesAt(TAKEN + 1, late));
        await assert.rejects(
          clearUp(test.store),
          /events up to 2026-01-15T13:00:00\.001Z, later than 2026-01-15T13:00:00\.000Z:/,
        );
        assert.equal((await person.facts()).recoveryCodes?.remaining, 10);
        assert.equal((await clearUp(test.store, TAKEN + 1)).totals.recoveryCodes, 10);
      }),
    );

    it(
      'refuses a backup that is still to be taken',
      withStore(async (test) => {
        await assert.rejects(clearUp(test.store, NOW + 1), /2026-01-16T12:00:00\.001Z is in the future/);
        assert.equal(await test.count('mfa_restores'), 0);
      }),
    );
  });
}
