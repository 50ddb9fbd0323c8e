import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import {
  answerChallenge,
  enrolPasskey,
  holdPasskey,
  newDevice,
  newSecurityKey,
  oneClick,
  reasonsOf,
  requestOptions,
  type PasskeyHolder,
} from '../passkeys/testing/ceremonies.ts';
import { forged, type SoftwareAuthenticator } from '../passkeys/testing/software-authenticator.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { addApp, expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const HOUR = 3_600_000;
const noVerification = { flags: { userVerified: false } } as const;

describeOnEachDatabase('A passkey as the second half of a sign-in', (database) => {
  let kit: RunningKit;
  let device: SoftwareAuthenticator;
  let ada: PasskeyHolder;
  before(async () => {
    kit = await startKit({ database });
    device = newDevice(kit);
    const browser = kit.browser();
    ada = await holdPasskey(browser, device);
    await addApp(kit, browser);
  });
  beforeEach(() => kit.clock.advance(HOUR));
  after(() => kit.close());

  it('is offered first', async () => {
    const browser = await signIn(kit.browser());
    const { methods, preferred } = (await browser.get('/challenge')).body;
    assert.deepEqual(methods, ['passkey', 'totp', 'recovery-code']);
    assert.equal(preferred, 'passkey');
  });

  it('asks the browser for one of the passkeys of this person, user verification preferred (W4, W5)', async () => {
    const { challenge, ...options } = await requestOptions(await signIn(kit.browser()), '/challenge/passkey');
    assert.equal(Buffer.from(challenge, 'base64url').length, 32);
    assert.deepEqual(options, {
      rpId: 'localhost',
      allowCredentials: device.credentials.map(({ id }) => ({
        id: id.toString('base64url'),
        type: 'public-key',
        transports: ['hybrid', 'internal'],
      })),
      timeout: 300_000,
      userVerification: 'preferred',
    });
  });

  it('opens a session at AAL 2 under a new token, and the pending one is dead (B1)', async () => {
    const browser = await signIn(kit.browser());
    const pending = browser.copy();
    const { result: reply, events } = await kit.audited(() => answerChallenge(browser, device));
    expectStatus(reply, 200);
    const at = new Date(kit.clock.now()).toISOString();
    assert.deepEqual([reply.body['state'], reply.body['aal']], ['signed-in', 2]);
    assert.deepEqual(reply.body['amr'], [
      { method: 'password', at },
      { method: 'passkey', at },
    ]);
    assert.deepEqual((await browser.get('/session')).body, reply.body);
    expectProblem(await pending.get('/challenge'), 401, 'challenge_expired');
    assert.deepEqual(
      events.map(({ event, outcome, method, factor_id }) => [event, outcome, method, factor_id]),
      [
        ['auth.2fa.success', 'success', 'passkey', ada.passkeyId],
        ['auth.sign_in.success', 'success', 'passkey', null],
      ],
    );
  });

  it('is the second factor without user verification too: AAL 2 beside the password (W4)', async () => {
    const reply = await answerChallenge(await signIn(kit.browser()), device, noVerification);
    assert.equal(expectStatus(reply, 200).body['aal'], 2);
  });

  it('needs no user handle, since the person is named already, and no other one will do (W2)', async () => {
    expectStatus(await answerChallenge(await signIn(kit.browser()), device, { userHandle: null }), 200);
    const userHandle = Buffer.alloc(64, 7).toString('base64url');
    const reply = await answerChallenge(await signIn(kit.browser()), device, { userHandle });
    expectProblem(reply, 401, 'passkey_rejected');
  });

  it('is over after five refusals; then it is challenge_expired, for the right passkey too (L1)', async () => {
    const browser = await signIn(kit.browser());
    const options = await requestOptions(browser, '/challenge/passkey');
    for (let count = 0; count < 5; count += 1) {
      const reply = await answerChallenge(browser, device, { signature: forged });
      expectProblem(reply, 401, 'passkey_rejected');
    }
    const response = device.get(options);
    expectProblem(await browser.post('/challenge/passkey', { response }), 401, 'challenge_expired');
    expectStatus(await answerChallenge(await signIn(kit.browser()), device), 200);
  });

  it('is not open to a session that came by recovery code: it may only enrol', async () => {
    const browser = await signIn(kit.browser());
    await browser.post('/challenge/recovery-code', { code: ada.recoveryCodes[0] });
    expectProblem(await browser.post('/challenge/passkey/options'), 403, 'enrolment_required');
  });

  it('needs the CSRF token of the pending sign-in, and a pending sign-in or a session', async () => {
    const browser = await signIn(kit.browser());
    const without = { 'x-mfa-csrf': undefined };
    expectProblem(await browser.post('/challenge/passkey/options', {}, without), 403, 'csrf_failed');
    expectProblem(await kit.browser().post('/challenge/passkey/options'), 401, 'session_required');
  });
});

