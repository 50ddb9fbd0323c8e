import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { answerChallenge, enrolPasskey, newDevice, oneClick } from '../passkeys/testing/ceremonies.ts';
import type { Browser, Reply } from '../testing/browser.ts';
import { alreadyAt } from '../store/testing/databases.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  addApp,
  enrol,
  expectProblem,
  expectStatus,
  prove,
  signIn,
  signInFully,
  type AuthenticatorApp,
  type Enrolled,
} from '../testing/people.ts';
import { generateKeyRing } from '../secrets/key-ring.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;

const guess = (kit: RunningKit, browser: Browser, app: AuthenticatorApp): Promise<Reply> =>
  browser.post('/challenge/totp', { code: app.wrongCodeAt(kit.clock.now()) });

/** Fails so often, five times to a pending sign-in. */
async function fail(kit: RunningKit, app: AuthenticatorApp, times: number): Promise<void> {
  let browser = kit.browser();
  for (let count = 0; count < times; count += 1) {
    if (count % 5 === 0) browser = await signIn(kit.browser());
    expectProblem(await guess(kit, browser, app), 401, 'invalid_code');
  }
}

/** Guesses until the authenticator locks: ten, then waiting until the account opens, three times. */
async function lock(kit: RunningKit, app: AuthenticatorApp): Promise<void> {
  for (const wait of [15, 30, 60]) {
    await fail(kit, app, 10);
    kit.clock.advance(wait * MINUTE);
  }
}

describeOnEachDatabase('The limit of an account (L1)', (database) => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({ database });
    ada = await enrol(kit, kit.browser());
  });
  after(() => kit.close());

  it('closes it after ten failures, whatever pending sign-in they were made on', async () => {
    const { events } = await kit.audited(() => fail(kit, ada.app, 10));
    const blocked = events.filter(({ event }) => event === 'auth.2fa.brute_force_blocked');
    assert.deepEqual(
      blocked.map(({ outcome, method, details }) => [outcome, method, details]),
      [['blocked', 'totp', '{"seconds":900}']],
    );
    const browser = await signIn(kit.browser());
    const reply = expectProblem(await guess(kit, browser, ada.app), 429, 'too_many_attempts');
    assert.equal(reply.body['retryAfter'], 900);
    assert.equal(reply.headers.get('retry-after'), '900');
  });

  it('while closed, neither accepts nor spends a right code, and a recovery code as little', async () => {
    const browser = await signIn(kit.browser());
    const code = ada.app.codeAt(kit.clock.now());
    expectProblem(await browser.post('/challenge/totp', { code }), 429, 'too_many_attempts');
    const recovery = { code: ada.recoveryCodes[0] };
    expectProblem(await browser.post('/challenge/recovery-code', recovery), 429, 'too_many_attempts');
    const tables = await kit.tables();
    assert.ok(tables['mfa_recovery_codes']?.every(({ spent_at: spent }) => spent === null));
  });

  it('while closed, attempts neither count nor extend it, nor use up the pending sign-in, and tell the audit once a minute', async () => {
    const browser = await signIn(kit.browser());
    const recovery = { code: ada.recoveryCodes[0] };
    kit.clock.advance(MINUTE);
    const before = await kit.tables();
    const { events } = await kit.audited(async () => {
      for (let count = 0; count < 12; count += 1) {
        expectProblem(await guess(kit, browser, ada.app), 429, 'too_many_attempts');
        expectProblem(await browser.post('/challenge/recovery-code', recovery), 429, 'too_many_attempts');
      }
    });
    const { mfa_audit_events: trail, ...others } = await kit.tables();
    const { mfa_audit_events: trailBefore, ...othersBefore } = before;
    assert.deepEqual(others, othersBefore);
    assert.equal((trail?.length ?? 0) - (trailBefore?.length ?? 0), 2);
    assert.deepEqual(
      events.map(({ event, outcome, reason, method }) => [event, outcome, reason, method]),
      ['totp', 'recovery-code'].map((method) => ['auth.2fa.failure', 'blocked', 'closed', method]),
    );
  });

  it('opens when the wait is over, to the millisecond', async () => {
    const fresh = await signIn(kit.browser());
    kit.clock.advance(14 * MINUTE - 1);
    const late = await signIn(kit.browser());
    const reply = expectProblem(await guess(kit, late, ada.app), 429, 'too_many_attempts');
    assert.equal(reply.body['retryAfter'], 1);
    kit.clock.advance(1);
    expectStatus(await late.post('/challenge/totp', { code: ada.app.codeAt(kit.clock.now()) }), 200);
    expectProblem(await fresh.get('/challenge'), 401, 'challenge_expired');
  });

  it('waits twice as long the next time', async () => {
    const { events } = await kit.audited(() => fail(kit, ada.app, 10));
    const blocked = events.find(({ event }) => event === 'auth.2fa.brute_force_blocked');
    assert.equal(blocked?.details, '{"seconds":1800}');
    kit.clock.advance(30 * MINUTE);
  });

  it('counts step-up, enrolment and recovery codes together with sign-ins, over all sessions', async () => {
    kit.clock.advance(60 * MINUTE);
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const other = await signInFully(kit, kit.browser(), ada.app);
    const started = expectStatus(await other.post('/totp'), 201);
    await fail(kit, ada.app, 3);
    for (let count = 0; count < 3; count += 1)
      expectProblem(await guess(kit, browser, ada.app), 401, 'invalid_code');
    for (let count = 0; count < 2; count += 1) {
      const confirmation = await other.post(`/totp/${String(started.body['id'])}/confirm`, {
        code: ada.app.wrongCodeAt(kit.clock.now()),
      });
      expectProblem(confirmation, 401, 'invalid_code');
    }
    const pending = await signIn(kit.browser());
    for (let count = 0; count < 2; count += 1) {
      expectProblem(
        await pending.post('/challenge/recovery-code', { code: 'nonsense' }),
        401,
        'invalid_code',
      );
    }
    expectProblem(await guess(kit, browser, ada.app), 429, 'too_many_attempts');
    const confirmation = await other.post(`/totp/${String(started.body['id'])}/confirm`, { code: '123456' });
    expectProblem(confirmation, 429, 'too_many_attempts');
  });

  it('lets ten of parallel attempts through and refuses the others, which do not count (S1, S2)', async () => {
    kit.clock.advance(120 * MINUTE);
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const { result: replies, events } = await kit.audited(() =>
      Promise.all(Array.from({ length: 14 }, () => guess(kit, browser.copy(), ada.app))),
    );
    const codes = replies.map(({ body }) => body['code']);
    assert.equal(codes.filter((code) => code === 'invalid_code').length, 10);
    assert.equal(codes.filter((code) => code === 'too_many_attempts').length, 4);
    expectProblem(await guess(kit, browser, ada.app), 429, 'too_many_attempts');
    assert.equal(events.filter(({ reason }) => reason === 'closed').length, 1);
    const closed = (await kit.audit('user-ada')).filter(
      ({ at, event }) => at === kit.clock.now() && event === 'auth.2fa.brute_force_blocked',
    );
    assert.equal(closed.length, 1);
  });

  it('leaves other accounts alone', async () => {
    const grace = await enrol(kit, kit.browser(), 'grace');
    await signInFully(kit, kit.browser(), grace.app, 'grace');
  });
});

