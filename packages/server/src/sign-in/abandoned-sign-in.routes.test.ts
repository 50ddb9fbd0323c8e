import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answerChallenge, holdPasskey, newDevice, oneClick } from '../passkeys/testing/ceremonies.ts';
import { enrol, expectProblem, expectStatus, signIn, type Enrolled } from '../testing/people.ts';
import { startKit, type AuditRow, type RunningKit } from '../testing/running-kit.ts';

describe('A sign-in that ends between password and second factor', () => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit();
    ada = await enrol(kit, kit.browser());
  });
  after(() => kit.close());

  const told = (events: readonly AuditRow[]): unknown[] =>
    events.map(({ event, subject, reason }) => [event, subject, reason]);
  const givenUp = (reason: string): unknown[] => ['auth.sign_in.failure', 'user-ada', reason];

  it('is in the audit when a new sign-in takes its place, and under its own person when that is another one', async () => {
    const browser = await signIn(kit.browser());
    const again = await kit.audited(() => signIn(browser));
    assert.deepEqual(told(again.events), [
      givenUp('new-sign-in'),
      ['auth.sign_in.success', 'user-ada', null],
    ]);
    const other = await kit.audited(() => signIn(browser, 'grace'));
    assert.deepEqual(told(other.events), [
      givenUp('new-sign-in'),
      ['auth.sign_in.success', 'user-grace', null],
    ]);
  });

  it('is in the audit when its person signs out instead, once', async () => {
    const browser = await signIn(kit.browser());
    const twin = browser.copy();
    const { events } = await kit.audited(async () => {
      expectStatus(await browser.post('/sign-out'), 204);
      expectStatus(await twin.post('/sign-out', {}, { 'x-mfa-csrf': undefined }), 204);
    });
    assert.deepEqual(told(events), [givenUp('sign-out')]);
  });

  it('is in the audit, like a session, when a passkey signs somebody in in its browser', async () => {
    const device = newDevice(kit);
    await holdPasskey(kit.browser(), device, 'linus');
    const browser = await signIn(kit.browser());
    const pending = await kit.audited(async () => expectStatus(await oneClick(browser, device), 200));
    assert.deepEqual(told(pending.events), [
      givenUp('new-sign-in'),
      ['auth.sign_in.success', 'user-linus', null],
    ]);
    const session = await kit.audited(async () => expectStatus(await oneClick(browser, device), 200));
    assert.deepEqual(told(session.events), [
      ['auth.session.ended', 'user-linus', 'new-sign-in'],
      ['auth.sign_in.success', 'user-linus', null],
    ]);
  });

  it('is told by the fifth failure, by code and by passkey (L1)', async () => {
    const endings = (events: readonly AuditRow[]): unknown[] =>
      events
        .filter(({ event }) => event === 'auth.2fa.failure')
        .map(({ details }) => (JSON.parse(details) as { pendingEnded: boolean }).pendingEnded);
    const wrongCode = await signIn(kit.browser());
    const byCode = await kit.audited(async () => {
      for (let time = 0; time < 5; time += 1) {
        const code = ada.app.wrongCodeAt(kit.clock.now());
        expectProblem(await wrongCode.post('/challenge/totp', { code }), 401, 'invalid_code');
      }
    });
    assert.deepEqual(endings(byCode.events), [false, false, false, false, true]);

    const stranger = newDevice(kit);
    await holdPasskey(kit.browser(), stranger, 'grace');
    const wrongPasskey = await signIn(kit.browser());
    const byPasskey = await kit.audited(async () => {
      for (let time = 0; time < 5; time += 1) {
        expectProblem(await answerChallenge(wrongPasskey, stranger), 401, 'passkey_rejected');
      }
    });
    assert.deepEqual(endings(byPasskey.events), [false, false, false, false, true]);
  });
});