describeOnEachDatabase('A passkey as step-up', (database) => {
  let kit: RunningKit;
  let device: SoftwareAuthenticator;
  let ada: PasskeyHolder;
  before(async () => {
    kit = await startKit({ database });
    device = newDevice(kit);
    ada = await holdPasskey(kit.browser(), device);
  });
  beforeEach(() => kit.clock.advance(HOUR));
  after(() => kit.close());

  it('makes the session fresh, under a new token, and keeps its id (B1)', async () => {
    const browser = kit.browser();
    expectStatus(await oneClick(browser, device), 200);
    kit.clock.advance(6 * 60_000);
    const refused = expectProblem(await browser.post('/passkeys/options'), 401, 'step_up_required');
    assert.deepEqual(refused.body['stepUp'], {
      methods: ['passkey'],
      maxAge: 300,
      action: 'POST /passkeys/options',
    });
    const before = browser.copy();
    const { result: reply, events } = await kit.audited(() => answerChallenge(browser, device));
    expectStatus(reply, 200);
    assert.deepEqual(reply.body['amr'], [{ method: 'passkey', at: new Date(kit.clock.now()).toISOString() }]);
    expectProblem(await before.get('/factors'), 401, 'session_required');
    expectStatus(await browser.post('/passkeys/options'), 200);
    assert.deepEqual(
      events.map(({ event, outcome, method, factor_id }) => [event, outcome, method, factor_id]),
      [['auth.step_up.success', 'success', 'passkey', ada.passkeyId]],
    );
  });

  it('is refused as auth.step_up.failure, and the session stays as it was', async () => {
    const browser = kit.browser();
    expectStatus(await oneClick(browser, device), 200);
    const view = (await browser.get('/session')).body;
    const { result: reply, events } = await kit.audited(() =>
      answerChallenge(browser, device, { signature: forged }),
    );
    expectProblem(reply, 401, 'passkey_rejected');
    assert.deepEqual(reasonsOf(events), [['auth.step_up.failure', 'signature']]);
    assert.deepEqual((await browser.get('/session')).body, view);
  });

  it('tells the audit once a minute of the same refusal: nothing else limits it in a session', async () => {
    const browser = kit.browser();
    expectStatus(await oneClick(browser, device), 200);
    const response = device.get(await requestOptions(kit.browser(), '/passkey-sign-in'));
    const { events } = await kit.audited(async () => {
      for (let count = 0; count < 12; count += 1)
        expectProblem(await browser.post('/challenge/passkey', { response }), 401, 'passkey_rejected');
      expectProblem(await answerChallenge(browser, device, { signature: forged }), 401, 'passkey_rejected');
      kit.clock.advance(60_000);
      expectProblem(await browser.post('/challenge/passkey', { response }), 401, 'passkey_rejected');
    });
    assert.deepEqual(reasonsOf(events), [
      ['auth.step_up.failure', 'challenge-purpose'],
      ['auth.step_up.failure', 'signature'],
      ['auth.step_up.failure', 'challenge-purpose'],
    ]);
  });

  it('with a key that verifies nobody is fresh, and takes nothing from a sign-in by passkey alone (W4)', async () => {
    const browser = kit.browser();
    expectStatus(await oneClick(browser, device), 200);
    const key = newSecurityKey(kit, { verifiesUser: false });
    expectStatus(await enrolPasskey(browser, key, { kind: 'security-key' }), 201);
    kit.clock.advance(6 * 60_000);
    const reply = expectStatus(await answerChallenge(browser, key), 200);
    assert.equal(reply.body['aal'], 2);
    expectStatus(await browser.post('/passkeys/options'), 200);
  });
});
