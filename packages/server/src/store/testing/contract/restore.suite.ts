import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RestoreRun, VoidedAccount } from '../../../restore/restore.store.ts';
import type { MakeDatabase } from '../databases.ts';
import { newCeremony } from '../passkeys.ts';
import { accepted, DAY, HOUR, Person, START } from '../person.ts';
import { linkTo, mailLinks, newAsk, newCase, readyRecovery, requestedRecovery } from '../recoveries.ts';
import { openTestStore, type TestStore } from '../test-store.ts';
import { rememberedSignIn, useOf } from './remembered-devices.suite.ts';
import { totpFactorsOf } from '../totp-of.ts';

/** Later than everything that the tests put into the backup. */
const TAKEN = START + DAY;
const NOW = TAKEN + 2 * HOUR;
const NOTHING = { accounts: 0, sessions: 0, devices: 0, recoveryCodes: 0, recoveries: 0 };

export function restoreContract(make: MakeDatabase): void {
  // A restore concerns everybody in a database: each test has one to itself.
  const withStore = (use: (test: TestStore) => Promise<void>) => async (): Promise<void> => {
    const test = await openTestStore(make);
    try {
      await use(test);
    } finally {
      await test.close();
    }
  };

  describe('a restored backup', () => {
    const next = (
      { store }: TestStore,
      most = 10,
      entries: Parameters<typeof store.voidNextAccounts>[2] = () => [],
    ): Promise<number> => store.voidNextAccounts(TAKEN, { now: NOW, most }, entries);
    const epochs = async ({ rows }: TestStore): Promise<readonly number[]> =>
      (await rows<{ epoch: number }>('SELECT epoch FROM mfa_accounts ORDER BY user_id')).map(
        ({ epoch }) => epoch,
      );

    it(
      'has everything in it voided that could be used twice, and keeps the factors (R6, S5)',
      withStore(async (test) => {
        const { store } = test;
        const person = await Person.enrolled(store);
        const spent = await person.beginSignIn();
        await store.completeSignIn(person.completion(spent, person.recoveryCode()));
        const device = await person.rememberDevice();
        const pending = await person.beginSignIn();
        await store.startTotpEnrolment(person.enrolment(), 10);
        const { epoch } = await person.facts();

        await store.beginRestore(TAKEN, NOW);
        const told: VoidedAccount[] = [];
        await next(test, 10, (accounts) => {
          told.push(...accounts);
          return [];
        });
        assert.deepEqual(told, [
          { userId: person.id, sessions: 3, devices: 1, recoveryCodes: 9, recoveries: [] },
        ]);

        assert.equal(await store.findSession(person.session.tokenHash, START, 0), undefined);
        const late = await store.completeSignIn(person.completion(pending, accepted(person.factorId, 9)));
        assert.notEqual(late, 'completed');
        const { used } = await store.signInRemembered(rememberedSignIn(person, [useOf(device)]));
        assert.equal(used, undefined);
        for (const index of [0, 1]) {
          const { selector } = person.recoveryCode(index);
          const counted = await store.countRecoveryCodeAttempt(person.attempt(NOW + index), selector);
          assert.notEqual(counted.verdict === 'counted' && counted.code?.spent, false, 'no code to spend');
        }
        assert.equal(await test.count('mfa_totp_enrolments'), 0);

        assert.equal((await totpFactorsOf(store, person.id)).length, 1);
        const again = person.start(NOW, { session: person.newSession(NOW) });
        assert.equal(await store.beginSignIn(again), 'pending', 'the factor is asked for');
        assert.deepEqual(await epochs(test), [epoch + 1]);
        const sets = await test.rows('SELECT total FROM mfa_recovery_code_sets');
        assert.deepEqual(sets, [{ total: 10 }], 'the person is asked for new codes');
      }),
    );

    it(
      'has recoveries cancelled that were open, of people without an account too: they may have been cancelled since (R6)',
      withStore(async (test) => {
        const { store } = test;
        const stranger = new Person(store);
        const { recovery, finish } = await readyRecovery(stranger, START - 3 * DAY);
        const asking = await Person.signedIn(store);
        const requested = await requestedRecovery(asking);
        const [open = ''] = await mailLinks(asking, requested, linkTo('open', START + HOUR));
        const waiting = await Person.signedIn(store);
        const started = newCase(waiting);
        await store.startRecoveryCase(started, { workspace: '' }, []);
        const askedToo = await requestedRecovery(waiting);

        await store.beginRestore(TAKEN, NOW);
        const told = new Map<string, VoidedAccount['recoveries']>();
        await next(test, 10, (accounts) => {
          for (const { userId, recoveries } of accounts) told.set(userId, recoveries);
          return [];
        });
        assert.deepEqual(told.get(stranger.id), [{ id: recovery.id, tier: 2 }]);
        assert.deepEqual(told.get(asking.id), [{ id: requested.id, tier: 2 }]);
        assert.deepEqual(told.get(waiting.id), [
          { id: askedToo.id, tier: 2 },
          { id: started.recovery.id, tier: 3 },
        ]);
        for (const link of [finish, open]) {
          const found = await store.findRecoveryByLink(link);
          assert.deepEqual([found?.recovery.status, found?.recovery.closedAt], ['cancelled', NOW]);
        }
        assert.equal(await store.claimDueRecovery(NOW + 30 * DAY, NOW + 31 * DAY), undefined);
      }),
    );

    it(
      'loses the challenges and the logins that belong to no account',
      withStore(async (test) => {
        await test.store.keepRecoveryAsk(newAsk());
        await test.store.startCeremony(newCeremony());
        await test.store.beginRestore(TAKEN, NOW);
        assert.deepEqual([await test.count('mfa_recovery_asks'), await test.count('mfa_ceremonies')], [0, 0]);
      }),
    );

    it(
      'is refused with the time of its newest event when that is later than the backup, and nothing is changed',
      withStore(async (test) => {
        const person = await Person.signedIn(test.store);
        const at = TAKEN + 1;
        await test.store.recordEntries(
          person.entriesAt(at, { event: 'auth.totp.added', outcome: 'success' }),
        );
        assert.deepEqual(await test.store.beginRestore(TAKEN, NOW), { newestEventAt: at });
        await assert.rejects(next(test), /begun/);
        assert.equal(await test.count('mfa_restores'), 0);
        assert.ok(await test.store.findSession(person.session.tokenHash, START, 0));
        assert.deepEqual(await test.store.beginRestore(at, NOW), { totals: NOTHING });
      }),
    );

    it(
      'is done account by account, each once, and goes on although events have come since',
      withStore(async (test) => {
        const people = await Promise.all([1, 2, 3].map(() => Person.signedIn(test.store)));
        await test.store.beginRestore(TAKEN, NOW);
        assert.equal(await next(test, 2), 2);
        const [person] = people;
        await test.store.recordEntries(
          person!.entriesAt(NOW, { event: 'auth.totp.added', outcome: 'success' }),
        );
        assert.deepEqual(await test.store.beginRestore(TAKEN, NOW), {
          totals: { ...NOTHING, accounts: 2, sessions: 2 },
        });
        assert.deepEqual([await next(test, 2), await next(test, 2)], [1, 0]);
        assert.deepEqual(await epochs(test), [1, 1, 1]);
      }),
    );

    it(
      'is undone together with what could not be written of it',
      withStore(async (test) => {
        const person = await Person.signedIn(test.store);
        await test.store.beginRestore(TAKEN, NOW);
        const failing = next(test, 10, () => {
          throw new Error('no entries');
        });
        await assert.rejects(failing, /no entries/);
        assert.ok(await test.store.findSession(person.session.tokenHash, START, 0));
        assert.equal(await next(test), 1);
      }),
    );

    it(
      'is cleared up once by two who do it together (S1)',
      withStore(async (test) => {
        const people = await Promise.all(Array.from({ length: 9 }, () => Person.signedIn(test.store)));
        const clearUp = async (): Promise<RestoreRun> => {
          await test.store.beginRestore(TAKEN, NOW);
          while ((await next(test, 2)) > 0);
          return test.store.finishRestore(TAKEN, NOW, () =>
            people[0]!.entriesAt(NOW, { event: 'auth.store.restored', outcome: 'success' }),
          );
        };
        const totals = { ...NOTHING, accounts: 9, sessions: 9 };
        const ended = { totals, finishedAt: NOW };
        assert.deepEqual(await Promise.all([clearUp(), clearUp()]), [ended, ended]);
        assert.deepEqual(new Set(await epochs(test)), new Set([1]));
        assert.equal(await test.count('mfa_audit_events'), 1);
      }),
    );

    it(
      'is left alone once it is cleared up: what was made since stays',
      withStore(async (test) => {
        await test.store.beginRestore(TAKEN, NOW);
        await test.store.finishRestore(TAKEN, NOW, () => []);
        const person = await Person.enrolled(test.store, { at: NOW });
        assert.deepEqual(await test.store.beginRestore(TAKEN, NOW + DAY), {
          totals: NOTHING,
          finishedAt: NOW,
        });
        assert.equal(await next(test), 0);
        assert.equal((await person.facts(NOW)).recoveryCodes?.remaining, 10);
      }),
    );
  });
}
