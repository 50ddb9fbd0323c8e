import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import { createBarrier } from '../testing/barrier.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, signIn, signInFully, type Enrolled } from '../testing/people.ts';
import { quickHasher } from '../testing/quick-hasher.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

describeOnEachDatabase('The set of recovery codes', (database) => {
  let kit: RunningKit;
  let ada: Enrolled;
  const barrier = createBarrier();
  let onHash = (): void => undefined;
  const hasher = {
    ...quickHasher,
    hash: async (secret: Buffer) => {
      onHash();
      await barrier.pass();
      return quickHasher.hash(secret);
    },
  };
  before(async () => {
    kit = await startKit({ database, configuration: { hasher } });
    ada = await enrol(kit, kit.browser());
  });
  beforeEach(() => kit.clock.advance(3_600_000));
  after(() => kit.close());

  it('is told by number, never by its codes', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const { body } = expectStatus(await browser.get('/recovery-codes'), 200);
    assert.deepEqual(Object.keys(body).sort(), ['confirmed', 'createdAt', 'remaining', 'total']);
    assert.deepEqual([body['remaining'], body['total'], body['confirmed']], [10, 10, false]);
  });

  it('is confirmed as saved once, in the audit once, and again without harm', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const { events } = await kit.audited(async () => {
      expectStatus(await browser.post('/recovery-codes/confirm'), 204);
      expectStatus(await browser.post('/recovery-codes/confirm'), 204);
    });
    assert.deepEqual(
      events.map(({ event, outcome }) => [event, outcome]),
      [['auth.recovery_codes.confirmed', 'success']],
    );
    assert.equal((await browser.get('/recovery-codes')).body['confirmed'], true);
    assert.deepEqual((await browser.get('/session')).body['nudges'], []);
  });

  it('is replaced as a whole: ten new codes, none of the old ones works, and they count as not saved', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const { result: reply, events } = await kit.audited(() => browser.post('/recovery-codes'));
    const made = expectStatus(reply, 201).body['recoveryCodes'] as string[];
    assert.equal(new Set([...made, ...ada.recoveryCodes]).size, 20);
    assert.deepEqual(
      events.map(({ event, outcome, details }) => [event, outcome, details]),
      [['auth.recovery_codes.regenerated', 'success', '{"total":10}']],
    );
    assert.deepEqual((await browser.get('/session')).body['nudges'], ['recovery-codes-not-saved']);
    const next = await signIn(kit.browser());
    for (const code of ada.recoveryCodes.slice(0, 4)) {
      expectProblem(await next.post('/challenge/recovery-code', { code }), 401, 'invalid_code');
    }
    expectStatus(await next.post('/challenge/recovery-code', { code: made[0] }), 200);
  });

  it('ends the sign-ins that were begun before it was replaced (S5)', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const pending = await signIn(kit.browser());
    expectStatus(await browser.post('/recovery-codes'), 201);
    expectProblem(await pending.get('/challenge'), 401, 'challenge_expired');
    expectStatus(await browser.get('/factors'), 200);
  });

  it('has one winner when it is replaced several times at once: the others are told of a conflict', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    // Each has made sure that it may, and comes to its first hash, before any of them writes.
    barrier.raise(3);
    const replies = await Promise.all(
      Array.from({ length: 3 }, () => browser.copy().post('/recovery-codes')),
    );
    assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 409, 409]);
    const made = replies.find(({ status }) => status === 201)!.body['recoveryCodes'] as string[];
    const next = await signIn(kit.browser());
    expectStatus(await next.post('/challenge/recovery-code', { code: made[9] }), 200);
  });

  it('is not replaced from a session that ended while the new one was made: the old one stays', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const codes = (await kit.tables())['mfa_recovery_codes'];
    const making = Promise.withResolvers<undefined>();
    onHash = () => making.resolve(undefined);
    barrier.raise(2);
    const replacing = browser.copy().post('/recovery-codes');
    await making.promise;
    expectStatus(await browser.post('/sign-out'), 204);
    await barrier.pass();
    expectProblem(await replacing, 401, 'session_required');
    assert.deepEqual((await kit.tables())['mfa_recovery_codes'], codes);
  });

  it('is not there for people without a factor: nothing to confirm (404), nothing to replace (409)', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    const before = await kit.tables();
    expectProblem(await browser.post('/recovery-codes/confirm'), 404, 'not_found');
    expectProblem(await browser.post('/recovery-codes'), 409, 'conflict');
    assert.deepEqual((await browser.get('/recovery-codes')).body, {
      remaining: 0,
      total: 0,
      createdAt: null,
      confirmed: false,
    });
    assert.deepEqual(await kit.tables(), before);
  });
});
