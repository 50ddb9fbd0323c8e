import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, signIn, type Enrolled } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describeOnEachDatabase('The second half of a sign-in', (database) => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({ database });
    ada = await enrol(kit, kit.browser());
  });
  // An hour later nothing that an earlier test counted is in any window.
  beforeEach(() => kit.clock.advance(HOUR));
  after(() => kit.close());

  const wrong = (browser: Browser): ReturnType<Browser['post']> =>
    browser.post('/challenge/totp', { code: ada.app.wrongCodeAt(kit.clock.now()) });
  const right = (browser: Browser): ReturnType<Browser['post']> =>
    browser.post('/challenge/totp', { code: ada.app.codeAt(kit.clock.now()) });

  it('offers the authenticator app first, the recovery codes after it, until the pending sign-in ends', async () => {
    const browser = await signIn(kit.browser());
    assert.deepEqual(expectStatus(await browser.get('/challenge'), 200).body, {
      purpose: 'sign-in',
      methods: ['totp', 'recovery-code'],
      preferred: 'totp',
      rememberDevice: true,
      expiresAt: new Date(kit.clock.now() + 10 * MINUTE).toISOString(),
    });
  });

  it('opens a session at AAL 2 with a right code, under a new token, and the pending one is dead (B1)', async () => {
    const browser = await signIn(kit.browser());
    const pending = browser.copy();
    const { result: reply, events } = await kit.audited(() => right(browser));
    expectStatus(reply, 200);
    assert.equal(reply.body['state'], 'signed-in');
    assert.equal(reply.body['aal'], 2);
    const at = new Date(kit.clock.now()).toISOString();
    assert.deepEqual(reply.body['amr'], [
      { method: 'password', at },
      { method: 'totp', at },
    ]);
    assert.deepEqual((await browser.get('/session')).body, reply.body);
    assert.notEqual(browser.csrf, pending.csrf);
    expectProblem(await pending.get('/challenge'), 401, 'challenge_expired');
    assert.deepEqual(
      events.map(({ event, outcome, reason, method, factor_id }) => [
        event,
        outcome,
        reason,
        method,
        factor_id,
      ]),
      [
        ['auth.2fa.success', 'success', null, 'totp', ada.factorId],
        ['auth.sign_in.success', 'success', null, 'totp', null],
      ],
    );
    assert.equal(events[1]?.details, '{"stage":"complete"}');
    assert.equal(new Set(events.map(({ session_id }) => session_id)).size, 1);
    assert.notEqual(events[0]?.session_id, null);
  });

  it('refuses a wrong code as invalid_code, with the true reason in the audit alone', async () => {
    const browser = await signIn(kit.browser());
    const { result: reply, events } = await kit.audited(() => wrong(browser));
    expectProblem(reply, 401, 'invalid_code');
    assert.deepEqual(
      events.map(({ event, outcome, reason, method, details }) => [event, outcome, reason, method, details]),
      [['auth.2fa.failure', 'failure', 'wrong', 'totp', '{"purpose":"sign-in","pendingEnded":false}']],
    );
  });

  it('accepts a code once: used again it is refused like a wrong one, and the audit calls it a replay (K4)', async () => {
    const first = await signIn(kit.browser());
    const second = await signIn(kit.browser());
    expectStatus(await right(first), 200);
    const { result: replayed, events } = await kit.audited(() => right(second));
    expectProblem(replayed, 401, 'invalid_code');
    const mistaken = await wrong(second);
    const outside = ({ requestId, ...body }: Record<string, unknown>): unknown => [typeof requestId, body];
    assert.deepEqual(outside(replayed.body), outside(mistaken.body));
    assert.deepEqual(
      events.map(({ event, outcome, reason }) => [event, outcome, reason]),
      [
        ['auth.2fa.failure', 'failure', 'replay'],
        ['auth.2fa.replay_attempt', 'blocked', null],
      ],
    );
  });

  it('accepts no code of an earlier step once a later one was used (K4)', async () => {
    const first = await signIn(kit.browser());
    const second = await signIn(kit.browser());
    const earlier = ada.app.codeAt(kit.clock.now() - 30_000);
    expectStatus(await right(first), 200);
    expectProblem(await second.post('/challenge/totp', { code: earlier }), 401, 'invalid_code');
  });

  it('is over after five wrong codes; then it is challenge_expired, for the right code too (L1)', async () => {
    const browser = await signIn(kit.browser());
    const stale = browser.copy();
    for (let count = 0; count < 5; count += 1) {
      const { result: reply, events } = await kit.audited(() => wrong(browser));
      expectProblem(reply, 401, 'invalid_code');
      assert.equal(events[0]?.details.includes('"pendingEnded":true'), count === 4);
    }
    expectProblem(await right(browser), 401, 'challenge_expired');
    assert.equal(browser.cookies.size, 0);
    expectProblem(await stale.get('/challenge'), 401, 'challenge_expired');
    expectStatus(await right(await signIn(kit.browser())), 200);
  });

  it('refuses the sixth of parallel attempts without voiding the five that were counted (L1)', async () => {
    const browser = await signIn(kit.browser());
    const replies = await Promise.all(Array.from({ length: 6 }, () => wrong(browser.copy())));
    const codes = replies.map(({ body }) => body['code']).sort();
    assert.deepEqual(codes, ['challenge_expired', ...Array<string>(5).fill('invalid_code')]);
  });

  it('has one winner when the same right code arrives several times at once (S1)', async () => {
    const browser = await signIn(kit.browser());
    const replies = await Promise.all(Array.from({ length: 4 }, () => right(browser.copy())));
    assert.equal(replies.filter(({ status }) => status === 200).length, 1);
    assert.ok(replies.every(({ status }) => [200, 401].includes(status)));
  });

  it('expires after ten minutes', async () => {
    const browser = await signIn(kit.browser());
    const twin = browser.copy();
    kit.clock.advance(10 * MINUTE - 1);
    expectStatus(await twin.get('/challenge'), 200);
    kit.clock.advance(1);
    expectProblem(await right(browser), 401, 'challenge_expired');
    assert.equal(browser.cookies.size, 0);
    expectProblem(await browser.post('/challenge/totp', { code: '123456' }), 401, 'session_required');
  });

  it('dies with a change of factors that another session makes (S5)', async () => {
    const pending = await signIn(kit.browser());
    const other = await signIn(kit.browser());
    expectStatus(await right(other), 200);
    expectStatus(await other.post('/recovery-codes'), 201);
    kit.clock.advance(MINUTE);
    expectProblem(await right(pending), 401, 'challenge_expired');
  });

  it('belongs to one account: the code of another person opens nothing', async () => {
    const grace = await enrol(kit, kit.browser(), 'grace');
    const browser = await signIn(kit.browser(), 'ada');
    const code = grace.app.codeAt(kit.clock.now());
    expectProblem(await browser.post('/challenge/totp', { code }), 401, 'invalid_code');
  });

  for (const [what, code] of [
    ['a number', 123456],
    ['a list of a code', ['123456']],
    ['an object', { code: '123456' }],
    ['null', null],
    ['full-width digits', '12345６'],
    ['Arabic-Indic digits', '١٢٣٤٥٦'],
    ['seven digits', '1234567'],
    ['a space', '123 456'],
    ['the empty text', ''],
  ] as const) {
    it(`refuses ${what} as validation_failed, uncounted and without a trace`, async () => {
      const browser = await signIn(kit.browser());
      const before = await kit.tables();
      const reply = expectProblem(await browser.post('/challenge/totp', { code }), 400, 'validation_failed');
      assert.deepEqual((reply.body['fields'] as { path: string }[])[0]?.path, 'code');
      assert.deepEqual(await kit.tables(), before);
    });
  }

  it('takes a wish to be remembered as true or false only (B2)', async () => {
    const browser = await signIn(kit.browser());
    const code = ada.app.codeAt(kit.clock.now());
    for (const rememberDevice of ['true', 1, null]) {
      expectProblem(
        await browser.post('/challenge/totp', { code, rememberDevice }),
        400,
        'validation_failed',
      );
    }
    expectStatus(await browser.post('/challenge/totp', { code, rememberDevice: false }), 200);
    assert.deepEqual([...browser.cookies.keys()], ['mfa-session']);
  });
});

describe('The challenge of somebody who has nothing to finish', () => {
  it('is session_required, and not the password of a pending sign-in either', async () => {
    const kit = await startKit();
    const browser = kit.browser();
    expectProblem(await browser.get('/challenge'), 401, 'session_required');
    expectProblem(await browser.post('/challenge/totp', { code: '123456' }), 401, 'session_required');
    expectProblem(await browser.post('/challenge/recovery-code', { code: 'x' }), 401, 'session_required');
    expectProblem(await browser.post('/challenge/password', { password: 'x' }), 401, 'session_required');
    await enrol(kit, browser);
    await signIn(browser);
    expectProblem(await browser.post('/challenge/password', { password: 'x' }), 401, 'challenge_required');
    await kit.close();
  });
});
