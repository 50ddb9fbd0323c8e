import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Recovery } from '../../../account-recovery/recovery.ts';
import { newId } from '../../../secrets/ids.ts';
import type { MakeDatabase } from '../databases.ts';
import { aliveAt, accepted, DAY, HOUR, MINUTE, Person, START } from '../person.ts';
import {
  completionOf,
  linkTo,
  mailLinks,
  newAsk,
  newCase,
  readyRecovery,
  requestedRecovery,
  times,
} from '../recoveries.ts';
import { useStore } from '../test-store.ts';

export function accountRecoveryContract(make: MakeDatabase): void {
  describe('asking for an account recovery', () => {
    const test = useStore(make);

    it('keeps what was asked until it is taken, and lets one worker at a time have it', async () => {
      const ask = newAsk();
      await test.store.keepRecoveryAsk(ask);
      assert.deepEqual(await test.store.claimRecoveryAsk(START, START + MINUTE), ask);
      assert.equal(await test.store.claimRecoveryAsk(START + MINUTE - 1, START + 2 * MINUTE), undefined);
      assert.deepEqual(await test.store.claimRecoveryAsk(START + MINUTE, START + 2 * MINUTE), ask);
      await test.store.dropRecoveryAsk(ask.id);
      assert.equal(await test.store.claimRecoveryAsk(START + DAY, START + 2 * DAY), undefined);
    });

    it('begins one recovery, and answers taken to whoever brings the same ask again (S1)', async () => {
      const person = await Person.signedIn(test.store);
      const ask = newAsk();
      await test.store.keepRecoveryAsk(ask);
      const start = {
        askId: ask.id,
        recovery: times.requested(newId(), { ...user, id: person.id }, START),
        attempt: { id: newId(), at: START },
        entries: () => person.entries({ event: 'auth.recovery.tier2_started', outcome: 'success' }),
      };
      assert.equal(await test.store.startRecovery(start), 'started');
      assert.equal(await test.store.startRecovery(start), 'taken');
      assert.equal(await test.count('mfa_recoveries', person.id), 1);
      assert.equal(await test.count('mfa_outbox', person.id), 1);
    });

    it('tells of the open one instead of beginning another (R1)', async () => {
      const person = await Person.signedIn(test.store);
      const former = await requestedRecovery(person, START - HOUR);
      await test.store.cancelRecovery(former.id, START, []);
      await test.store.startRecoveryCase(newCase(person, START - HOUR), { workspace: '' }, []);
      const recovery = await requestedRecovery(person);
      const ask = newAsk();
      await test.store.keepRecoveryAsk(ask);
      const told: Recovery[] = [];
      const outcome = await test.store.startRecovery({
        askId: ask.id,
        recovery: times.requested(newId(), { ...user, id: person.id }, START),
        attempt: { id: newId(), at: START },
        entries: (open) => {
          told.push(open);
          return [];
        },
      });
      assert.equal(outcome, 'open');
      assert.deepEqual(told, [recovery]);
      assert.equal(await test.count('mfa_recoveries', person.id), 3);
    });

    it('answers limit after three mails in an hour, and forgets the ask all the same (L4)', async () => {
      const person = await Person.signedIn(test.store);
      const outcomes: string[] = [];
      for (let round = 0; round < 4; round += 1) {
        const ask = newAsk();
        await test.store.keepRecoveryAsk(ask);
        outcomes.push(
          await test.store.startRecovery({
            askId: ask.id,
            recovery: times.requested(newId(), { ...user, id: person.id }, START),
            attempt: { id: newId(), at: START },
            entries: () => [],
          }),
        );
      }
      assert.deepEqual(outcomes, ['started', 'open', 'open', 'limit']);
      assert.equal(await test.count('mfa_recovery_asks'), 0);
    });
  });

  describe('the links of an account recovery', () => {
    const test = useStore(make);

    it('lead to it, with what they are for', async () => {
      const person = await Person.signedIn(test.store);
      const recovery = await requestedRecovery(person);
      const links = [linkTo('open', START + HOUR), linkTo('cancel')];
      await mailLinks(person, recovery, ...links);
      for (const link of links)
        assert.deepEqual(await test.store.findRecoveryByLink(link.tokenHash), { recovery, link });
      assert.equal(await test.store.findRecoveryByLink('nobody has this'), undefined);
    });

    it('give it their own time: from the mail on, and never less than it had', async () => {
      const person = await Person.signedIn(test.store);
      const recovery = await requestedRecovery(person);
      const [late = ''] = await mailLinks(person, recovery, linkTo('open', START + 5 * HOUR));
      await mailLinks(person, recovery, linkTo('open', START + 2 * HOUR));
      const found = await test.store.findRecoveryByLink(late);
      assert.deepEqual(
        [found?.recovery.expiresAt, found?.recovery.dueAt],
        [START + 5 * HOUR, START + 5 * HOUR],
      );
    });

    it('are refused for another step, for other addresses, for one that is over, and for none', async () => {
      const person = await Person.signedIn(test.store);
      const { id, addresses } = await requestedRecovery(person);
      const add = (recoveryId: string, digest: string, purpose: 'open' | 'finish' | 'cancel') =>
        test.store.addRecoveryLinks({
          recoveryId,
          addresses: digest,
          links: [linkTo(purpose, START + DAY), linkTo('cancel')],
        });
      assert.equal(await add(id, addresses, 'finish'), false);
      assert.equal(await add(id, 'other addresses', 'open'), false);
      assert.equal(await add('nothing', addresses, 'open'), false);
      assert.equal(await add(id, addresses, 'cancel'), true);
      await test.store.cancelRecovery(id, START, []);
      assert.equal(await add(id, addresses, 'open'), false);
      assert.equal(await test.count('mfa_recovery_tokens', person.id), 2);
    });

    it('begin the wait once (S1)', async () => {
      const person = await Person.signedIn(test.store);
      const { id } = await requestedRecovery(person);
      assert.equal(await test.store.openRecovery(id, times.opened(START), []), true);
      assert.equal(await test.store.openRecovery(id, times.opened(START + HOUR), []), false);
      const [row] = await test.rows('SELECT status, ready_at FROM mfa_recoveries WHERE id = $1', id);
      assert.deepEqual(row, { status: 'waiting', ready_at: START + 3 * DAY });
    });

    it('cancel it once, by whichever was mailed for it (S1)', async () => {
      const person = await Person.signedIn(test.store);
      const { recovery, finish, cancel, at } = await readyRecovery(person);
      const told: string[] = [];
      const by = (tokenHash: string): Promise<boolean> =>
        test.store.cancelRecoveryByLink(tokenHash, at, ({ id }) => {
          told.push(id);
          return [];
        });
      assert.deepEqual(
        [await by('unknown'), await by(finish), await by(cancel), await by(finish)],
        [false, true, false, false],
      );
      assert.deepEqual(told, [recovery.id]);
    });
  });

  describe('going on with an account recovery', () => {
    const test = useStore(make);

    it('is one worker’s business at a time, and the one whose claim is over moves nothing', async () => {
      const person = await Person.signedIn(test.store);
      const { id } = await requestedRecovery(person);
      await test.store.openRecovery(id, times.opened(START), []);
      assert.equal(await test.store.claimDueRecovery(START + DAY - 1, START + 2 * DAY), undefined);
      const now = START + DAY;
      const slow = await test.store.claimDueRecovery(now, now + MINUTE);
      assert.equal(slow?.id, id);
      assert.equal(await test.store.claimDueRecovery(now, now + MINUTE), undefined, 'claimed');
      const quick = await test.store.claimDueRecovery(now + MINUTE, now + 2 * MINUTE);
      const entries = person.entries({ event: 'auth.recovery.tier2_reminder_sent', outcome: 'success' });
      const remind = (claimed: Recovery | undefined): Promise<boolean> =>
        test.store.moveRecovery(claimed!, times.reminded(claimed!, now), entries);
      assert.deepEqual([await remind(slow), await remind(quick), await remind(quick)], [false, true, false]);
      assert.equal(await test.count('mfa_outbox', person.id), 1, 'reminded once');
      await test.store.cancelRecovery(id, now, []);
    });

    it('expires what is too old, and not what was given more time or waits for a mail server', async () => {
      const person = await Person.signedIn(test.store);
      const recovery = await requestedRecovery(person);
      const expire = async (now: number): Promise<boolean> => {
        const claimed = await test.store.claimDueRecovery(now, now + MINUTE);
        return claimed !== undefined && test.store.expireRecovery(claimed, now, []);
      };
      assert.equal(await expire(START + HOUR - 1), false);
      const claimed = await test.store.claimDueRecovery(START + HOUR, START + HOUR + MINUTE);
      await mailLinks(person, recovery, linkTo('open', START + 2 * HOUR));
      assert.equal(await test.store.expireRecovery(claimed!, START + HOUR, []), false, 'more time');
      const started = { event: 'auth.recovery.tier2_started', outcome: 'success' } as const;
      await test.store.recordEntries(person.entriesAt(START + HOUR, started));
      assert.equal(await expire(START + 2 * HOUR), false, 'its mail is not out yet');
      for (;;) {
        const mail = await test.store.claimNotice(START + 2 * HOUR, START + 3 * HOUR);
        if (!mail) break;
        await test.store.noticeSent(mail.id, START + 2 * HOUR);
      }
      const other = await Person.signedIn(test.store);
      await test.store.recordEntries(other.entriesAt(START + 2 * HOUR, started));
      assert.equal(await expire(START + 3 * HOUR), true, "somebody else's mail");
      assert.equal(await expire(START + 4 * HOUR), false, 'once');
    });
  });

  describe('a sign-in with a second step', () => {
    const test = useStore(make);

    it('cancels what is open, and says which (R1)', async () => {
      const person = await Person.enrolled(test.store);
      const { recovery, at } = await readyRecovery(person);
      const told: unknown[] = [];
      const cancelled = (recoveries: unknown): [] => {
        told.push(recoveries);
        return [];
      };
      for (const step of [1, 2]) {
        const pending = await person.beginSignIn(at);
        const completion = person.completion(pending, accepted(person.factorId, step), { at, cancelled });
        assert.equal(await test.store.completeSignIn(completion), 'completed');
      }
      assert.deepEqual(told, [[{ id: recovery.id, tier: 2 }], []]);
    });

    it('cancels nothing when it is refused', async () => {
      const person = await Person.enrolled(test.store);
      const ready = await readyRecovery(person);
      const pending = await person.beginSignIn(ready.at);
      const spent = accepted(person.factorId, 0);
      const completion = person.completion(pending, spent, { at: ready.at });
      assert.equal(await test.store.completeSignIn(completion), 'spent');
      assert.equal(await test.store.completeRecovery(completionOf(person, ready)), 'completed');
    });
  });

  describe('a change of password', () => {
    const test = useStore(make);

    it('cancels what the old one was to finish, and says which (S5)', async () => {
      const person = await Person.signedIn(test.store);
      const ready = await readyRecovery(person);
      const told: unknown[] = [];
      await test.store.endEverySignIn(person.id, aliveAt(ready.at), undefined, (_ended, recoveries) => {
        told.push(recoveries);
        return [];
      });
      assert.deepEqual(told, [[{ id: ready.recovery.id, tier: 2 }]]);
      assert.equal(await test.store.completeRecovery(completionOf(person, ready)), 'gone');
    });

    it('tells of a case after what was asked for by mail, whichever was begun first', async () => {
      const person = await Person.signedIn(test.store);
      const begun = newCase(person);
      await test.store.startRecoveryCase(begun, { workspace: '' }, []);
      const requested = await requestedRecovery(person);
      let told: unknown;
      await test.store.endEverySignIn(person.id, aliveAt(START), undefined, (_ended, recoveries) => {
        told = recoveries;
        return [];
      });
      assert.deepEqual(told, [
        { id: requested.id, tier: 2 },
        { id: begun.recovery.id, tier: 3 },
      ]);
    });
  });
}

const user = { name: 'ada', displayName: 'Ada', emails: ['ada@example.com'] };
