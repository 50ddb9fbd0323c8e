import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { addApp, enrol, expectProblem, expectStatus, signIn, type Enrolled } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('The restricted session after a way back in (R2)', () => {
  let kit: RunningKit;
  let ada: Enrolled;
  let browser: Browser;
  before(async () => {
    kit = await startKit();
    ada = await enrol(kit, kit.browser());
  });
  beforeEach(async () => {
    browser = await signIn(kit.browser());
    const code = ada.recoveryCodes.pop();
    expectStatus(await browser.post('/challenge/recovery-code', { code }), 200);
  });
  after(() => kit.close());

  const viewed = async (): Promise<Record<string, unknown>> => (await browser.get('/session')).body;
  const until = (view: Record<string, unknown>): number =>
    Date.parse(String(view['expiresAt'])) - kit.clock.now();

  it('lives for an hour, and says so', async () => {
    const view = await viewed();
    assert.equal(view['mustEnroll'], true);
    assert.equal(until(view), 60 * MINUTE);
    assert.equal(view['idleExpiresAt'], view['expiresAt']);
  });

  it('ends with it, however busy it was: nothing can be enrolled any more, and the code is spent', async () => {
    for (let count = 0; count < 59; count += 1) {
      kit.clock.advance(MINUTE);
      expectStatus(await browser.get('/factors'), 200);
    }
    const started = expectStatus(await browser.post('/totp'), 201);
    kit.clock.advance(MINUTE);
    expectProblem(await browser.copy().get('/factors'), 401, 'session_required');
    expectProblem(await browser.copy().post('/totp'), 401, 'session_required');
    const confirmation = `/totp/${String(started.body['id'])}/confirm`;
    expectProblem(await browser.copy().post(confirmation, { code: '123456' }), 401, 'session_required');
    assert.equal((await viewed())['state'], 'signed-out');
    assert.equal(browser.cookies.size, 0, 'and the browser forgets it');
  });

  it('gets the time of every session when a factor is confirmed in it', async () => {
    kit.clock.advance(30 * MINUTE);
    await addApp(kit, browser);
    const view = await viewed();
    assert.equal(view['mustEnroll'], false);
    assert.equal(until(view), DAY - 31 * MINUTE);
    kit.clock.advance(45 * MINUTE);
    expectStatus(await browser.get('/factors'), 200);
  });
});
