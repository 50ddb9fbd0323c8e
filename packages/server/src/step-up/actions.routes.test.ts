import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Express } from 'express';
import { ConfigurationError } from '../configuration/configuration.ts';
import type { Mfa } from '../create-mfa.ts';
import { enrolPasskey, newDevice } from '../passkeys/testing/ceremonies.ts';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  enrol,
  expectProblem,
  expectStatus,
  prove,
  signIn,
  signInFully,
  type Enrolled,
} from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const actions = {
  'billing.charge': { within: '5m' },
  'workspace.delete': { within: '60s' },
  'keys.reveal': { within: '60s', singleUse: true, aal: 2 },
  'keys.replace': { within: '60s', singleUse: true },
} as const;

function hostRoutes(app: Express, mfa: Mfa): void {
  const done = (_request: unknown, response: { json(body: unknown): unknown }): void =>
    void response.json({ done: true });
  for (const action of Object.keys(actions)) app.post(`/${action}`, mfa.require({ action }), done);
  app.get('/keys.reveal', mfa.require({ action: 'keys.reveal' }), done);
}

describeOnEachDatabase('A named action', (database) => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({ database, configuration: { actions }, host: hostRoutes });
    ada = await enrol(kit, kit.browser());
  });
  beforeEach(() => kit.clock.advance(HOUR));
  after(() => kit.close());

  const call = (browser: Browser, action: keyof typeof actions): Promise<Reply> =>
    browser.host('POST', `/${action}`, {});

  it('takes window and level from the configuration, and says what would be enough (RFC 9470)', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    for (const [secondsOld, action, level, maxAge] of [
      [61, 'workspace.delete', 'aal2', 60],
      [61, 'keys.reveal', 'aal2', 60],
      [301, 'billing.charge', 'aal2', 300],
    ] as const) {
      await prove(kit, browser, ada.app);
      kit.clock.advance(secondsOld * SECOND);
      const reply = expectProblem(await call(browser, action), 401, 'step_up_required');
      assert.deepEqual(reply.body['stepUp'], { methods: ['totp'], maxAge, action });
      assert.equal(
        reply.headers.get('www-authenticate'),
        `MFA realm="mfa", error="insufficient_user_authentication", acr_values="${level}", max_age=${maxAge}`,
      );
    }
  });

  it('asks people without a factor for the password at level 1, and refuses them where level 2 is a must', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    expectStatus(await call(browser, 'workspace.delete'), 200);
    expectProblem(await call(browser, 'keys.reveal'), 403, 'mfa_required');
    kit.clock.advance(61 * SECOND);
    const reply = expectProblem(await call(browser, 'workspace.delete'), 401, 'step_up_required');
    assert.match(reply.headers.get('www-authenticate') ?? '', /acr_values="aal1", max_age=60$/);
  });

  it('is not opened by a proof that was enough for another: each looks at the proof itself', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    kit.clock.advance(61 * SECOND);
    expectStatus(await call(browser, 'billing.charge'), 200);
    expectProblem(await call(browser, 'workspace.delete'), 401, 'step_up_required');
    await prove(kit, browser, ada.app);
    expectStatus(await call(browser, 'workspace.delete'), 200);
    expectStatus(await call(browser, 'workspace.delete'), 200);
  });

  it('of a single use is opened once by a proof, the proof of the sign-in included, and again by a new one', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    expectStatus(await call(browser, 'keys.reveal'), 200);
    const { result: reply, events } = await kit.audited(() => call(browser, 'keys.reveal'));
    expectProblem(reply, 401, 'step_up_required');
    assert.deepEqual(reply.body['stepUp'], { methods: ['totp'], maxAge: 60, action: 'keys.reveal' });
    assert.deepEqual(
      events.map(({ event, outcome, reason }) => [event, outcome, reason]),
      [['auth.step_up.required', 'blocked', 'used']],
    );
    await prove(kit, browser, ada.app);
    expectStatus(await call(browser, 'keys.reveal'), 200);
    expectProblem(await call(browser, 'keys.reveal'), 401, 'step_up_required');
  });

  it('of a single use takes nothing from another action: one proof opens each of them once', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    for (const action of ['keys.reveal', 'keys.replace', 'workspace.delete', 'billing.charge'] as const)
      expectStatus(await call(browser, action), 200);
    for (const action of ['keys.reveal', 'keys.replace'] as const)
      expectProblem(await call(browser, action), 401, 'step_up_required');
  });

  it('of a single use has one winner among parallel requests with one proof (S1)', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const replies = await Promise.all(Array.from({ length: 8 }, () => call(browser.copy(), 'keys.reveal')));
    const codes = replies.map(({ status, body }) => (status === 200 ? 'passed' : body['code']));
    assert.deepEqual(codes.sort(), ['passed', ...Array.from({ length: 7 }, () => 'step_up_required')]);
  });

  it('of a single use is not opened by renewing the session without proving anything (B1, W7)', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    expectStatus(await call(browser, 'keys.reveal'), 200);
    const token = browser.cookies.get('mfa-session');
    const device = newDevice(kit);
    expectStatus(
      await enrolPasskey(browser, device, { conditional: true }, { flags: { userPresent: false } }),
      201,
    );
    assert.notEqual(browser.cookies.get('mfa-session'), token, 'the session is renewed');
    expectProblem(await call(browser, 'keys.reveal'), 401, 'step_up_required');
  });

  it('of a single use is closed to HEAD, which would run what GET runs: it uses nothing up (B4)', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    assert.equal((await browser.host('HEAD', '/keys.reveal')).status, 404);
    expectStatus(await browser.host('GET', '/keys.reveal'), 200);
    expectProblem(await browser.host('GET', '/keys.reveal'), 401, 'step_up_required');
  });

  it('of a single use uses nothing up when it is refused before', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    expectProblem(await browser.host('POST', '/keys.reveal', {}, { 'x-mfa-csrf': 'x' }), 403, 'csrf_failed');
    expectStatus(await call(browser, 'keys.reveal'), 200);
  });

  it('is audited when it is refused, once a minute for a session and action however often it is called', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const other = await signInFully(kit, kit.browser(), ada.app);
    kit.clock.advance(10 * MINUTE - (kit.clock.now() % MINUTE));
    const { events } = await kit.audited(async () => {
      for (let count = 0; count < 10; count += 1) {
        expectProblem(await call(browser, 'workspace.delete'), 401, 'step_up_required');
        expectProblem(await call(browser, 'billing.charge'), 401, 'step_up_required');
        expectProblem(await call(other, 'billing.charge'), 401, 'step_up_required');
      }
      await Promise.all(Array.from({ length: 8 }, () => call(browser.copy(), 'keys.reveal')));
      kit.clock.advance(MINUTE - 1);
      expectProblem(await call(browser, 'billing.charge'), 401, 'step_up_required');
    });
    assert.deepEqual(events.map(({ details }) => (JSON.parse(details) as { action: string }).action).sort(), [
      'billing.charge',
      'billing.charge',
      'keys.reveal',
      'workspace.delete',
    ]);
    kit.clock.advance(1);
    const { events: later } = await kit.audited(() => call(browser, 'billing.charge'));
    assert.equal(later.length, 1);
  });
});

describe('A route for an action that nobody configured', () => {
  it('is refused when it is made, and not at the first request', async () => {
    const kit = await startKit({ configuration: { actions } });
    assert.throws(() => kit.mfa.require({ action: 'workspace.delte' }), ConfigurationError);
    assert.throws(() => kit.mfa.require({ action: 'workspace.delte', aal: 2 }), /"workspace.delte"/);
    await kit.close();
  });
});
