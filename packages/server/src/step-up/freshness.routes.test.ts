import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  addApp,
  enrol,
  expectProblem,
  expectStatus,
  prove,
  signIn,
  signInFully,
  type Enrolled,
} from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('Freshness of dangerous actions', () => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit();
    ada = await enrol(kit, kit.browser());
  });
  beforeEach(() => kit.clock.advance(HOUR));
  after(() => kit.close());

  for (const [method, path, action] of [
    ['DELETE', '/totp/:id', 'DELETE /totp/:id'],
    ['DELETE', '/factors', 'DELETE /factors'],
    ['POST', '/recovery-codes', 'POST /recovery-codes'],
    ['POST', '/totp', 'POST /totp'],
  ] as const) {
    it(`is asked by ${action}, by the time of the factor\u2019s proof: 401 step_up_required, and what would be enough`, async () => {
      const browser = await signInFully(kit, kit.browser(), ada.app);
      kit.clock.advance(5 * MINUTE + 1);
      const before = await kit.tables();
      const { result: reply, events } = await kit.audited(() =>
        browser.send(method, path.replace(':id', ada.factorId), method === 'POST' ? {} : undefined),
      );
      expectProblem(reply, 401, 'step_up_required');
      assert.deepEqual(reply.body['stepUp'], { methods: ['totp'], maxAge: 300, action });
      assert.equal(
        reply.headers.get('www-authenticate'),
        'MFA realm="mfa", error="insufficient_user_authentication", acr_values="aal2", max_age=300',
      );
      assert.deepEqual(
        events.map(({ event, outcome, details }) => [event, outcome, JSON.parse(details) as unknown]),
        [['auth.step_up.required', 'blocked', { action, withinSeconds: 300 }]],
      );
      assert.deepEqual(
        { ...(await kit.tables()), mfa_audit_events: [] },
        { ...before, mfa_audit_events: [] },
      );
    });
  }

  it('lasts five minutes to the millisecond, and is given again by a step-up', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    kit.clock.advance(5 * MINUTE);
    expectStatus(await browser.post('/recovery-codes'), 201);
    kit.clock.advance(1);
    expectProblem(await browser.post('/recovery-codes'), 401, 'step_up_required');
    await prove(kit, browser, ada.app);
    expectStatus(await browser.post('/recovery-codes'), 201);
  });

  it('is not given by a fresh password to a person who has a factor', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    const other = kit.browser();
    await enrol(kit, other, 'grace');
    const reply = await browser.delete('/factors');
    expectProblem(reply, 401, 'step_up_required');
    assert.deepEqual((reply.body['stepUp'] as { methods: string[] }).methods, ['totp']);
  });

  it('of the password is enough for people without a factor, for five minutes from the sign-in', async () => {
    const browser = await signIn(kit.browser(), 'linus');
    kit.clock.advance(5 * MINUTE);
    expectStatus(await browser.post('/totp'), 201);
    kit.clock.advance(1);
    const reply = expectProblem(await browser.post('/totp'), 401, 'step_up_required');
    assert.deepEqual(reply.body['stepUp'], { methods: ['password'], maxAge: 300, action: 'POST /totp' });
    assert.match(reply.headers.get('www-authenticate') ?? '', /acr_values="aal1"/);
  });

  it('is not asked to rename a factor, to read, or to confirm that codes were saved', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    kit.clock.advance(30 * MINUTE);
    expectStatus(await browser.patch(`/totp/${ada.factorId}`, { name: 'Phone' }), 200);
    expectStatus(await browser.get('/factors'), 200);
    expectStatus(await browser.get('/recovery-codes'), 200);
    expectStatus(await browser.post('/recovery-codes/confirm'), 204);
  });

  it('is not asked to drop a pending enrolment', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const { body } = expectStatus(await browser.post('/totp'), 201);
    kit.clock.advance(10 * MINUTE);
    expectStatus(await browser.delete(`/totp/${String(body['id'])}`), 204);
    assert.deepEqual((await browser.get('/factors')).body['pending'], []);
  });

  it('is not lost by adding a factor, which is a proof itself', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    kit.clock.advance(4 * MINUTE);
    const { factorId } = await addApp(kit, browser, 'Tablet');
    kit.clock.advance(3 * MINUTE);
    expectStatus(await browser.delete(`/totp/${factorId}`), 204);
  });

  it('can be set by the host for all of the kit\u2019s own actions', async () => {
    const strict = await startKit({ configuration: { freshWithin: '60s' } });
    const browser = await signIn(strict.browser());
    strict.clock.advance(MINUTE + 1);
    const reply = expectProblem(await browser.post('/totp'), 401, 'step_up_required');
    assert.equal((reply.body['stepUp'] as { maxAge: number }).maxAge, 60);
    await strict.close();
  });
});
