import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, PASSWORD, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

describeOnEachDatabase('The audit', (database) => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit({ database });
  });
  after(() => kit.close());

  it('says of each event when, whose, by whom, from where, by which browser, on which request', async () => {
    const browser = kit.browser({ 'user-agent': 'Test Browser 1.0' });
    await enrol(kit, browser);
    const { result: reply, events } = await kit.audited(() => browser.post('/recovery-codes/confirm'));
    const [event] = events;
    assert.equal(events.length, 1);
    const { session_id: session, ...known } = event!;
    assert.deepEqual(
      { ...known, id: '' },
      {
        subject: 'user-ada',
        id: '',
        at: kit.clock.now(),
        event: 'auth.recovery_codes.confirmed',
        outcome: 'success',
        reason: null,
        actor_kind: 'user',
        actor_id: 'user-ada',
        method: null,
        factor_id: null,
        factor_label: null,
        ip: '127.0.0.1',
        user_agent: 'Test Browser 1.0',
        request_id: reply.headers.get('x-request-id'),
        details: '{}',
        device: 'Test Browser ',
        network: '127.0.0.0/24',
        workspace: '',
        reported_at: null,
        sampled_at: null,
      },
    );
    const sessions = (await kit.tables())['mfa_sessions'] ?? [];
    assert.ok(sessions.some(({ id }) => id === session));
  });

  it('names the session from its opening to its end by one id, through every new token', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    await browser.post('/challenge/password', { password: PASSWORD });
    await browser.post('/sign-out');
    const events = await kit.audit('user-grace');
    assert.deepEqual(
      events.map(({ event }) => event),
      ['auth.sign_in.success', 'auth.step_up.success', 'auth.session.ended'],
    );
    assert.equal(new Set(events.map(({ session_id: id }) => id)).size, 1);
  });

  it('keeps what happened in the order in which it happened', async () => {
    const trail = await kit.audit();
    const times = trail.map(({ at }) => at);
    assert.deepEqual(
      times,
      times.toSorted((one, other) => one - other),
    );
  });

  it('keeps no trace of requests that were malformed, unknown or not allowed before anything was tried', async () => {
    const browser = await signIn(kit.browser(), 'linus');
    const { events } = await kit.audited(async () => {
      await browser.post('/sign-in', { login: 1 });
      await browser.post('/challenge/totp', { code: '12345' });
      await browser.post('/totp', {}, { 'x-mfa-csrf': 'wrong' });
      await browser.post('/totp', {}, { 'sec-fetch-site': 'cross-site' });
      await browser.patch('/totp/nothing', { name: 'x' });
      await browser.post('/recovery-codes/confirm');
      await browser.post('/nothing');
      await kit.browser().get('/factors');
      await kit.browser().post('/challenge/recovery-code', { code: 'x' });
    });
    assert.deepEqual(events, []);
  });
});
