import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CasePlace } from '../../../administration/administration.store.ts';
import type { MakeDatabase } from '../databases.ts';
import { aliveAt, DAY, HOUR, Person, START } from '../person.ts';
import { newCase, readyRecovery, times } from '../recoveries.ts';
import { useStore } from '../test-store.ts';

const NOWHERE = { workspace: '' } as const;

/** Apart from what other tests wrote into the same database. */
let days = 100;
const newDay = (): number => START + (days += 1) * DAY;

const of = ({ id }: Person) => ({ userId: id, membership: NOWHERE });

export function administrationContract(make: MakeDatabase): void {
  describe('the cases of support', () => {
    const test = useStore(make);

    it('are kept as they were written down, one open at a time for each person', async () => {
      const person = await Person.signedIn(test.store);
      const first = newCase(person);
      assert.equal(await test.store.startRecoveryCase(first, NOWHERE, []), 'started');
      assert.equal(await test.store.startRecoveryCase(newCase(person), NOWHERE, []), 'open');
      assert.deepEqual(await test.store.findRecoveryCase(first.recovery.id), first);
      assert.equal(await test.store.findRecoveryCase('nothing'), undefined);
      assert.equal(await test.count('mfa_recovery_cases', person.id), 1);
    });

    it('stand beside a recovery by mail', async () => {
      const person = await Person.signedIn(test.store);
      await readyRecovery(person);
      assert.equal(
        await test.store.startRecoveryCase(newCase(person, START, 'in hospital'), NOWHERE, []),
        'started',
      );
    });

    it('are listed in parts, the open ones first and of both the newest, each of them once', async () => {
      const day = newDay();
      const [open, closed]: [string[], string[]] = [[], []];
      for (const nth of [1, 2, 3, 4, 5]) {
        const person = await Person.signedIn(test.store);
        const one = newCase(person, day + nth);
        const { id } = one.recovery;
        await test.store.startRecoveryCase(one, NOWHERE, []);
        if (nth % 2 === 0) {
          const decision = { id, ...of(person), by: 'agent-kim', now: day + 9 };
          await test.store.decideRecoveryCase({ ...decision, move: 'rejected' }, []);
          closed.push(id);
        } else open.push(id);
      }
      const ours = new Set([...open, ...closed]);
      const found: string[] = [];
      let after: CasePlace | undefined;
      for (let more = true; more;) {
        const part = await test.store.listRecoveryCases(2, after);
        for (const { recovery } of part) found.push(recovery.id);
        const last = part.at(-1)?.recovery;
        more = last !== undefined;
        if (last) after = { open: last.closedAt === undefined, startedAt: last.startedAt, id: last.id };
      }
      assert.deepEqual(
        found.filter((id) => ours.has(id)),
        [...open.reverse(), ...closed.reverse()],
      );
      assert.equal(new Set(found).size, found.length);
    });

    it('at the same moment come one after the other, whichever of them ended a part', async () => {
      const people = await Promise.all([1, 2, 3].map(() => Person.signedIn(test.store)));
      const at = newDay();
      const cases = people.map((person) => newCase(person, at));
      for (const one of cases) await test.store.startRecoveryCase(one, NOWHERE, []);
      const ids = cases.map(({ recovery }) => recovery.id).sort();
      let after: CasePlace = { open: true, startedAt: at + 1, id: '' };
      for (const id of ids) {
        const [next] = await test.store.listRecoveryCases(1, after);
        assert.equal(next?.recovery.id, id);
        after = { open: true, startedAt: at, id };
      }
    });

    it('are decided once, by somebody else than who opened them (S1, R4)', async () => {
      const person = await Person.signedIn(test.store);
      const opened = newCase(person);
      const { id } = opened.recovery;
      await test.store.startRecoveryCase(opened, NOWHERE, []);
      const now = START + HOUR;
      const entries = person.entries({ event: 'auth.recovery.tier3_approved', outcome: 'success' });
      const decide = (by: string, move: ReturnType<typeof times.approved> | 'rejected'): Promise<boolean> =>
        test.store.decideRecoveryCase({ id, ...of(person), by, now, move }, entries);
      const approved = times.approved(opened.recovery, now);
      assert.equal(await decide('agent-sam', approved), false, 'not by oneself');
      assert.equal(await decide('agent-kim', approved), true);
      assert.equal(await decide('agent-kim', 'rejected'), false);
      assert.equal(await decide('agent-lee', approved), false);
      assert.equal(await test.count('mfa_outbox', person.id), 1);
      assert.deepEqual(await test.store.findRecoveryCase(id), {
        ...opened,
        recovery: { ...opened.recovery, ...approved },
        decidedBy: 'agent-kim',
        decidedAt: now,
      });
    });

    it('are over when they are rejected, and when nobody decided in time', async () => {
      const person = await Person.signedIn(test.store);
      const rejected = newCase(person);
      await test.store.startRecoveryCase(rejected, NOWHERE, []);
      const decision = { by: 'agent-kim', now: START };
      await test.store.decideRecoveryCase(
        { id: rejected.recovery.id, ...of(person), ...decision, move: 'rejected' },
        [],
      );
      const found = await test.store.findRecoveryCase(rejected.recovery.id);
      assert.deepEqual([found?.recovery.status, found?.recovery.closedAt], ['rejected', START]);

      const late = newCase(person);
      await test.store.startRecoveryCase(late, NOWHERE, []);
      const { id, expiresAt } = late.recovery;
      const move = times.approved(late.recovery, expiresAt);
      const approve = (now: number): Promise<boolean> =>
        test.store.decideRecoveryCase({ id, ...of(person), by: 'agent-kim', now, move }, []);
      assert.deepEqual([await approve(expiresAt), await approve(expiresAt - 1)], [false, true]);
    });
  });

  describe('resetting an account', () => {
    const test = useStore(make);

    it('takes everything away, and lets the next sign-in only enrol (R4)', async () => {
      const person = await Person.enrolled(test.store);
      // Ready at the start, when the session that the reset ends is alive.
      const ready = await readyRecovery(person, START - 3 * DAY);
      const told: unknown[] = [];
      await test.store.resetAccount(
        person.id,
        NOWHERE,
        aliveAt(ready.at),
        ({ removed, sessionIds, recoveries }) => {
          told.push(removed.totp.length, sessionIds, recoveries);
          return [];
        },
      );
      assert.deepEqual(told, [1, [person.session.id], [{ id: ready.recovery.id, tier: 2 }]]);
      const start = person.start(ready.at);
      assert.equal(await test.store.beginSignIn(start), 'session');
      const found = await test.store.findSession(start.session.tokenHash, ready.at, 0);
      assert.deepEqual(
        found?.proofs.map(({ method }) => method),
        ['password', 'account-recovery'],
      );
    });

    it('is on record in the workspace where it was decided, whatever one the person was in before', async () => {
      const [known, newcomer] = [await Person.signedIn(test.store), new Person(test.store)];
      const reset = { event: 'auth.2fa.admin_disabled', outcome: 'success' } as const;
      for (const person of [known, newcomer]) {
        const workspace = `workspace-${person.id}`;
        await test.store.resetAccount(person.id, { workspace }, aliveAt(START), () => person.entries(reset));
        const rows = await test.rows(
          'SELECT workspace FROM mfa_audit_events WHERE subject = $1 AND event = $2',
          person.id,
          reset.event,
        );
        assert.deepEqual(rows, [{ workspace }]);
      }
    });

    it('holds for somebody who never signed in', async () => {
      const person = new Person(test.store);
      await test.store.resetAccount(person.id, NOWHERE, aliveAt(START), () => []);
      const start = person.start();
      await test.store.beginSignIn(start);
      const found = await test.store.findSession(start.session.tokenHash, START, 0);
      assert.equal(found?.proofs.length, 2);
    });
  });
}
