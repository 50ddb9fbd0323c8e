import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  answerChallenge,
  enrolPasskey,
  holdPasskey,
  newDevice,
  oneClick,
} from '../passkeys/testing/ceremonies.ts';
import type { SoftwareAuthenticator } from '../passkeys/testing/software-authenticator.ts';
import type { Browser } from '../testing/browser.ts';
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
import { mailsOf, subjects } from '../testing/recoveries.ts';
import { START, type RunningKit } from '../testing/running-kit.ts';
import { askedOf, changePolicy, DAY, iso, startWorkspace } from './testing/workspace.ts';

const RESISTANT = { phishingResistantRoles: ['admin'] };

let kit: RunningKit;
beforeEach(async () => {
  kit = await startWorkspace();
});
afterEach(() => kit.close());

const methodsOf = async (browser: Browser): Promise<unknown> =>
  (await browser.get('/challenge')).body['methods'];

describe('Somebody with an authenticator app alone, whose role has to be safe from phishing', () => {
  let ada: Enrolled;
  let browser: Browser;
  beforeEach(async () => {
    browser = kit.browser();
    ada = await enrol(kit, browser);
    kit.clock.advance(100 * DAY);
    await changePolicy(kit, RESISTANT);
  });

  it('is given time, and told what to set up, whatever deadline was met long ago', async () => {
    const mails = await mailsOf(kit, async () => {
      browser = await signInFully(kit, kit.browser(), ada.app);
    });
    assert.deepEqual(subjects(mails), ['Please set up a passkey']);
    const asked = await askedOf(browser);
    assert.deepEqual([asked['level'], asked['reasons'], asked['methods']], ['grace', ['role'], ['passkey']]);
    expectStatus(await browser.host('POST', '/money'), 200);
  });

  it('signs in by a code after the deadline too, is blocked, adds a passkey by it, and is unblocked', async () => {
    await signInFully(kit, kit.browser(), ada.app);
    kit.clock.advance(15 * DAY);
    browser = await signInFully(kit, kit.browser(), ada.app);
    assert.equal((await askedOf(browser))['level'], 'enforced');
    const { body } = expectProblem(await browser.host('POST', '/money'), 403, 'mfa_required');
    assert.deepEqual((body['requirement'] as { methods: unknown }).methods, ['passkey']);

    kit.clock.advance(600_000);
    expectProblem(await browser.post('/passkeys/options'), 401, 'step_up_required');
    await prove(kit, browser, ada.app);
    const phone = newDevice(kit);
    expectStatus(await enrolPasskey(browser, phone), 201);
    assert.deepEqual(await askedOf(browser), { level: 'none', reasons: ['role'], methods: ['passkey'] });
    expectStatus(await browser.host('POST', '/money'), 200);
    // From here on the code is worth nothing.
    assert.deepEqual(await methodsOf(browser), ['passkey']);
  });
});

describe('Somebody with a passkey, whose role has to be safe from phishing', () => {
  let phone: SoftwareAuthenticator;
  let ada: Enrolled;
  let recoveryCodes: readonly string[];
  beforeEach(async () => {
    const browser = kit.browser();
    phone = newDevice(kit);
    ({ recoveryCodes } = await holdPasskey(browser, phone));
    ada = await addApp(kit, browser);
    await changePolicy(kit, RESISTANT);
  });

  it('is asked for the passkey, and offered a recovery code as the way out; a code is no way in', async () => {
    const browser = await signIn(kit.browser());
    assert.deepEqual(await methodsOf(browser), ['passkey', 'recovery-code']);
    const { body } = await browser.get('/session');
    assert.deepEqual((body['challenge'] as { methods: unknown }).methods, ['passkey', 'recovery-code']);
    const { events } = await kit.audited(async () => {
      for (let attempt = 0; attempt < 8; attempt += 1) {
        const code = ada.app.codeAt(kit.clock.now());
        expectProblem(await browser.post('/challenge/totp', { code }), 403, 'forbidden');
      }
    });
    assert.deepEqual(
      events.map(({ event, outcome, reason }) => [event, outcome, reason]),
      [['auth.2fa.failure', 'blocked', 'passkey-only']],
      'once a minute, counted against nothing',
    );
    expectStatus(await answerChallenge(browser, phone), 200);
    expectStatus(await browser.host('POST', '/money'), 200);
  });

  it('signs in by the passkey alone as ever', async () => {
    const browser = kit.browser();
    expectStatus(await oneClick(browser, phone), 200);
    assert.deepEqual(await askedOf(browser), { level: 'none', reasons: ['role'], methods: ['passkey'] });
  });

  it('comes back by a recovery code when the passkey is lost, and adds another one', async () => {
    const browser = await signIn(kit.browser());
    expectStatus(await browser.post('/challenge/recovery-code', { code: recoveryCodes[0] }), 200);
    expectStatus(await enrolPasskey(browser, newDevice(kit)), 201);
    expectStatus(await browser.host('POST', '/workspace'), 200);
  });

  it('steps up by the passkey only', async () => {
    const browser = kit.browser();
    await oneClick(browser, phone);
    kit.clock.advance(600_000);
    const { body } = expectProblem(await browser.host('POST', '/money'), 401, 'step_up_required');
    assert.deepEqual((body['stepUp'] as { methods: unknown }).methods, ['passkey']);
    const code = ada.app.codeAt(kit.clock.now());
    expectProblem(await browser.post('/challenge/totp', { code }), 403, 'forbidden');
    expectStatus(await answerChallenge(browser, phone), 200);
    expectStatus(await browser.host('POST', '/money'), 200);
  });
});

