import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { addApp, enrol, expectProblem, expectStatus, signIn, type Enrolled } from '../testing/people.ts';
import { START, type RunningKit } from '../testing/running-kit.ts';
import { askedOf, DAY, iso, startWorkspace } from './testing/workspace.ts';

describe('Somebody who has to have a factor, and whose only authenticator app is locked (L2)', () => {
  let kit: RunningKit;
  let browser: Browser;
  let ada: Enrolled;
  beforeEach(async () => {
    kit = await startWorkspace();
    browser = kit.browser();
    ada = await enrol(kit, browser);
    await kit.sql(`UPDATE mfa_totp_factors SET locked_at = ${kit.clock.now()}`);
  });
  afterEach(() => kit.close());

  async function comingBack(): Promise<Browser> {
    const back = await signIn(kit.browser());
    expectStatus(await back.post('/challenge/recovery-code', { code: ada.recoveryCodes[0] }), 200);
    return back;
  }

  it('owes another one, by the deadline that there was (R5)', async () => {
    const { level, deadline } = await askedOf(browser);
    assert.deepEqual([level, deadline], ['grace', iso(START + 14 * DAY)]);
    kit.clock.advance(14 * DAY);
    assert.equal((await askedOf(await comingBack()))['level'], 'enforced');
  });

  it('does not come in by the password, nor set anything up by it: whoever knows it could have locked the app', async () => {
    const thief = await signIn(kit.browser());
    assert.deepEqual((await thief.get('/challenge')).body['methods'], ['recovery-code']);
    expectProblem(await thief.post('/totp'), 401, 'challenge_required');
    kit.clock.advance(600_000);
    const { body } = expectProblem(await browser.post('/totp'), 401, 'step_up_required');
    assert.deepEqual((body['stepUp'] as { methods: unknown }).methods, []);
    expectProblem(await browser.delete(`/totp/${ada.factorId}`), 401, 'step_up_required');
  });

  it('comes back by a recovery code, and sets up another one', async () => {
    const back = await comingBack();
    expectProblem(await back.host('POST', '/workspace'), 403, 'enrolment_required');
    await addApp(kit, back);
    assert.equal((await askedOf(back))['level'], 'none');
    expectStatus(await back.host('POST', '/workspace'), 200);
  });
});
