import assert from 'node:assert/strict';
import { newId } from '../../../secrets/ids.ts';
import type { RecoveryCase } from '../../../administration/administration.store.ts';
import { accepted, DAY, Person, personCalled, START } from '../person.ts';
import {
  completionOf,
  newAsk,
  newCase,
  readyRecovery,
  requestedRecovery,
  times,
  type ReadyRecovery,
} from '../recoveries.ts';
import { race, type Race } from './race.ts';

interface Finish {
  readonly userId: string;
  readonly ready: ReadyRecovery;
}

export const recoveryRaces: readonly Race[] = [
  race<Finish>({
    title:
      'a recovery finished and cancelled at the same instant: one wins, and the account is as it says (R3)',
    contenders: 2,
    // Again and again, since either may come first.
    rounds: 100,
    // Not the account: whoever finishes has it before both come to the recovery itself.
    gate: ['mfa_recoveries'],
    async prepare(store) {
      const person = await Person.enrolled(store);
      return { userId: person.id, ready: await readyRecovery(person) };
    },
    async contend(store, { userId, ready }, index) {
      const person = personCalled(store, userId);
      const { cancel, at } = ready;
      const told = { outcome: 'success' } as const;
      if (index === 0) {
        const happening = { event: 'auth.recovery.tier2_cancelled', ...told } as const;
        const won = await store.cancelRecoveryByLink(cancel, at, () => person.entriesAt(at, happening));
        return won ? 'cancelled' : 'too late to cancel';
      }
      const happening = { event: 'auth.recovery.tier2_completed', ...told } as const;
      return store.completeRecovery(
        completionOf(person, ready, { entries: () => person.entriesAt(at, happening) }),
      );
    },
    async judge({ rows, count }, { userId, ready }, verdicts) {
      const [row] = await rows<{ status: string }>(
        'SELECT status FROM mfa_recoveries WHERE user_id = $1',
        userId,
      );
      const events = await rows<{ event: string }>(
        'SELECT event FROM mfa_audit_events WHERE subject = $1',
        userId,
      );
      const mails = await count('mfa_outbox', userId);
      const factors = await count('mfa_totp_factors', userId);
      const opened = await rows(
        'SELECT id FROM mfa_sessions WHERE user_id = $1 AND created_at = $2',
        userId,
        ready.at,
      );
      const found = {
        status: row?.status,
        events: events.map(({ event }) => event),
        mails,
        factors,
        opened: opened.length,
      };
      if (verdicts['completed'] === 1) {
        assert.deepEqual(verdicts, { completed: 1, 'too late to cancel': 1 });
        const event = 'auth.recovery.tier2_completed';
        assert.deepEqual(found, { status: 'completed', events: [event], mails: 1, factors: 0, opened: 1 });
      } else {
        assert.deepEqual(verdicts, { cancelled: 1, gone: 1 });
        const event = 'auth.recovery.tier2_cancelled';
        assert.deepEqual(found, { status: 'cancelled', events: [event], mails: 1, factors: 1, opened: 0 });
      }
    },
  }),

  race<Finish & { readonly factorId: string; readonly pending: string }>({
    title: 'a recovery finished while its person signs in with the second step: one wins (R1, R3)',
    contenders: 2,
    rounds: 20,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const person = await Person.enrolled(store);
      const ready = await readyRecovery(person);
      const pending = await person.beginSignIn(ready.at);
      return { userId: person.id, factorId: person.factorId, ready, pending };
    },
    contend(store, { userId, factorId, ready, pending }, index) {
      const person = personCalled(store, userId);
      if (index === 1) return store.completeRecovery(completionOf(person, ready));
      return store.completeSignIn(person.completion(pending, accepted(factorId, 1), { at: ready.at }));
    },
    async judge({ rows, count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { completed: 1, gone: 1 });
      const [row] = await rows<{ status: string }>(
        'SELECT status FROM mfa_recoveries WHERE user_id = $1',
        userId,
      );
      assert.equal(await count('mfa_totp_factors', userId), row?.status === 'completed' ? 0 : 1);
    },
  }),

  race<Finish>({
    title: 'sixteen finishes of one recovery: one session, one empty account (S1)',
    contenders: 16,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const person = await Person.enrolled(store);
      return { userId: person.id, ready: await readyRecovery(person) };
    },
    contend: (store, { userId, ready }) =>
      store.completeRecovery(completionOf(personCalled(store, userId), ready)),
    async judge({ count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { completed: 1, gone: 15 });
      assert.equal(await count('mfa_sessions', userId), 1);
    },
  }),

  race<{ readonly userId: string; readonly id: string }>({
    title: 'sixteen clicks on one first link: the wait begins once (S1)',
    contenders: 16,
    gate: ['mfa_recoveries'],
    async prepare(store) {
      const person = await Person.signedIn(store);
      return { userId: person.id, id: (await requestedRecovery(person)).id };
    },
    async contend(store, { userId, id }, index) {
      const person = personCalled(store, userId);
      const entries = person.entries({ event: 'auth.recovery.tier2_opened', outcome: 'success' });
      return String(await store.openRecovery(id, times.opened(START + index), entries));
    },
    async judge({ count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { true: 1, false: 15 });
      assert.equal(await count('mfa_outbox', userId), 1);
    },
  }),

  race<{ readonly userId: string; readonly asks: readonly string[] }>({
    title: 'sixteen workers with sixteen asks of one person: one recovery, three mails (R1, L4)',
    contenders: 16,
    gate: ['mfa_recovery_asks'],
    async prepare(store) {
      const person = await Person.signedIn(store);
      const asks = Array.from({ length: 16 }, () => newAsk());
      for (const ask of asks) await store.keepRecoveryAsk(ask);
      return { userId: person.id, asks: asks.map(({ id }) => id) };
    },
    contend(store, { userId, asks }, index) {
      const person = personCalled(store, userId);
      const user = { id: userId, name: 'ada', displayName: 'Ada', emails: ['ada@example.com'] };
      return store.startRecovery({
        askId: asks[index]!,
        recovery: times.requested(newId(), user, START),
        attempt: { id: newId(), at: START },
        entries: () => person.entries({ event: 'auth.recovery.tier2_started', outcome: 'success' }),
      });
    },
    async judge({ count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { started: 1, open: 2, limit: 13 });
      assert.equal(await count('mfa_recoveries', userId), 1);
      assert.equal(await count('mfa_outbox', userId), 3);
    },
  }),

  race<{ readonly userId: string }>({
    title: 'sixteen workers at one reminder: it is mailed once',
    contenders: 16,
    gate: ['mfa_recoveries'],
    async prepare(store) {
      const person = await Person.signedIn(store);
      const { id } = await requestedRecovery(person);
      await store.openRecovery(id, times.opened(START), []);
      return { userId: person.id };
    },
    async contend(store, { userId }) {
      const person = personCalled(store, userId);
      const now = START + DAY;
      const entries = person.entriesAt(now, {
        event: 'auth.recovery.tier2_reminder_sent',
        outcome: 'success',
      });
      const verdicts: string[] = [];
      // Of two that pick the same one, the second takes none this time; nor is this the only one that is due.
      for (let empty = 0; empty < 5;) {
        const claimed = await store.claimDueRecovery(now, now + 60_000);
        if (!claimed) empty += 1;
        else if (claimed.userId === userId) {
          const moved = await store.moveRecovery(claimed, times.reminded(claimed, now), entries);
          verdicts.push(moved ? 'reminded' : 'overtaken');
        }
      }
      return verdicts;
    },
    async judge({ count }, { userId }, verdicts) {
      assert.deepEqual(verdicts, { reminded: 1 });
      assert.equal(await count('mfa_outbox', userId), 1);
    },
  }),

  race<{ readonly opened: RecoveryCase }>({
    title: 'sixteen of support that decide one case, half of them against it: decided once (S1, R4)',
    contenders: 16,
    gate: ['mfa_accounts'],
    async prepare(store) {
      const opened = newCase(await Person.signedIn(store));
      await store.startRecoveryCase(opened, { workspace: '' }, []);
      return { opened };
    },
    async contend(store, { opened: { recovery } }, index) {
      const person = personCalled(store, recovery.userId);
      const approves = index % 2 === 0;
      const event = approves ? 'auth.recovery.tier3_approved' : 'auth.recovery.tier3_rejected';
      const decided = await store.decideRecoveryCase(
        {
          id: recovery.id,
          userId: recovery.userId,
          membership: undefined,
          by: `agent-${index}`,
          now: START,
          move: approves ? times.approved(recovery, START) : 'rejected',
        },
        person.entries({ event, outcome: 'success' }),
      );
      return decided ? 'decided' : 'too late';
    },
    async judge({ count }, { opened: { recovery } }, verdicts) {
      assert.deepEqual(verdicts, { decided: 1, 'too late': 15 });
      assert.equal(await count('mfa_outbox', recovery.userId), 1);
    },
  }),
];
