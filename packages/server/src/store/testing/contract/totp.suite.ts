import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FactorRemoval } from '../../../sessions/sessions.store.ts';
import type { RemovalFacts } from '../../../totp/totp.store.ts';
import type { MakeDatabase } from '../databases.ts';
import { accepted, aliveAt, HOUR, MINUTE, MOST_FACTORS, Person, sealed, START } from '../person.ts';
import { useStore } from '../test-store.ts';
import { totpEnrolmentsOf, totpFactorsOf } from '../totp-of.ts';

const EXPIRY = START + 15 * MINUTE;

export function totpContract(make: MakeDatabase): void {
  describe('a pending enrolment', () => {
    const test = useStore(make);

    it('is found by its person, session and id together', async () => {
      const person = await Person.signedIn(test.store);
      const stranger = await Person.signedIn(test.store);
      const enrolment = person.enrolment();
      assert.equal(await test.store.startTotpEnrolment(enrolment, MOST_FACTORS), 'started');

      const { id, sessionId } = enrolment;
      assert.deepEqual(await test.store.findTotpEnrolment(person.id, sessionId, id), enrolment);
      assert.equal(await test.store.findTotpEnrolment(stranger.id, sessionId, id), undefined);
      assert.equal(await test.store.findTotpEnrolment(person.id, stranger.session.id, id), undefined);
      assert.equal(await test.store.findTotpEnrolment(person.id, sessionId, 'another'), undefined);
    });

    it('replaces the one that the same session had, and no other', async () => {
      const person = await Person.signedIn(test.store);
      const elsewhere = person.start();
      await test.store.beginSignIn(elsewhere);
      const [first, second] = [person.enrolment(), person.enrolment()];
      const third = person.enrolment(START, elsewhere.session.id);
      for (const enrolment of [first, third, second])
        await test.store.startTotpEnrolment(enrolment, MOST_FACTORS);

      assert.deepEqual(await totpEnrolmentsOf(test.store, person.id, person.session.id, START), [second]);
      assert.deepEqual(await totpEnrolmentsOf(test.store, person.id, elsewhere.session.id, START), [third]);
    });

    it('is listed until it expires', async () => {
      const person = await Person.signedIn(test.store);
      await test.store.startTotpEnrolment(person.enrolment(), MOST_FACTORS);
      const listed = async (now: number): Promise<number> =>
        (await totpEnrolmentsOf(test.store, person.id, person.session.id, now)).length;
      assert.deepEqual([await listed(EXPIRY - 1), await listed(EXPIRY)], [1, 0]);
    });

    it('can be dropped, once, by its own session', async () => {
      const person = await Person.signedIn(test.store);
      const { id, sessionId } = await started(person);
      assert.equal(await test.store.dropTotpEnrolment(person.id, 'another session', id), false);
      assert.equal(await test.store.dropTotpEnrolment(person.id, sessionId, id), true);
      assert.equal(await test.store.dropTotpEnrolment(person.id, sessionId, id), false);
    });

    it('is no factor: a sign-in does not ask for it', async () => {
      const person = await Person.signedIn(test.store);
      await started(person);
      assert.equal(await test.store.beginSignIn(person.start()), 'session');
      assert.deepEqual(await totpFactorsOf(test.store, person.id), []);
    });

    it('is refused to somebody who has as many factors as one may have (S7)', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      assert.equal(await test.store.startTotpEnrolment(person.enrolment(), 3), 'started');
      assert.equal(await test.store.startTotpEnrolment(person.enrolment(), 2), 'limit');
    });

    it('is not begun for somebody who was deleted meanwhile', async () => {
      const person = await Person.signedIn(test.store);
      await test.store.forgetUser(person.id);
      assert.equal(await test.store.startTotpEnrolment(person.enrolment(), 3), 'gone');
      assert.equal(await test.count('mfa_totp_enrolments', person.id), 0);
    });
  });

  describe('the confirmation of an enrolment', () => {
    const test = useStore(make);

    it('makes the factor, the recovery codes, a new token and a new epoch at once', async () => {
      const person = await Person.signedIn(test.store);
      const enrolment = await started(person);
      const attempt = person.attempt();
      await test.store.countProofAttempt(attempt);
      const entries = person.entries({ event: 'auth.2fa.enabled', outcome: 'success' });
      const confirmation = await person.confirmation(enrolment, {
        attempt,
        step: 77,
        name: 'Phone',
        entries,
      });
      assert.equal(await test.store.confirmTotpEnrolment(confirmation, MOST_FACTORS), 'confirmed');

      assert.deepEqual(await totpFactorsOf(test.store, person.id), [
        {
          userId: person.id,
          id: enrolment.id,
          name: 'Phone',
          secret: confirmation.secret,
          lastStep: 77,
          locked: false,
          createdAt: START,
        },
      ]);
      assert.equal(await test.store.findSession(person.session.tokenHash, START, 0), undefined);
      person.tookOver(confirmation.rotation);
      assert.deepEqual(await person.facts(), {
        userId: person.id,
        epoch: 1,
        totpFactors: 1,
        lockedTotpFactors: 0,
        passkeys: 0,
        owed: { workspace: '' },
        recoveryCodes: { remaining: 10, total: 10, createdAt: START, confirmed: false },
      });
      assert.deepEqual(await totpEnrolmentsOf(test.store, person.id, person.session.id, START), []);
      assert.deepEqual(await test.rows('SELECT id FROM mfa_attempts WHERE subject = $1', person.id), []);
      assert.equal(await test.count('mfa_outbox', person.id), 1);
    });

    it('leaves the recovery codes alone for a second factor', async () => {
      const person = await Person.enrolled(test.store);
      const before = await codes(person);
      await person.addFactor();
      assert.deepEqual(await codes(person), before);
    });

    it('answers gone the second time, and for an expired, dropped or unknown enrolment (S1)', async () => {
      const person = await Person.enrolled(test.store);
      const confirm = async (enrolment: ReturnType<Person['enrolment']>, now = START): Promise<string> => {
        const confirmation = await person.confirmation(enrolment, { now });
        const verdict = await test.store.confirmTotpEnrolment(confirmation, MOST_FACTORS);
        if (verdict === 'confirmed') person.tookOver(confirmation.rotation);
        return verdict;
      };
      const enrolment = await started(person);
      assert.equal(await confirm(enrolment, EXPIRY), 'gone', 'expired');
      assert.equal(await confirm(enrolment, EXPIRY - 1), 'confirmed', 'in its last moment');
      assert.equal(await confirm(enrolment), 'gone', 'confirmed before');
      assert.equal(await confirm(person.enrolment()), 'gone', 'never started');
      const elsewhere = { ...(await started(person)), sessionId: 'another session' };
      assert.equal(await confirm(elsewhere), 'gone', 'of another session');
    });

    it('answers gone when the session lost its token meanwhile, and the enrolment stays', async () => {
      const person = await Person.signedIn(test.store);
      const enrolment = await started(person);
      const confirmation = await person.confirmation(enrolment);
      const rotation = { ...confirmation.rotation, tokenHash: 'an older token' };
      const late = { ...confirmation, rotation };
      assert.equal(await test.store.confirmTotpEnrolment(late, MOST_FACTORS), 'gone');
      assert.equal((await totpEnrolmentsOf(test.store, person.id, person.session.id, START)).length, 1);
      assert.deepEqual(await totpFactorsOf(test.store, person.id), []);
      assert.equal((await person.facts()).epoch, 0);
    });

    it('answers conflict when the account changed since the right to enrol was checked (S5)', async () => {
      const person = await Person.signedIn(test.store);
      const enrolment = await started(person);
      const confirmation = await person.confirmation(enrolment);
      await test.store.endEverySignIn(person.id, aliveAt(START), person.session.id, () => []);
      assert.equal(await test.store.confirmTotpEnrolment(confirmation, MOST_FACTORS), 'conflict');
      assert.equal((await totpEnrolmentsOf(test.store, person.id, person.session.id, START)).length, 1);
    });

    it('holds the cap of ten: the tenth is confirmed, the eleventh is not (S7)', async () => {
      const person = await Person.enrolled(test.store, { factors: 9 });
      const tenth = await started(person);
      const elsewhere = person.start();
      const eleventh = person.enrolment(START, elsewhere.session.id);
      await test.store.startTotpEnrolment(eleventh, MOST_FACTORS);
      const confirmed = await person.confirmation(tenth);
      assert.equal(await test.store.confirmTotpEnrolment(confirmed, MOST_FACTORS), 'confirmed');
      person.tookOver(confirmed.rotation);
      const refused = await person.confirmation(eleventh);
      assert.equal(await test.store.confirmTotpEnrolment(refused, MOST_FACTORS), 'limit');
      assert.equal((await totpFactorsOf(test.store, person.id)).length, 10);
      assert.ok(
        await test.store.findSession(person.session.tokenHash, START, 0),
        'the token was not rotated',
      );
    });

    async function codes(person: Person): Promise<unknown> {
      return test.rows('SELECT * FROM mfa_recovery_codes WHERE user_id = $1 ORDER BY selector', person.id);
    }
  });

  describe('a confirmed factor', () => {
    const test = useStore(make);

    it('is found by its person and id together, and listed in the order of their making', async () => {
      const person = await Person.signedIn(test.store);
      const stranger = await Person.signedIn(test.store);
      const made: string[] = [];
      for (const minutes of [0, 1, 2]) made.push(await person.addFactor({ at: START + minutes * MINUTE }));
      const listed = await totpFactorsOf(test.store, person.id);
      assert.deepEqual(
        listed.map(({ id }) => id),
        made,
      );
      assert.deepEqual(await test.store.findTotpFactor(person.id, made[1]!), listed[1]);
      assert.equal(await test.store.findTotpFactor(stranger.id, made[1]!), undefined);
    });

    it('can be renamed, which is told to the audit and changes nothing else', async () => {
      const person = await Person.enrolled(test.store);
      const before = await test.store.findTotpFactor(person.id, person.factorId);
      const entries = person.entries({ event: 'auth.totp.renamed', outcome: 'success' });
      const renamed = await test.store.renameTotpFactor(person.id, person.factorId, 'Ärmel ✓', entries);
      assert.deepEqual(renamed, { ...before, name: 'Ärmel ✓' });
      assert.deepEqual(
        await test.store.renameTotpFactor(person.id, person.factorId, 'Ärmel ✓', entries),
        renamed,
      );
      assert.equal((await person.facts()).epoch, 1);
      assert.equal(await events(person), 1, 'the name that it has already is no event');
    });

    it('is not renamed when it is missing, and the audit is not told', async () => {
      const person = await Person.enrolled(test.store);
      const stranger = await Person.signedIn(test.store);
      const entries = stranger.entries({ event: 'auth.totp.renamed', outcome: 'success' });
      const renamed = await test.store.renameTotpFactor(stranger.id, person.factorId, 'Mine', entries);
      assert.equal(renamed, undefined);
      assert.equal(await events(stranger), 0);
    });

    it('goes alone while others stay: the recovery codes remain', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const facts: RemovalFacts[] = [];
      const verdict = await test.store.removeTotpFactor(
        await person.removal(),
        person.factorId,
        (removal) => {
          facts.push(removal);
          return [];
        },
      );
      assert.equal(verdict, 'removed');
      assert.deepEqual(
        facts.map(({ removed, wasLast }) => [removed.id, wasLast]),
        [[person.factorId, false]],
      );
      const { totpFactors, epoch, recoveryCodes } = await person.facts();
      assert.deepEqual([totpFactors, epoch, recoveryCodes?.remaining], [1, 3, 10]);
    });

    it('takes the recovery codes with it when it was the last (S7)', async () => {
      const person = await Person.enrolled(test.store);
      let last: boolean | undefined;
      const entries = ({ wasLast }: RemovalFacts) => {
        last = wasLast;
        return person.entries({ event: 'auth.2fa.disabled', outcome: 'success' });
      };
      assert.equal(
        await test.store.removeTotpFactor(await person.removal(), person.factorId, entries),
        'removed',
      );
      assert.equal(last, true);
      assert.equal((await person.facts()).recoveryCodes, undefined);
      assert.equal(await test.count('mfa_recovery_codes', person.id), 0);
      assert.equal(await test.count('mfa_outbox', person.id), 1);
      assert.equal(await test.store.beginSignIn(person.start()), 'session');
    });

    it('S4, S5: ends the other sessions that it was proven in, and those alone', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const { factorId, id: userId } = person;
      let step = 0;
      const proven = async (factor: string, at = START): Promise<string> => {
        const session = { ...person.newSession(at), proofs: [{ method: 'totp', at, factor }] as const };
        const pending = await person.beginSignIn(at);
        step += 1;
        const completion = person.completion(pending, accepted(factorId, step), { at, session });
        assert.equal(await test.store.completeSignIn(completion), 'completed');
        return session.id;
      };
      const own = await proven(factorId);
      const stolen = await proven(factorId);
      const idle = await proven(factorId, START - 2 * HOUR);
      const byAnother = await proven('another-factor');
      const ended: string[] = [];
      await test.store.removeTotpFactor(await person.removal({ currentId: own }), factorId, (facts) => {
        ended.push(...facts.endedSessions);
        return [];
      });
      assert.deepEqual(ended, [stolen], 'the idle one ends untold: nobody was in it any more');
      const live = await test.rows<{ id: string }>('SELECT id FROM mfa_sessions WHERE user_id = $1', userId);
      const left = new Set(live.map(({ id }) => id));
      assert.ok(left.has(own) && left.has(byAnother));
      assert.ok(!left.has(stolen) && !left.has(idle));
    });

    it('S4: takes its proofs out of the session that stays, and a request that crosses writes none back', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const [old, phone] = (await totpFactorsOf(test.store, person.id)).map(({ id }) => id);
      const proofs = [
        { method: 'password', at: START },
        { method: 'totp', at: START, factor: old! },
        { method: 'totp', at: START, factor: phone! },
      ] as const;
      const proving = { ...person.rotation(), proofs };
      assert.equal(
        await test.store.completeStepUp(person.stepUp(undefined, { rotation: proving })),
        'completed',
      );
      person.tookOver(proving);
      const crossing = person.rotation();
      await test.store.removeTotpFactor(await person.removal(), old!, () => []);
      const left = await test.store.findSession(person.session.tokenHash, START, 0);
      assert.deepEqual(left?.proofs, [proofs[0], proofs[2]]);
      const late = person.stepUp(accepted(phone!, 9), { rotation: crossing });
      assert.equal(await test.store.completeStepUp(late), 'gone');
      const still = await test.store.findSession(person.session.tokenHash, START, 0);
      assert.deepEqual(still?.proofs, left.proofs);
    });

    it('S5: stays when the account changed since the right to remove it was checked, or its session was ended', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const early = await person.removal();
      await person.addFactor();
      const removals = (removal: FactorRemoval): Promise<readonly string[]> =>
        Promise.all([
          test.store.removeTotpFactor(removal, person.factorId, () => []),
          test.store.removeAllFactors(removal, () => []),
          test.store.removePasskey(removal, 'no-such-passkey', () => []),
        ]);
      assert.deepEqual(await removals(early), ['conflict', 'conflict', 'conflict']);
      const elsewhere = await person.removal({ currentId: 'a session that was ended' });
      assert.deepEqual(await removals(elsewhere), ['gone', 'gone', 'gone']);
      assert.equal((await totpFactorsOf(test.store, person.id)).length, 3);
      assert.equal((await person.facts()).epoch, 3);
    });

    it('is missing the second time and for others, and nothing is told (S1)', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      const stranger = await Person.enrolled(test.store);
      const remove = async (who: Person): Promise<string> =>
        test.store.removeTotpFactor(await who.removal(), person.factorId, () => {
          throw new Error('nothing was removed');
        });
      assert.equal(await remove(stranger), 'missing');
      await test.store.removeTotpFactor(await person.removal(), person.factorId, () => []);
      assert.equal(await remove(person), 'missing');
      assert.equal((await person.facts()).epoch, 3);
    });

    it('gets new recovery codes in place of any that were left, when it is the first again', async () => {
      const person = await Person.enrolled(test.store);
      const [before] = person.recoveryCodes!.codes;
      await test.store.removeTotpFactor(await person.removal(), person.factorId, () => []);
      await person.addFactor({ secret: sealed() });
      assert.equal((await person.facts()).recoveryCodes?.remaining, 10);
      const attempt = person.attempt();
      const counted = await test.store.countRecoveryCodeAttempt(attempt, before!.selector);
      assert.ok(counted.verdict === 'counted' && counted.code?.verifier !== before!.verifier);
    });

    async function events(person: Person): Promise<number> {
      const rows = await test.rows('SELECT id FROM mfa_audit_events WHERE subject = $1', person.id);
      return rows.length;
    }
  });
}

async function started(person: Person): Promise<ReturnType<Person['enrolment']>> {
  const enrolment = person.enrolment();
  await person.store.startTotpEnrolment(enrolment, MOST_FACTORS);
  return enrolment;
}