describe('Who can reach the limits of the second factor (L3)', () => {
  it('is nobody who does not know the password: failed sign-ins by a stranger close nothing for the owner', async () => {
    const kit = await startKit();
    const { app } = await enrol(kit, kit.browser());
    const stranger = kit.browser();
    for (let count = 0; count < 15; count += 1) {
      await stranger.post('/sign-in', { login: 'ada@example.com', password: 'guess' });
      await stranger.post('/challenge/totp', { code: '123456' });
    }
    await signInFully(kit, kit.browser(), app);
    await kit.close();
  });
});

describe('An authenticator that failed thirty times in a row (L2)', () => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit();
    ada = await enrol(kit, kit.browser());
  });
  after(() => kit.close());

  it('is locked: the right code is refused as factor_locked, uncounted', async () => {
    const { events } = await kit.audited(() => lock(kit, ada.app));
    const locked = events.filter(({ event }) => event === 'auth.2fa.factor_locked');
    assert.deepEqual(
      locked.map(({ outcome, factor_id, details }) => [outcome, factor_id, details]),
      [['blocked', ada.factorId, '{"failures":30}']],
    );
    const browser = await signIn(kit.browser());
    for (let count = 0; count < 7; count += 1) {
      const reply = await browser.post('/challenge/totp', { code: ada.app.codeAt(kit.clock.now()) });
      expectProblem(reply, 423, 'factor_locked');
    }
  });

  it('is not offered any more', async () => {
    const browser = await signIn(kit.browser());
    const { body } = await browser.get('/challenge');
    assert.deepEqual([body['methods'], body['preferred']], [['recovery-code'], 'recovery-code']);
  });

  it('leaves the recovery codes working, and shows as locked', async () => {
    const browser = await signIn(kit.browser());
    expectStatus(await browser.post('/challenge/recovery-code', { code: ada.recoveryCodes[0] }), 200);
    const { body } = await browser.get('/factors');
    assert.deepEqual(
      (body['totp'] as { id: string; locked: boolean }[]).map(({ id, locked }) => [id, locked]),
      [[ada.factorId, true]],
    );
  });

  it('does not lock one that is set up again in its place', async () => {
    const browser = await signIn(kit.browser());
    expectStatus(await browser.post('/challenge/recovery-code', { code: ada.recoveryCodes[1] }), 200);
    const { app } = await addApp(kit, browser);
    const again = await signIn(kit.browser());
    assert.deepEqual((await again.get('/challenge')).body['methods'], ['totp', 'recovery-code']);
    await prove(kit, again, app);
  });
});

