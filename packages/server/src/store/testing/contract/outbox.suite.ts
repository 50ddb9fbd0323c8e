import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
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
      await test.store.noticeFailed(claimed!.id, { retryAt: START + 7 * MINUTE }, `away: ${'x'.repeat(300)}`);
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
      await test.store.noticeFailed(claimed!.id, { retryAt: START }, 'away');
      await test.store.noticeSent(claimed!.id, START + MINUTE);
      const rows = await test.rows('SELECT last_error, sent_at FROM mfa_outbox WHERE id = $1', claimed!.id);
      assert.deepEqual(rows, [{ last_error: null, sent_at: START + MINUTE }]);
    });

    it('never hands out one that was given up', async () => {
      await put(0);
      const claimed = await claim(0);
      await test.store.noticeFailed(claimed!.id, { givenUpAt: START }, 'nobody to tell');
      assert.equal(await claim(1_000), undefined);
    });

    it('does not bring back a sent mail when a slow worker reports a failure late', async () => {
      await put(0);
      const slow = await claim(0, 2);
      const quick = await claim(2, 4);
      await test.store.noticeSent(quick!.id, START + 2 * MINUTE);
      await test.store.noticeFailed(slow!.id, { retryAt: START + 3 * MINUTE }, 'timed out');
      assert.equal(await claim(1_000), undefined);
    });
  });
}
