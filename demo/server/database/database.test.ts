import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openAccounts } from '../accounts/accounts.ts';
import { addFirstAccounts, DEMO_PASSWORD, FIRST_ACCOUNTS } from '../accounts/first-accounts.ts';
import { sharedClock } from '../clock/shared-clock.ts';
import { openMailbox } from '../mailbox/mailbox.ts';
import type { Database } from './database.ts';
import { openDatabase } from './open-database.ts';
import { TABLES } from './tables.ts';
import { DATABASES, type TemporaryDatabase } from './temporary-database.fixture.ts';

/** What the host keeps behaves the same on both databases, and for two processes on one of them. */
for (const [name, makeDatabase] of Object.entries(DATABASES)) {
  describe(`the host's tables on ${name}`, () => {
    let temporary: TemporaryDatabase;
    let here: Database;
    let there: Database;

    before(async () => {
      temporary = await makeDatabase();
      // At once, as two processes that start together would.
      [here, there] = await Promise.all([
        openDatabase(temporary.url, TABLES),
        openDatabase(temporary.url, TABLES),
      ]);
    });

    after(async () => {
      await Promise.all([here.close(), there.close()]);
      await temporary.remove();
    });

    describe('accounts', () => {
      it('has each of the first people once, though two processes add them together', async () => {
        const [one, other] = await Promise.all([openAccounts(here), openAccounts(there)]);
        await Promise.all([addFirstAccounts(one), addFirstAccounts(other)]);
        assert.deepEqual((await other.emails()).sort(), FIRST_ACCOUNTS.map(({ email }) => email).sort());
      });

      it('answers the person for the right password, in whatever case the address is written', async () => {
        const accounts = await openAccounts(here);
        const user = await accounts.verifyPassword(' Ada@Example.com ', DEMO_PASSWORD);
        assert.equal(user?.name, 'ada@example.com');
        assert.equal(user.displayName, 'Ada');
        assert.deepEqual(await accounts.find(user.id), user);
      });

      it('B5: answers nobody for a wrong password and for an unknown login alike', async () => {
        const accounts = await openAccounts(here);
        assert.equal(await accounts.verifyPassword('ada@example.com', 'wrong'), undefined);
        assert.equal(await accounts.verifyPassword('nobody@example.com', DEMO_PASSWORD), undefined);
      });

      it('refuses a second account with the same address', async () => {
        const accounts = await openAccounts(here);
        const account = {
          password: 'long enough',
          role: 'member',
          workspace: undefined,
          tier: 'free',
        } as const;
        const added = await Promise.all([
          accounts.add({ ...account, email: 'twice@example.com' }),
          accounts.add({ ...account, email: 'Twice@example.com' }),
        ]);
        assert.equal(added.filter(Boolean).length, 1);
      });

      it('changes a password only for the current one, and once of two changes at the same time', async () => {
        const accounts = await openAccounts(here);
        const account = {
          email: 'change@example.com',
          role: 'member',
          workspace: 'own',
          tier: 'free',
        } as const;
        const { id } = (await accounts.add({ ...account, password: 'the first one' })) ?? assert.fail();
        assert.equal(await accounts.changePassword(id, 'a wrong one', 'the second one'), false);
        const changes = await Promise.all([
          accounts.changePassword(id, 'the first one', 'the second one'),
          accounts.changePassword(id, 'the first one', 'the third one'),
        ]);
        assert.deepEqual([...changes].sort(), [false, true]);
        assert.equal(await accounts.verifyPassword('change@example.com', 'the first one'), undefined);
        const kept = changes[0] ? 'the second one' : 'the third one';
        assert.equal((await accounts.verifyPassword('change@example.com', kept))?.id, id);
      });
    });

    describe('clock', () => {
      it('is moved in every process, and all moves at the same time count', async () => {
        const one = await sharedClock(here, () => 1_000_000);
        const other = await sharedClock(there, () => 1_000_000);
        await Promise.all([one.advance(60), other.advance(30), one.advance(0.5)]);
        await Promise.all([one.refresh(), other.refresh()]);
        assert.equal(one.now(), 1_090_500);
        assert.equal(other.now(), 1_090_500);
        await other.setOffset(0);
        await one.refresh();
        assert.equal(one.now(), 1_000_000);
        one.stop();
        other.stop();
      });

      it('cannot be moved out of the calendar', async () => {
        const clock = await sharedClock(here, () => 0);
        await assert.rejects(clock.advance(1e12), RangeError);
        assert.equal(clock.now(), 0);
        clock.stop();
      });
    });

    describe('mailbox', () => {
      it('shows the mail of all processes, by recipient and time, oldest first', async () => {
        const mail = { subject: 'Hello', text: 'Hello', html: '<p>Hello' };
        await openMailbox(here, { now: () => 1_000 }).receive({
          ...mail,
          to: ['Ada@example.com', 'joan@example.com'],
        });
        await openMailbox(there, { now: () => 2_000 }).receive({
          ...mail,
          subject: 'Later',
          to: ['ada@example.com'],
        });
        const mailbox = openMailbox(here, { now: () => 0 });
        const subjects = async (wanted?: { to?: string; since?: number }): Promise<string[]> =>
          (await mailbox.list(wanted)).map(({ to, subject }) => `${to} ${subject}`);
        assert.deepEqual(await subjects({ to: 'ADA@example.com' }), [
          'ada@example.com Hello',
          'ada@example.com Later',
        ]);
        assert.deepEqual(await subjects({ since: 2_000 }), ['ada@example.com Later']);
        assert.equal((await subjects()).length, 3);
        const [first] = await mailbox.list({ to: 'joan@example.com' });
        assert.equal(first?.at, new Date(1_000).toISOString());
        assert.deepEqual(await mailbox.find(first.id), first);
        await mailbox.empty();
        assert.deepEqual(await subjects(), []);
      });
    });
  });
}
