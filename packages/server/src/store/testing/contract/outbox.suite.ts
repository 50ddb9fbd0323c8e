import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { ClaimedNotice } from '../../../notifications/outbox.store.ts';
import { randomPart } from '../../../secrets/ids.ts';
import type { MakeDatabase } from '../databases.ts';
import { MINUTE, Person, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function outboxContract(make: MakeDatabase): void {
  describe('the outbox', () => {
    const test = useStore(make);
    let person: Person;

    beforeEach(async () => {
      // Claims take what is due, whoever it is for: each test starts with nothing due.
      if (person as Person | undefined) await test.store.forgetUser(person.id);
      person = new Person(test.store);
    });

    const put = (...minutes: number[]): Promise<void> =>
      test.store.recordEntries(
        minutes.flatMap((minute) =>
          person.entriesAt(START + minute * MINUTE, {
            event: 'auth.recovery_code.used',
            outcome: 'success',
            details: { remaining: minute },
          }),
        ),
      );
    const claim = (minute: number, until = minute + 2): ReturnType<typeof test.store.claimNotice> =>
      test.store.claimNotice(START + minute * MINUTE, START + until * MINUTE);

    it('has nothing when nothing is due', async () => {
      await put(5);
      assert.equal(await claim(4), undefined);
    });

    it('hands out what is due, the oldest first, with the facts that the words need', async () => {
      await put(3, 1, 2);
      const claimed = await claim(10);
      assert.deepEqual(claimed, {
        id: claimed?.id,
        userId: person.id,
        name: 'recovery-code-used',
        facts: { at: START + MINUTE, ip: '192.0.2.7', remaining: 1 },
        attempts: 1,
        triedSince: START + 10 * MINUTE,
        settled: [],
      });
      assert.equal((await claim(10))?.facts.remaining, 2);
      assert.equal((await claim(10))?.facts.remaining, 3);
      assert.equal(await claim(10), undefined);
    });

    it('gives a claimed mail to nobody else until the claim is over', async () => {
      await put(0);
      const claimed = await claim(0, 2);
      assert.equal(await claim(1), undefined);
      const again = await claim(2, 4);
      assert.deepEqual([again?.id, again?.attempts], [claimed?.id, 2]);
    });

    it('never hands out a mail that was sent', async () => {
      await put(0);
      const claimed = await claim(0);
      await test.store.noticeSent(claimed!.id, START);
      assert.equal(await claim(1_000), undefined);
    });

    it('hands out a failed one at its next time, and says why it failed', async () => {
      await put(0);
      const claimed = await claim(0);
      await test.store.noticeFailed(claimed!, { retryAt: START + 7 * MINUTE }, `away: ${'x'.repeat(300)}`);
      assert.equal(await claim(6), undefined);
      const [row] = await test.rows<{ last_error: string }>(
        'SELECT last_error FROM mfa_outbox WHERE id = $1',
        claimed!.id,
      );
      assert.equal(row?.last_error.length, 200);
      assert.equal((await claim(7))?.attempts, 2);
    });

    it('forgets why it failed once it was sent', async () => {
      await put(0);
      const claimed = await claim(0);
      await test.store.noticeFailed(claimed!, { retryAt: START }, 'away');
      await test.store.noticeSent(claimed!.id, START + MINUTE);
      const rows = await test.rows('SELECT last_error, sent_at FROM mfa_outbox WHERE id = $1', claimed!.id);
      assert.deepEqual(rows, [{ last_error: null, sent_at: START + MINUTE }]);
    });

    it('never hands out one that was given up', async () => {
      await put(0);
      const claimed = await claim(0);
      await test.store.noticeFailed(claimed!, { givenUpAt: START }, 'nobody to tell');
      assert.equal(await claim(1_000), undefined);
    });

    it('does not bring back a sent mail when a slow worker reports a failure late', async () => {
      await put(0);
      const slow = await claim(0, 2);
      const quick = await claim(2, 4);
      await test.store.noticeSent(quick!.id, START + 2 * MINUTE);
      await test.store.noticeFailed(slow!, { retryAt: START + 3 * MINUTE }, 'timed out');
      assert.equal(await claim(1_000), undefined);
    });

    describe('for several addresses', () => {
      const settle = (
        claimed: ClaimedNotice | undefined,
        address: string,
        error?: string,
      ): Promise<boolean> =>
        test.store.settleAddress(
          claimed!,
          { address, ...(error !== undefined && { error }) },
          START,
          START + 4 * MINUTE,
        );

      it('keeps which of them took it and which refused it, for the next try', async () => {
        await put(0);
        const claimed = await claim(0);
        assert.equal(await settle(claimed, 'one'), true);
        assert.equal(await settle(claimed, 'two', 'no such mailbox'), true);
        await test.store.noticeFailed(claimed!, { retryAt: START + MINUTE }, 'later');
        const again = await claim(1);
        assert.deepEqual([again?.attempts, again?.triedSince], [2, START]);
        assert.deepEqual(
          again?.settled.toSorted((a, b) => a.address.localeCompare(b.address)),
          [{ address: 'one' }, { address: 'two', error: 'no such mailbox' }],
        );
      });

      it('holds the claim with each of them, so that a slow server does not make two of one', async () => {
        await put(0);
        await settle(await claim(0, 2), 'one');
        assert.equal(await claim(3), undefined);
        assert.equal((await claim(4))?.attempts, 2);
      });

      it('holds the claim while it goes on to the next, and says when another worker has it', async () => {
        await put(0);
        const claimed = await claim(0, 2);
        assert.equal(await test.store.holdNotice(claimed!, START + 5 * MINUTE), true);
        assert.equal(await claim(4), undefined);
        const other = await claim(5, 7);
        assert.equal(await test.store.holdNotice(claimed!, START + 60 * MINUTE), false);
        assert.equal(await test.store.holdNotice(other!, START + 8 * MINUTE), true);
        assert.equal(await claim(7), undefined);
      });

      it('remembers what a worker did that had lost its claim, and tells it so', async () => {
        await put(0);
        const slow = await claim(0, 2);
        const quick = await claim(2, 4);
        assert.equal(await settle(slow, 'one'), false);
        await test.store.noticeFailed(slow!, { givenUpAt: START }, 'late');
        await test.store.dropNotice(slow!);
        await test.store.noticeFailed(quick!, { retryAt: START + 3 * MINUTE }, 'later');
        assert.deepEqual((await claim(3))?.settled, [{ address: 'one' }]);
      });

      it('notes nothing about somebody who was forgotten meanwhile', async () => {
        await put(0);
        const claimed = await claim(0);
        await settle(claimed, 'one');
        await test.store.forgetUser(person.id);
        assert.equal(await settle(claimed, 'two'), false);
        assert.equal(await test.count('mfa_mail_deliveries', person.id), 0);
      });
    });

    it('drops one that has nothing to say any more, with what it knew of its addresses', async () => {
      await put(0);
      const claimed = await claim(0);
      await test.store.settleAddress(claimed!, { address: 'one' }, START, START + MINUTE);
      await test.store.dropNotice(claimed!);
      assert.equal(await test.count('mfa_outbox', person.id), 0);
      assert.equal(await test.count('mfa_mail_deliveries', person.id), 0);
    });

    describe('that were given up', () => {
      const giveUp = async (minute: number, error: string): Promise<string> => {
        await put(minute);
        const claimed = await claim(minute);
        await test.store.settleAddress(claimed!, { address: 'one' }, START, START + 9 * MINUTE);
        await test.store.settleAddress(claimed!, { address: 'two', error }, START, START + 9 * MINUTE);
        await test.store.noticeFailed(claimed!, { givenUpAt: START + minute * MINUTE }, error);
        return randomPart(claimed!.id);
      };

      it('are listed, the newest first, with how many addresses were told and why the rest was not', async () => {
        const [older, newer] = [await giveUp(1, 'no such mailbox'), await giveUp(2, 'mailbox closed')];
        const common = { name: 'recovery-code-used', userId: person.id, attempts: 1, told: 1 };
        const times = (minute: number) => ({
          at: START + minute * MINUTE,
          givenUpAt: START + minute * MINUTE,
        });
        assert.deepEqual(await test.store.listGivenUpNotices(5), [
          { ...common, id: newer, ...times(2), error: 'mailbox closed' },
          { ...common, id: older, ...times(1), error: 'no such mailbox' },
        ]);
        assert.equal((await test.store.listGivenUpNotices(1)).length, 1);
      });

      it('are due again when an operator says so, for the addresses that did not take them', async () => {
        const [one, other] = [await giveUp(1, 'no such mailbox'), await giveUp(2, 'mailbox closed')];
        assert.equal(await test.store.retryNotices(START + 60 * MINUTE, 'nobody has this id'), 0);
        assert.equal(await test.store.retryNotices(START + 60 * MINUTE, one), 1);
        assert.deepEqual(
          (await test.store.listGivenUpNotices(5)).map(({ id }) => id),
          [other],
        );
        const claimed = await claim(60);
        assert.deepEqual(
          [claimed?.attempts, claimed?.triedSince, claimed?.settled],
          [1, START + 60 * MINUTE, [{ address: 'one' }]],
        );
        assert.equal(await claim(60), undefined);
        assert.equal(await test.store.retryNotices(START + 60 * MINUTE), 1);
        assert.equal(await test.store.retryNotices(START + 60 * MINUTE), 0);
      });

      it('are counted, and so are those that wait, with the time since when', async () => {
        assert.deepEqual(await test.store.countNotices(), { waiting: 0, givenUp: 0 });
        await giveUp(1, 'no such mailbox');
        await put(3, 2);
        const waiting = { waiting: 2, waitingSince: START + 2 * MINUTE };
        assert.deepEqual(await test.store.countNotices(), { ...waiting, givenUp: 1 });
        const claimed = await claim(2);
        assert.deepEqual(await test.store.countNotices(), { ...waiting, givenUp: 1 }, 'claimed is not sent');
        await test.store.noticeSent(claimed!.id, START);
        assert.deepEqual(await test.store.countNotices(), {
          waiting: 1,
          waitingSince: START + 3 * MINUTE,
          givenUp: 1,
        });
      });
    });
  });
}
