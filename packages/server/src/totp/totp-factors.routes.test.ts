import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { addApp, enrol, expectProblem, expectStatus, signIn, signInFully } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

describeOnEachDatabase('The authenticator apps that a person has', (database) => {
  let kit: RunningKit;
  beforeEach(() => kit.clock.advance(3_600_000));
  before(async () => {
    kit = await startKit({ database });
  });
  after(() => kit.close());

  it('are listed oldest first, with the time of their last use', async () => {
    const browser = kit.browser();
    const first = await enrol(kit, browser);
    const second = await addApp(kit, browser, 'Tablet');
    const elsewhere = await signInFully(kit, kit.browser(), second.app);
    const { body } = expectStatus(await elsewhere.get('/factors'), 200);
    const listed = body['totp'] as { id: string; name: string; lastUsedAt: string | null }[];
    assert.deepEqual(
      listed.map(({ id, name, lastUsedAt }) => [id, name, lastUsedAt]),
      [
        [first.factorId, 'Authenticator app', null],
        [second.factorId, 'Tablet', new Date(kit.clock.now()).toISOString()],
      ],
    );
    expectStatus(await elsewhere.delete('/factors'), 204);
  });

  it('can be renamed, with a trace in the audit', async () => {
    const browser = kit.browser();
    const { factorId } = await enrol(kit, browser);
    const { result: reply, events } = await kit.audited(() =>
      browser.patch(`/totp/${factorId}`, { name: 'Jörgs Handy 📱' }),
    );
    const [factor] = (await browser.get('/factors')).body['totp'] as unknown[];
    assert.deepEqual(expectStatus(reply, 200).body, factor);
    assert.equal(reply.body['name'], 'Jörgs Handy 📱');
    assert.deepEqual(
      events.map(({ event, outcome, factor_id, factor_label }) => [event, outcome, factor_id, factor_label]),
      [['auth.totp.renamed', 'success', factorId, 'Jörgs Handy 📱']],
    );
    const before = await kit.tables();
    for (const body of [
      {},
      { name: '' },
      { name: ' ' },
      { name: 'x'.repeat(65) },
      { name: 1 },
      { name: 'a', id: 'b' },
    ]) {
      expectProblem(await browser.patch(`/totp/${factorId}`, body), 400, 'validation_failed');
    }
    assert.deepEqual(await kit.tables(), before);
    expectStatus(await browser.delete('/factors'), 204);
  });

  it('cannot be renamed while pending: there is nothing yet', async () => {
    const browser = await signIn(kit.browser());
    const { body } = expectStatus(await browser.post('/totp'), 201);
    expectProblem(await browser.patch(`/totp/${String(body['id'])}`, { name: 'x' }), 404, 'not_found');
  });

  it('of another person are not found, whatever is tried', async () => {
    const browser = kit.browser();
    const { factorId, app } = await enrol(kit, browser, 'grace');
    const other = kit.browser();
    await enrol(kit, other, 'linus');
    const before = await kit.tables();
    expectProblem(await other.patch(`/totp/${factorId}`, { name: 'mine' }), 404, 'not_found');
    expectProblem(await other.delete(`/totp/${factorId}`), 404, 'not_found');
    const code = app.codeAt(kit.clock.now());
    expectProblem(await other.post(`/totp/${factorId}/confirm`, { code }), 404, 'not_found');
    assert.deepEqual(await kit.tables(), before);
    expectStatus(await browser.delete('/factors'), 204);
    expectStatus(await other.delete('/factors'), 204);
  });

  it('and ids that name nothing are not found, strange characters included', async () => {
    const browser = kit.browser();
    await enrol(kit, browser);
    for (const id of ['nothing', '%00', '%F0%9F%93%B1', "'%20OR%201=1--", '..%2Ffactors', 'x'.repeat(2000)]) {
      expectProblem(await browser.patch(`/totp/${id}`, { name: 'x' }), 404, 'not_found');
      expectProblem(await browser.delete(`/totp/${id}`), 404, 'not_found');
      expectProblem(await browser.post(`/totp/${id}/confirm`, { code: '123456' }), 404, 'not_found');
    }
    expectStatus(await browser.delete('/factors'), 204);
  });

  it('can be removed: its codes are dead, the others stay, and so do the recovery codes', async () => {
    const browser = kit.browser();
    const first = await enrol(kit, browser);
    const second = await addApp(kit, browser, 'Tablet');
    const { result: reply, events } = await kit.audited(() => browser.delete(`/totp/${first.factorId}`));
    expectStatus(reply, 204);
    assert.deepEqual(
      events.map(({ event, outcome, factor_id, factor_label }) => [event, outcome, factor_id, factor_label]),
      [['auth.totp.removed', 'success', first.factorId, 'Authenticator app']],
    );
    expectProblem(await browser.delete(`/totp/${first.factorId}`), 404, 'not_found');
    const next = await signIn(kit.browser());
    const code = first.app.codeAt(kit.clock.now());
    expectProblem(await next.post('/challenge/totp', { code }), 401, 'invalid_code');
    expectStatus(await next.post('/challenge/totp', { code: second.app.codeAt(kit.clock.now()) }), 200);
    assert.equal((await next.get('/recovery-codes')).body['remaining'], 10);
    expectStatus(await next.delete('/factors'), 204);
  });

  it('leave nothing behind with the last of them: no codes, no challenge, and the audit says disabled', async () => {
    const browser = kit.browser();
    const { factorId, recoveryCodes } = await enrol(kit, browser);
    const pending = await signIn(kit.browser());
    const { events } = await kit.audited(() => browser.delete(`/totp/${factorId}`));
    assert.deepEqual(
      events.map(({ event, outcome }) => [event, outcome]),
      [
        ['auth.totp.removed', 'success'],
        ['auth.2fa.disabled', 'success'],
      ],
    );
    assert.deepEqual((await browser.get('/recovery-codes')).body, {
      remaining: 0,
      total: 0,
      createdAt: null,
      confirmed: false,
    });
    const code = recoveryCodes[0];
    expectProblem(await pending.post('/challenge/recovery-code', { code }), 401, 'challenge_expired');
    const next = await signIn(kit.browser());
    assert.deepEqual((await next.get('/session')).body['state'], 'signed-in');
    assert.deepEqual((await next.get('/session')).body['nudges'], []);
  });

  it('can all be turned off at once; saying so again changes nothing', async () => {
    const browser = kit.browser();
    await enrol(kit, browser);
    await addApp(kit, browser, 'Tablet');
    const { events } = await kit.audited(async () => expectStatus(await browser.delete('/factors'), 204));
    assert.deepEqual(
      events.map(({ event, factor_label }) => [event, factor_label]),
      [
        ['auth.totp.removed', 'Authenticator app'],
        ['auth.totp.removed', 'Tablet'],
        ['auth.2fa.disabled', null],
      ],
    );
    const again = await kit.audited(async () => {
      await signIn(browser);
      expectStatus(await browser.delete('/factors'), 204);
    });
    assert.deepEqual(
      again.events.map(({ event }) => event),
      ['auth.session.ended', 'auth.sign_in.success'],
    );
  });
});
