import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecordedEvent } from '../../../activity/activity.store.ts';
import type { Happening } from '../../../activity/audit-event.ts';
import { systemEntry } from '../../../activity/journal.ts';
import type { MakeDatabase } from '../databases.ts';
import { doing, everything, failed, signedIn, type Where } from '../events.ts';
import { DAY, MINUTE, Person, SECOND, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function activityPrecedentsContract(make: MakeDatabase): void {
  describe('what came before an event', () => {
    const test = useStore(make);

    /** The newest event of a person who did some things. */
    async function newestAfter(
      person: Person,
      ...done: readonly [Where, Happening][]
    ): Promise<RecordedEvent> {
      for (const [where, happening] of done)
        await test.store.recordEntries(doing(person.id, where)(happening));
      const [newest] = await test.store.listActivity(person.id, everything);
      return newest!;
    }
    const precedentsOf = async (
      ...done: readonly [Where, Happening][]
    ): Promise<RecordedEvent['precedents']> =>
      (await newestAfter(new Person(test.store), ...done)).precedents;

    const inSession = { sessionId: 'session-1' };
    const later = { at: START + DAY, sessionId: 'session-2' };

    it('is nothing for the first event, to itself and to what its own moment brought', async () => {
      const nothing = { any: false, device: false, network: false, failures: 0 };
      assert.deepEqual(await precedentsOf([inSession, signedIn]), nothing);
      const atOnce = await precedentsOf(
        [inSession, { event: 'auth.2fa.success', outcome: 'success' }],
        [inSession, signedIn],
      );
      assert.deepEqual(atOnce, nothing);
    });

    it('is a device and a network from which something succeeded in a session', async () => {
      assert.deepEqual(await precedentsOf([inSession, signedIn], [later, signedIn]), {
        any: true,
        device: true,
        network: true,
        failures: 0,
      });
    });

    it('is the same device after an update, and the same network at another address of it', async () => {
      const { device, network } = await precedentsOf(
        [{ ...inSession, userAgent: 'Browser/1.2', ip: '203.0.113.9' }, signedIn],
        [{ ...later, userAgent: 'Browser/1.3', ip: '203.0.113.99' }, signedIn],
      );
      assert.deepEqual([device, network], [true, true]);
    });

    it('is neither device nor network of somebody who only knew the password, or failed', async () => {
      const stranger = { userAgent: 'another', ip: '198.51.100.7' };
      const { any, device, network } = await precedentsOf(
        [inSession, signedIn],
        [{ ...stranger, at: START + SECOND }, signedIn],
        [{ ...stranger, at: START + 2 * SECOND }, failed],
        [{ ...stranger, at: START + 3 * SECOND }, failed],
      );
      assert.deepEqual([any, device, network], [true, false, false]);
    });

    it('is no device of another person, and none from which only others acted on the account', async () => {
      const [person, other] = [new Person(test.store), new Person(test.store)];
      await newestAfter(other, [{ ...inSession, userAgent: 'shared' }, signedIn]);
      const [entry] = doing(person.id, { ...inSession, userAgent: 'shared' })({
        event: 'auth.2fa.disabled',
        outcome: 'success',
      });
      const actor = { kind: 'admin', id: 'the boss' } as const;
      await test.store.recordEntries([{ event: { ...entry!.event, actor } }]);
      const { precedents } = await newestAfter(
        person,
        [inSession, signedIn],
        [{ ...later, userAgent: 'shared' }, signedIn],
      );
      assert.deepEqual([precedents.any, precedents.device], [true, false]);
    });

    it('is not asked of what came from no browser', async () => {
      const person = new Person(test.store);
      await newestAfter(person, [inSession, signedIn]);
      await test.store.recordEntries([
        systemEntry(START + DAY, person.id, { event: 'auth.2fa.disabled', outcome: 'success' }),
      ]);
      const [newest] = await test.store.listActivity(person.id, everything);
      assert.deepEqual([newest?.precedents.device, newest?.precedents.network], [true, true]);
    });

    it('is every failure of the last fifteen minutes, itself included', async () => {
      const person = new Person(test.store);
      const after = async (at: number): Promise<number> =>
        (await newestAfter(person, [{ at }, failed])).precedents.failures;
      assert.equal(await after(START), 1);
      assert.equal(await after(START + MINUTE), 2);
      assert.equal(await after(START + 15 * MINUTE), 2);
      const success = await newestAfter(person, [{ ...inSession, at: START + 15 * MINUTE }, signedIn]);
      assert.equal(success.precedents.failures, 2);
    });

    it('is no failure that somebody went away', async () => {
      const person = new Person(test.store);
      for (const reason of ['sign-out', 'new-sign-in'])
        await newestAfter(person, [{}, { event: 'auth.sign_in.failure', outcome: 'failure', reason }]);
      const { precedents } = await newestAfter(person, [
        { at: START + SECOND },
        { ...failed, reason: 'wrong' },
      ]);
      assert.equal(precedents.failures, 1);
    });

    it('is no failure of anybody where nobody could be named', async () => {
      const failure = { event: 'auth.sign_in.failure', outcome: 'failure' } as const;
      await test.store.recordEntries(doing(undefined)(failure, failure));
      const [newest] = await test.store.listWorkspaceActivity('', { ...everything, subject: '' });
      assert.equal(newest?.precedents.failures, 0);
    });
  });
}