describe('A success between failures', () => {
  it('resets only the authenticator that succeeded (L3)', async () => {
    const kit = await startKit();
    const browser = kit.browser();
    const first = await enrol(kit, browser);
    const second = await addApp(kit, browser, 'Tablet');
    const failures = async (): Promise<Map<unknown, unknown>> => {
      const factors = (await kit.tables())['mfa_totp_factors'] ?? [];
      return new Map(factors.map((row) => [row['id'], row['failures_in_a_row']]));
    };
    await fail(kit, first.app, 4);
    assert.deepEqual([...(await failures()).values()], [4, 4]);
    await signInFully(kit, kit.browser(), second.app);
    assert.equal((await failures()).get(first.factorId), 4);
    assert.equal((await failures()).get(second.factorId), 0);
    await kit.close();
  });

  it('leaves the failures of the account counted: nine, a success and one more close it', async () => {
    const kit = await startKit();
    const { app } = await enrol(kit, kit.browser());
    await fail(kit, app, 9);
    await signInFully(kit, kit.browser(), app);
    await fail(kit, app, 1);
    expectProblem(await guess(kit, await signIn(kit.browser()), app), 429, 'too_many_attempts');
    await kit.close();
  });
});

describe('Five wrong codes in a row', () => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit();
    ada = await enrol(kit, kit.browser());
  });
  beforeEach(() => kit.clock.advance(25 * 60 * MINUTE));
  after(() => kit.close());

  /** Subjects of the mails that something causes. */
  async function mailsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
    await kit.mfa.jobs.runDue();
    const earlier = kit.mails.length;
    await work();
    await kit.mfa.jobs.runDue();
    return kit.mails.slice(earlier).map(({ subject }) => subject);
  }
  const SEVERAL = 'Test Notes: Several wrong sign-in codes';

  it('are told to the owner by mail, and four are not', async () => {
    assert.deepEqual(await mailsOf(() => fail(kit, ada.app, 4)), []);
    assert.deepEqual(await mailsOf(() => fail(kit, ada.app, 1)), [SEVERAL]);
  });

  it('are told once an hour, however many there are, and again where they come slowly', async () => {
    await signInFully(kit, kit.browser(), ada.app);
    const mails = await mailsOf(() => fail(kit, ada.app, 10));
    assert.deepEqual(mails.toSorted(), [SEVERAL, 'Test Notes: Too many wrong sign-in codes']);
    const slow = await mailsOf(async () => {
      for (let day = 0; day < 5; day += 1) {
        kit.clock.advance(24 * 60 * MINUTE);
        await fail(kit, ada.app, 1);
      }
    });
    assert.deepEqual(slow, [SEVERAL]);
  });

  it('are counted anew after a right one', async () => {
    await signInFully(kit, kit.browser(), ada.app);
    const mails = await mailsOf(async () => {
      await fail(kit, ada.app, 4);
      await signInFully(kit, kit.browser(), ada.app);
      await fail(kit, ada.app, 4);
    });
    assert.deepEqual(mails, []);
  });
});

describe('While codes are closed', () => {
  it('a passkey goes on working, at the second half and as step-up, and opens nothing for codes (L1)', async () => {
    const kit = await startKit();
    const browser = kit.browser();
    const { app } = await enrol(kit, browser);
    const device = newDevice(kit);
    expectStatus(await enrolPasskey(browser, device), 201);
    await fail(kit, app, 10);
    const pending = await signIn(kit.browser());
    expectProblem(await guess(kit, pending, app), 429, 'too_many_attempts');
    expectStatus(await answerChallenge(pending, device), 200);
    expectStatus(await answerChallenge(pending, device), 200);
    const right = { code: app.codeAt(kit.clock.now()) };
    expectProblem(await pending.post('/challenge/totp', right), 429, 'too_many_attempts');
    expectStatus(await oneClick(kit.browser(), device), 200);
    await kit.close();
  });
});

describeOnEachDatabase('The limits (L6)', (database) => {
  it('live in the database: another process on it, and one that is started later, finds closed what is closed', async () => {
    const place = await database();
    const keys = generateKeyRing();
    const start = (): Promise<RunningKit> =>
      startKit({ database: alreadyAt(place.url), configuration: { keys } });
    const kit = await start();
    const other = await start();
    const { app } = await enrol(kit, kit.browser());
    await fail(kit, app, 10);
    const wrong = { login: 'ada@example.com', password: 'wrong horse' };
    for (const each of [kit, other]) {
      const browser = await signIn(each.browser());
      expectProblem(await guess(each, browser, app), 429, 'too_many_attempts');
    }
    for (let count = 0; count < 20; count += 1)
      expectProblem(await kit.browser().post('/sign-in', wrong), 401, 'invalid_credentials');
    await kit.close();
    const later = await start();
    for (const each of [other, later])
      expectProblem(await each.browser().post('/sign-in', wrong), 429, 'too_many_attempts');
    await other.close();
    await later.close();
    await place.remove();
  });
});
