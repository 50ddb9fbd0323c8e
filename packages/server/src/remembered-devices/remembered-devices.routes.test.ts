import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { answerChallenge, enrolPasskey, newDevice, requestOptions } from '../passkeys/testing/ceremonies.ts';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  addApp,
  enrol,
  expectProblem,
  expectStatus,
  PASSWORD,
  prove,
  signIn,
  signInFully,
  type Enrolled,
} from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const COOKIE = 'mfa-device';

let kit: RunningKit;

/** Signs in with both halves, and has the browser remembered. */
async function remember(browser: Browser, { app }: Enrolled, name = 'ada'): Promise<Browser> {
  await signIn(browser, name);
  kit.clock.advance(MINUTE);
  const code = app.codeAt(kit.clock.now());
  expectStatus(await browser.post('/challenge/totp', { code, rememberDevice: true }), 200);
  return browser;
}

/** What the password alone leads to in a browser. */
async function passwordLeadsTo(browser: Browser, name = 'ada'): Promise<unknown> {
  await signIn(browser, name);
  return (await browser.get('/session')).body['state'];
}

const signOut = async (browser: Browser): Promise<Reply> =>
  expectStatus(await browser.post('/sign-out'), 204);

const devicesOf = async (browser: Browser): Promise<readonly Record<string, unknown>[]> =>
  expectStatus(await browser.get('/devices'), 200).body['devices'] as Record<string, unknown>[];