describe('Somebody whose role has to be safe from phishing, and who has a passkey', () => {
  let phone: SoftwareAuthenticator;
  let ada: Enrolled;
  let recoveryCodes: readonly string[];
  beforeEach(async () => {
    const browser = kit.browser();
    phone = newDevice(kit);
    ({ recoveryCodes } = await holdPasskey(browser, phone));
    ada = await addApp(kit, browser);
  });

  it('is not signed in by the password alone in a browser that was remembered by a code', async () => {
    const thief = await signIn(kit.browser());
    const code = ada.app.codeAt(kit.clock.now());
    expectStatus(await thief.post('/challenge/totp', { code, rememberDevice: true }), 200);
    const untilThen = await signIn(thief);
    assert.equal((await untilThen.get('/session')).body['state'], 'signed-in', 'as long as a code is enough');
    await changePolicy(kit, RESISTANT);
    await signIn(thief);
    const { body } = await thief.get('/session');
    assert.equal(body['state'], 'challenge');
    const challenge = body['challenge'] as { methods: unknown; rememberDevice: unknown };
    assert.deepEqual(
      [challenge.methods, challenge.rememberDevice],
      [['passkey', 'recovery-code'], false],
      'and no browser is remembered any more',
    );
    await changePolicy(kit);
    await signIn(thief);
    assert.equal((await thief.get('/session')).body['state'], 'signed-in', 'it was not forgotten');
  });

  it('is told that what a code opened is AAL 1 from then on, and AAL 2 by the passkey', async () => {
    const early = await signInFully(kit, kit.browser(), ada.app);
    const levelOf = async (): Promise<unknown> => (await early.get('/session')).body['aal'];
    assert.equal(await levelOf(), 2);
    await changePolicy(kit, RESISTANT);
    assert.equal(await levelOf(), 1);
    expectStatus(await answerChallenge(early, phone), 200);
    assert.equal(await levelOf(), 2);
  });

  it('proves by it while they are exempt, too: nothing is left to be exempt from', async () => {
    await changePolicy(kit, RESISTANT);
    const owner = kit.browser();
    await holdPasskey(owner, newDevice(kit), 'linus');
    const until = iso(kit.clock.now() + 30 * DAY);
    const exemption = { reason: 'the key is in the mail', until };
    expectStatus(await owner.post('/admin/members/user-ada/exempt', exemption), 204);
    const browser = await signIn(kit.browser());
    assert.deepEqual(await methodsOf(browser), ['passkey', 'recovery-code']);
    const code = ada.app.codeAt(kit.clock.now());
    expectProblem(await browser.post('/challenge/totp', { code }), 403, 'forbidden');
  });

  it('cannot set up an app, which would lead no further, after a recovery code; a passkey leads on', async () => {
    const browser = await signIn(kit.browser());
    expectStatus(await browser.post('/challenge/recovery-code', { code: recoveryCodes[0] }), 200);
    const { body: begun } = expectStatus(await browser.post('/totp'), 201);
    await changePolicy(kit, RESISTANT);
    const begunId = String(begun['id']);
    const confirmed = await browser.post(`/totp/${begunId}/confirm`, { code: '123456' });
    expectProblem(confirmed, 403, 'forbidden');
    expectProblem(await browser.post('/totp'), 403, 'forbidden');
    assert.deepEqual((await askedOf(browser))['methods'], ['passkey']);
    expectStatus(await enrolPasskey(browser, newDevice(kit)), 201);
    expectStatus(await browser.post('/totp'), 201);
  });
});

describe('Who was let in by a code before a passkey was asked for', () => {
  it('proves the passkey before the next thing that asks for a factor', async () => {
    const browser = kit.browser();
    const phone = newDevice(kit);
    await holdPasskey(browser, phone);
    const { app } = await addApp(kit, browser);
    const early = await signInFully(kit, kit.browser(), app);
    const pending = await signIn(kit.browser());
    await changePolicy(kit, RESISTANT);
    expectStatus(await early.host('GET', '/notes'), 200);
    expectProblem(await early.host('POST', '/workspace'), 401, 'step_up_required');
    expectStatus(await answerChallenge(early, phone), 200);
    expectStatus(await early.host('POST', '/workspace'), 200);
    // Who was in the middle of signing in is asked for it there.
    const code = app.codeAt(kit.clock.now());
    expectProblem(await pending.post('/challenge/totp', { code }), 403, 'forbidden');
    expectStatus(await answerChallenge(pending, phone), 200);
  });

  it('goes on by a code while there is time, once the passkey was added in grace', async () => {
    const browser = kit.browser();
    const { app } = await enrol(kit, browser);
    await changePolicy(kit, RESISTANT);
    const deadline = iso(kit.clock.now() + 14 * DAY);
    assert.equal((await askedOf(browser))['deadline'], deadline);
    expectStatus(await enrolPasskey(browser, newDevice(kit)), 201);
    const second = await signIn(kit.browser());
    assert.deepEqual(await methodsOf(second), ['passkey', 'totp', 'recovery-code']);
    kit.clock.advance(14 * DAY);
    const late = await signIn(kit.browser());
    assert.deepEqual(await methodsOf(late), ['passkey', 'recovery-code']);
    expectProblem(
      await late.post('/challenge/totp', { code: app.codeAt(kit.clock.now()) }),
      403,
      'forbidden',
    );
    assert.ok(kit.clock.now() > START);
  });
});
