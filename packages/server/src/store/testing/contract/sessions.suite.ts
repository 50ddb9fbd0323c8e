import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MakeDatabase } from '../databases.ts';
import type { SessionQuery } from '../../../sessions/sessions.store.ts';
import { accepted, aliveAt, DAY, failUntilLocked, HOUR, MINUTE, Person, START } from '../person.ts';
import { useStore } from '../test-store.ts';

export function sessionsContract(make: MakeDatabase): void {
  describe('a session', () => {
    const test = useStore(make);

    it('comes with what is known of its person', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      await test.store.confirmRecoveryCodes(person.id, START, []);
      assert.deepEqual(await person.facts(), {
        userId: person.id,
        epoch: 2,
        totpFactors: 2,
        lockedTotpFactors: 0,
        passkeys: 0,
        owed: { workspace: '' },
        recoveryCodes: { remaining: 10, total: 10, createdAt: START, confirmed: true },
      });
    });

    it('says how many authenticators are locked', async () => {
      const person = await Person.enrolled(test.store, { factors: 2 });
      await failUntilLocked(person);
      const { totpFactors, lockedTotpFactors } = await person.facts();
      assert.deepEqual({ totpFactors, lockedTotpFactors }, { totpFactors: 2, lockedTotpFactors: 2 });
    });

    it('ends when it expires (B1)', async () => {
      const { session } = await Person.signedIn(test.store);
      assert.ok(await test.store.findSession(session.tokenHash, START + DAY - 1, 0));
      assert.equal(await test.store.findSession(session.tokenHash, START + DAY, 0), undefined);
    });

    it('ends when it was not seen for too long (B1)', async () => {
      const { session } = await Person.signedIn(test.store);
      const now = START + HOUR;
      assert.ok(await test.store.findSession(session.tokenHash, now, START - 1));
      assert.equal(await test.store.findSession(session.tokenHash, now, START), undefined);
      await test.store.touchSession(session.tokenHash, START + MINUTE);
      const seen = await test.store.findSession(session.tokenHash, now, START);
      assert.equal(seen?.lastSeenAt, START + MINUTE);
    });

    it('is never seen earlier than it was: a slow request does not turn its clock back', async () => {
      const { session } = await Person.signedIn(test.store);
      await test.store.touchSession(session.tokenHash, START + HOUR);
      await test.store.touchSession(session.tokenHash, START + MINUTE);
      const found = await test.store.findSession(session.tokenHash, START + HOUR, 0);
      assert.equal(found?.lastSeenAt, START + HOUR);
    });

    it('is not found by a token that was never given', async () => {
      assert.equal(await test.store.findSession('no such token', START, 0), undefined);
    });

    it('ends once, and the event is written by the one call that ended it (S1)', async () => {
      const person = await Person.signedIn(test.store);
      const end = (): Promise<boolean> =>
        test.store.endSession(
          person.session.id,
          aliveAt(START),
          person.entries({ event: 'auth.session.ended', outcome: 'success' }),
        );
      assert.deepEqual([await end(), await end()], [true, false]);
      assert.equal(await test.store.findSession(person.session.tokenHash, START, 0), undefined);
      const audit = await test.rows('SELECT event FROM mfa_audit_events WHERE subject = $1', person.id);
      assert.deepEqual(audit, [{ event: 'auth.session.ended' }]);
    });

    it('that idled out or expired is not ended by anybody, and not told of', async () => {
      const person = await Person.signedIn(test.store);
      for (const alive of [aliveAt(START + HOUR), { now: START + DAY, seenSince: 0 }])
        assert.equal(await test.store.endSession(person.session.id, alive, []), false);
      assert.equal(await test.store.endSession(person.session.id, aliveAt(START + HOUR - 1), []), true);
    });

    it('was seen when it got a new token', async () => {
      const person = await Person.signedIn(test.store);
      const rotation = person.rotation(START + MINUTE);
      await test.store.completeStepUp(person.stepUp(undefined, { rotation }));
      const found = await test.store.findSession(rotation.newTokenHash, START + MINUTE, 0);
      assert.equal(found?.lastSeenAt, START + MINUTE);
    });

    const query = (person: Person, change: Partial<SessionQuery> = {}): SessionQuery => ({
      userId: person.id,
      currentId: person.session.id,
      now: START,
      seenSince: 0,
      most: 10,
      ...change,
    });
    const openSession = async (person: Person, at: number): Promise<string> => {
      const start = person.start(at);
      await test.store.beginSignIn(start);
      return start.session.id;
    };

    it('is on its person\u2019s list while it lives: the current one first, then the one seen last, so many at most (B1)', async () => {
      const person = await Person.signedIn(test.store);
      const older = await openSession(person, START + MINUTE);
      const newer = await openSession(person, START + 2 * MINUTE);
      await Person.signedIn(test.store);
      const now = START + HOUR;
      const ids = async (change: Partial<SessionQuery>): Promise<readonly string[]> =>
        (await test.store.listSessions(query(person, { now, ...change }))).map(({ id }) => id);
      assert.deepEqual(await ids({}), [person.session.id, newer, older]);
      assert.deepEqual(await ids({ most: 2 }), [person.session.id, newer]);
      assert.deepEqual(await ids({ seenSince: START }), [newer, older], 'the others idled out');
      assert.deepEqual(await ids({ seenSince: START - 1 }), [person.session.id, newer, older]);
      assert.deepEqual(await ids({ now: START + DAY }), [newer, older], 'the others expired');
      assert.deepEqual(await ids({ now: START + DAY - 1 }), [person.session.id, newer, older]);
    });

    it('is listed with what there is to say of it, and never with its token', async () => {
      const person = await Person.signedIn(test.store);
      const { tokenHash, ...known } = person.session;
      const listed = await test.store.listSessions(query(person));
      assert.deepEqual(listed, [{ ...known, lastSeenAt: START }]);
      assert.ok(!JSON.stringify(listed).includes(tokenHash));
    });

    it('is its person\u2019s own and nobody else\u2019s', async () => {
      const [person, stranger] = [await Person.signedIn(test.store), await Person.signedIn(test.store)];
      assert.equal(await test.store.ownsSession(person.id, person.session.id), true);
      assert.equal(await test.store.ownsSession(stranger.id, person.session.id), false);
    });

    it('ends all others of its person, told by those that were alive, with sign-ins begun and devices (S5)', async () => {
      const person = await Person.enrolled(test.store);
      const at = START - MINUTE;
      const early = person.completion(await person.beginSignIn(at), accepted(person.factorId, 1), { at });
      assert.equal(await test.store.completeSignIn(early), 'completed');
      const device = await person.rememberDevice(START + MINUTE);
      const pending = await person.beginSignIn(START + MINUTE);
      const stranger = await Person.signedIn(test.store);
      const told: unknown[] = [];
      // The early session has idled out: it was not ended by this, and nothing is told of it.
      const ending = query(person, { now: START + HOUR, seenSince: at });
      const live = (await test.store.listSessions(ending)).filter(({ id }) => id !== person.session.id);
      assert.equal(live.length, 1);
      const verdict = await test.store.endOtherSessions(ending, (ended) => {
        told.push(ended);
        return [];
      });
      assert.equal(verdict, 'ended');
      assert.deepEqual(told, [{ sessionIds: live.map(({ id }) => id), deviceIds: [device.id] }]);
      assert.equal((await person.facts()).epoch, 2);
      assert.equal(await test.store.findPendingSignIn(pending, START + MINUTE), undefined);
      const late = person.completion(pending, accepted(person.factorId, 9), { at: START + MINUTE });
      assert.equal(await test.store.completeSignIn(late), 'gone');
      assert.equal(await test.count('mfa_sessions', person.id), 1);
      assert.equal(await test.count('mfa_sessions', stranger.id), 1);
    });

    it('tells of others that it ends in the order of the list, whatever order the database deletes in', async () => {
      const person = await Person.signedIn(test.store);
      const opened: string[] = [];
      for (let later = 1; later <= 6; later += 1) opened.push(await openSession(person, START + later));
      let told: readonly string[] = [];
      await test.store.endOtherSessions(query(person), ({ sessionIds }) => {
        told = sessionIds;
        return [];
      });
      assert.deepEqual(told, opened.toReversed());
    });

    it('ends nothing when it has been ended itself', async () => {
      const person = await Person.signedIn(test.store);
      await openSession(person, START);
      await test.store.endSession(person.session.id, aliveAt(START), []);
      assert.equal(await test.store.endOtherSessions(query(person), () => []), 'gone');
      assert.equal(await test.count('mfa_sessions', person.id), 1);
    });

    it('keeps every character of what a browser says', async () => {
      const person = new Person(test.store);
      const userAgent = `it's "a" browser; $1 ?1 %s \\ – 𝔘𝔫𝔦 ✓ العربية`;
      const session = { ...person.session, userAgent, ip: '2001:db8::7' };
      await test.store.beginSignIn(person.start(START, { session }));
      const found = await test.store.findSession(session.tokenHash, START, 0);
      assert.deepEqual([found?.userAgent, found?.ip], [userAgent, '2001:db8::7']);
    });
  });
}