describeOnEachDatabase('A remembered device', (database) => {
  let ada: Enrolled;
  let grace: Enrolled;
  before(async () => {
    kit = await startKit({
      database,
      host: (app, mfa) => {
        app.get('/notes', mfa.require({ aal: 1 }), (_request, response) => void response.json({}));
        app.get('/strong', mfa.require(), (_request, response) => void response.json({}));
        app.post('/charge', mfa.require({ within: '5m' }), (_request, response) => void response.json({}));
      },
    });
    ada = await enrol(kit, kit.browser());
    grace = await enrol(kit, kit.browser(), 'grace');
  });
  beforeEach(() => kit.clock.advance(20 * MINUTE));
  after(() => kit.close());

  it('is offered during a sign-in, and not inside a session', async () => {
    const browser = await signIn(kit.browser());
    assert.equal((await browser.get('/challenge')).body['rememberDevice'], true);
    const view = (await browser.get('/session')).body;
    assert.equal((view['challenge'] as { rememberDevice: boolean }).rememberDevice, true);
    await prove(kit, browser, ada.app);
    assert.equal((await browser.get('/challenge')).body['rememberDevice'], false);
    assert.equal(browser.cookies.has(COOKIE), false, 'and nobody is remembered who did not ask');
  });

  it('skips the challenge from the next sign-in on, and gives no assurance (B2)', async () => {
    const browser = await remember(kit.browser(), ada);
    await signOut(browser);
    const { result: reply, events } = await kit.audited(() =>
      browser.post('/sign-in', { login: 'ada@example.com', password: PASSWORD }),
    );
    assert.equal(reply.body['state'], 'signed-in');
    assert.equal(reply.body['aal'], 1);
    assert.deepEqual(
      (reply.body['amr'] as { method: string }[]).map(({ method }) => method),
      ['password', 'remembered-device'],
    );
    assert.deepEqual(
      events.map(({ event, method }) => [event, method]),
      [['auth.sign_in.success', 'remembered-device']],
    );
  });

  it('never counts for step-up: what is dangerous asks as ever (B2)', async () => {
    const browser = await remember(kit.browser(), ada);
    await signOut(browser);
    assert.equal(await passwordLeadsTo(browser), 'signed-in');
    expectStatus(await browser.host('GET', '/notes'), 200);
    expectProblem(await browser.host('GET', '/strong'), 401, 'step_up_required');
    expectProblem(await browser.host('POST', '/charge'), 401, 'step_up_required');
    for (const path of ['/recovery-codes', '/totp', '/passkeys/options']) {
      expectProblem(await browser.post(path), 401, 'step_up_required');
    }
    for (const path of [`/totp/${ada.factorId}`, '/factors', '/sessions']) {
      expectProblem(await browser.delete(path), 401, 'step_up_required');
    }
    await prove(kit, browser, ada.app);
    expectStatus(await browser.host('POST', '/charge'), 200);
  });

  it('is kept by hashes alone (K1), and no other answer than that of the sign-in sets its cookie', async () => {
    const browser = await remember(kit.browser(), ada);
    const cookie = browser.cookies.get(COOKIE) ?? '';
    assert.match(cookie, /^[\w-]{43}\.[\w-]{43}$/);
    const stored = JSON.stringify(await kit.tables());
    for (const secret of cookie.split('.')) assert.ok(!stored.includes(secret));
    for (const path of ['/session', '/devices', '/factors']) {
      assert.deepEqual((await browser.get(path)).headers.getSetCookie(), []);
    }
  });

  it('is told to the audit when it begins, by its id', async () => {
    const { events } = await kit.audited(() => remember(kit.browser(), ada));
    const [event] = events.filter(({ event }) => event === 'auth.device.remembered');
    const [device] = (await kit.tables())['mfa_remembered_devices']!.filter(
      ({ id }) => id === (JSON.parse(event!.details) as { device: string }).device,
    );
    assert.equal(device?.['user_id'], 'user-ada');
    assert.equal((JSON.parse(event!.details) as { seconds: number }).seconds, (30 * DAY) / 1000);
  });

  it('is not made inside a session, nor by a recovery code, which does not even take the wish', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    kit.clock.advance(MINUTE);
    const code = ada.app.codeAt(kit.clock.now());
    expectStatus(await browser.post('/challenge/totp', { code, rememberDevice: true }), 200);
    assert.equal(browser.cookies.has(COOKIE), false);
    const back = await signIn(kit.browser());
    const recovery = { code: ada.recoveryCodes.at(-1) };
    const wish = { ...recovery, rememberDevice: true };
    expectProblem(await back.post('/challenge/recovery-code', wish), 400, 'validation_failed');
    expectStatus(await back.post('/challenge/recovery-code', recovery), 200);
    assert.equal(back.cookies.has(COOKIE), false);
  });

  it('is not made by a wrong code', async () => {
    const browser = await signIn(kit.browser());
    const code = ada.app.wrongCodeAt(kit.clock.now());
    const before = (await kit.tables())['mfa_remembered_devices'];
    expectProblem(await browser.post('/challenge/totp', { code, rememberDevice: true }), 401, 'invalid_code');
    assert.equal(browser.cookies.has(COOKIE), false);
    assert.deepEqual((await kit.tables())['mfa_remembered_devices'], before);
  });

  it('survives a sign-out, which clears everything but cookies', async () => {
    const browser = await remember(kit.browser(), ada);
    const reply = await signOut(browser);
    assert.equal(reply.headers.get('clear-site-data'), '"cache", "storage"');
    assert.ok(browser.cookies.has(COOKIE));
  });

  it('lasts thirty days from the day it was made, to the millisecond, however often it is used (B2)', async () => {
    const browser = await remember(kit.browser(), ada);
    const ends = kit.clock.now() + 30 * DAY;
    kit.clock.advance(29 * DAY);
    assert.equal(await passwordLeadsTo(browser), 'signed-in');
    kit.clock.advance(ends - 1 - kit.clock.now());
    const twin = browser.copy();
    assert.equal(await passwordLeadsTo(twin), 'signed-in');
    kit.clock.advance(1);
    assert.equal(await passwordLeadsTo(twin), 'challenge');
    assert.equal(twin.cookies.has(COOKIE), false, 'what is dead is cleared');
  });

  it('belongs to one person: another one\u2019s sign-in gains nothing by it, and does not destroy it', async () => {
    const shared = await remember(kit.browser(), ada);
    await signOut(shared);
    assert.equal(await passwordLeadsTo(shared, 'grace'), 'challenge');
    await prove(kit, shared, grace.app);
    await signOut(shared);
    assert.equal(await passwordLeadsTo(shared), 'signed-in');
  });

  it('stands beside another person\u2019s in a browser that they share', async () => {
    const shared = await remember(kit.browser(), ada);
    await signOut(shared);
    await remember(shared, grace, 'grace');
    assert.equal((shared.cookies.get(COOKIE) ?? '').split('~').length, 2);
    for (const name of ['ada', 'grace', 'grace', 'ada']) {
      await signOut(shared);
      assert.equal(await passwordLeadsTo(shared, name), 'signed-in', name);
    }
    const marked = (await devicesOf(shared)).filter(({ current }) => current);
    assert.equal(marked.length, 1, 'each finds their own on their list, and nobody else\u2019s');
  });

  it('opens nothing for a person who was disabled', async () => {
    const browser = await remember(kit.browser(), grace, 'grace');
    await signOut(browser);
    kit.users.get('user-grace')!.disabled = true;
    const login = { login: 'grace@example.com', password: PASSWORD };
    expectProblem(await browser.post('/sign-in', login), 401, 'invalid_credentials');
    kit.users.get('user-grace')!.disabled = false;
    assert.equal(await passwordLeadsTo(browser, 'grace'), 'signed-in');
  });

  it('needs the right password like any sign-in, and a wrong one uses nothing up', async () => {
    const browser = await remember(kit.browser(), ada);
    await signOut(browser);
    const before = (await kit.tables())['mfa_remembered_devices'];
    expectProblem(
      await browser.post('/sign-in', { login: 'ada@example.com', password: 'wrong' }),
      401,
      'invalid_credentials',
    );
    assert.deepEqual((await kit.tables())['mfa_remembered_devices'], before);
  });

  it('is nothing to whoever read the database: hashes open nothing', async () => {
    const browser = await remember(kit.browser(), ada);
    const [row] = (await kit.tables())['mfa_remembered_devices']!.slice(-1);
    const thief = kit.browser();
    thief.cookies.set(COOKIE, `${String(row!['series_hash'])}.${String(row!['token_hash'])}`);
    assert.equal(await passwordLeadsTo(thief), 'challenge');
    await signOut(browser);
    assert.equal(await passwordLeadsTo(browser), 'signed-in');
  });

  it('has a new token after each use, and a copy shows: the device is forgotten and the audit says why (S1)', async () => {
    const browser = await remember(kit.browser(), ada);
    await signOut(browser);
    const copy = kit.browser();
    copy.cookies.set(COOKIE, browser.cookies.get(COOKIE) ?? '');
    assert.equal(await passwordLeadsTo(copy), 'signed-in', 'a copy with the password gets in, once');
    assert.notEqual(copy.cookies.get(COOKIE), browser.cookies.get(COOKIE));
    kit.clock.advance(MINUTE);
    await signOut(copy);
    assert.equal(await passwordLeadsTo(copy), 'signed-in');

    kit.clock.advance(MINUTE);
    const { result, events } = await kit.audited(() => passwordLeadsTo(browser));
    assert.equal(result, 'challenge');
    assert.deepEqual(
      events.map(({ event, outcome, reason }) => [event, outcome, reason]),
      [
        ['auth.device.forgotten', 'blocked', 'copied'],
        ['auth.sign_in.success', 'success', null],
      ],
    );
    assert.equal(browser.cookies.has(COOKIE), false);
    await signOut(copy);
    assert.equal(await passwordLeadsTo(copy), 'challenge', 'and neither of the two is remembered');
  });

  it('is not lost by two requests of one browser that cross: both are signed in, one token is the new one', async () => {
    const browser = await remember(kit.browser(), ada);
    await signOut(browser);
    const [one, other] = [browser.copy(), browser.copy()];
    assert.equal(await passwordLeadsTo(one), 'signed-in');
    kit.clock.advance(29_999);
    const late = await other.post('/sign-in', { login: 'ada@example.com', password: PASSWORD });
    assert.equal(late.body['state'], 'signed-in');
    assert.ok(late.headers.getSetCookie().every((header) => !header.startsWith(COOKIE)));
    kit.clock.advance(DAY);
    assert.equal(await passwordLeadsTo(one), 'signed-in', 'the newer token holds');
  });

  it('holds no crossing request for longer than thirty seconds', async () => {
    const browser = await remember(kit.browser(), ada);
    await signOut(browser);
    const late = browser.copy();
    assert.equal(await passwordLeadsTo(browser), 'signed-in');
    kit.clock.advance(30_000);
    assert.equal(await passwordLeadsTo(late), 'challenge');
  });

  it('is listed with what it is called and until when, and can be forgotten, one or all', async () => {
    const phone = await remember(kit.browser(), ada);
    const browser = await remember(
      kit.browser({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' }),
      ada,
    );
    const made = kit.clock.now();
    const current = (await devicesOf(browser)).find((one) => one['current'] === true);
    const { id, ...known } = current!;
    assert.deepEqual(known, {
      current: true,
      label: 'Firefox on Linux',
      createdAt: new Date(made).toISOString(),
      lastUsedAt: null,
      expiresAt: new Date(made + 30 * DAY).toISOString(),
    });

    const { events } = await kit.audited(async () =>
      expectStatus(await phone.delete(`/devices/${String(id)}`), 204),
    );
    assert.deepEqual(
      events.map(({ event, outcome, reason, details }) => [
        event,
        outcome,
        reason,
        JSON.parse(details) as unknown,
      ]),
      [['auth.device.forgotten', 'success', 'revoked', { device: id }]],
    );
    expectProblem(await phone.delete(`/devices/${String(id)}`), 404, 'not_found');
    await signOut(browser);
    assert.equal(await passwordLeadsTo(browser), 'challenge');

    const left = await devicesOf(phone);
    assert.ok(left.some((one) => one['current'] === true));
    const all = await kit.audited(async () => expectStatus(await phone.delete('/devices'), 204));
    assert.equal(all.events.length, left.length);
    assert.deepEqual(await devicesOf(phone), []);
    await signOut(phone);
    assert.equal(await passwordLeadsTo(phone), 'challenge');
  });

  it('is nobody else\u2019s to see or to forget: not found (ownership)', async () => {
    const browser = await remember(kit.browser(), ada);
    const own = (await devicesOf(browser)).find((one) => one['current'] === true);
    const stranger = await signInFully(kit, kit.browser(), grace.app, 'grace');
    assert.ok((await devicesOf(stranger)).every(({ id }) => id !== own!['id']));
    expectProblem(await stranger.delete(`/devices/${String(own!['id'])}`), 404, 'not_found');
    expectStatus(await stranger.delete('/devices'), 204);
    await signOut(browser);
    assert.equal(await passwordLeadsTo(browser), 'signed-in');
  });

  const deaths: Readonly<Record<string, (browser: Browser) => Promise<unknown>>> = {
    'the password was changed': () => kit.mfa.passwordChanged('user-ada'),
    'a factor was added': (browser) => addApp(kit, browser, 'Tablet'),
    'a factor was removed': async (browser) => {
      const { totp } = (await browser.get('/factors')).body as { totp: { id: string; name: string }[] };
      const tablet = totp.find(({ name }) => name === 'Tablet');
      return expectStatus(await browser.delete(`/totp/${tablet!.id}`), 204);
    },
    'recovery codes were made anew': async (browser) =>
      expectStatus(await browser.post('/recovery-codes'), 201),
    'everything else was signed out': async (browser) => expectStatus(await browser.delete('/sessions'), 204),
  };
  for (const [title, change] of Object.entries(deaths)) {
    it(`is dead after ${title} (S5)`, async () => {
      const browser = await remember(kit.browser(), ada);
      const elsewhere = await signInFully(kit, kit.browser(), ada.app);
      await change(elsewhere);
      assert.equal(await passwordLeadsTo(browser), 'challenge');
      assert.equal(browser.cookies.has(COOKIE), false);
    });
  }

  it('is made by a passkey too', async () => {
    const device = newDevice(kit);
    const setUp = await signIn(kit.browser(), 'linus');
    expectStatus(await enrolPasskey(setUp, device), 201);
    kit.clock.advance(MINUTE);
    const browser = await signIn(kit.browser(), 'linus');
    const options = await requestOptions(browser, '/challenge/passkey');
    const response = device.get(options);
    expectStatus(await browser.post('/challenge/passkey', { response, rememberDevice: true }), 200);
    await signOut(browser);
    assert.equal(await passwordLeadsTo(browser, 'linus'), 'signed-in');
    expectStatus(await answerChallenge(browser, device), 200);
    assert.equal((await browser.get('/session')).body['aal'], 2);
  });
});

describe('A kit that remembers no devices', () => {
  it('offers nothing, makes nothing, and takes nothing that it may have made before', async () => {
    kit = await startKit({ configuration: { rememberDevices: false } });
    const ada = await enrol(kit, kit.browser());
    const browser = await signIn(kit.browser());
    assert.equal((await browser.get('/challenge')).body['rememberDevice'], false);
    kit.clock.advance(MINUTE);
    const code = ada.app.codeAt(kit.clock.now());
    expectStatus(await browser.post('/challenge/totp', { code, rememberDevice: true }), 200);
    assert.equal(browser.cookies.has(COOKIE), false);
    assert.deepEqual((await kit.tables())['mfa_remembered_devices'], []);
    await kit.close();
  });

  it('remembers for as long as its host says', async () => {
    kit = await startKit({ configuration: { rememberDevices: { for: '7d' } } });
    const browser = await remember(kit.browser(), await enrol(kit, kit.browser()));
    kit.clock.advance(7 * DAY - 1);
    const twin = browser.copy();
    assert.equal(await passwordLeadsTo(twin), 'signed-in');
    kit.clock.advance(1);
    assert.equal(await passwordLeadsTo(twin), 'challenge');
    await kit.close();
  });
});
