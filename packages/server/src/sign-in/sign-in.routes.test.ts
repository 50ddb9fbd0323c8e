import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, PASSWORD, prove, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;

describeOnEachDatabase('Signing in with a password', (database) => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit({ database });
  });
  after(() => kit.close());

  it('opens a session at AAL 1 for a person without a factor, and says so in the session view', async () => {
    const browser = kit.browser();
    const { result: reply, events } = await kit.audited(() =>
      browser.post('/sign-in', { login: 'grace@example.com', password: PASSWORD }),
    );
    const at = new Date(kit.clock.now()).toISOString();
    assert.deepEqual(reply.body, {
      state: 'signed-in',
      csrf: browser.csrf,
      user: { id: 'user-grace', name: 'grace@example.com', displayName: 'Grace' },
      aal: 1,
      amr: [{ method: 'password', at }],
      signedInAt: at,
      idleExpiresAt: new Date(kit.clock.now() + 60 * MINUTE).toISOString(),
      expiresAt: new Date(kit.clock.now() + 24 * 60 * MINUTE).toISOString(),
      requirement: { level: 'recommended', reasons: [] },
      mustEnroll: false,
      nudges: [],
    });
    assert.deepEqual((await browser.get('/session')).body, reply.body);
    const [event, ...others] = events;
    assert.deepEqual(others, []);
    assert.equal(event?.event, 'auth.sign_in.success');
    assert.equal(event.outcome, 'success');
    assert.equal(event.method, 'password');
    assert.equal(event.subject, 'user-grace');
    assert.equal(event.actor_id, 'user-grace');
    assert.equal(event.details, '{"stage":"complete"}');
  });

  it('is pending for a person with a factor: the view names nobody, and no session is open', async () => {
    await enrol(kit, kit.browser());
    const browser = kit.browser();
    const { result: reply, events } = await kit.audited(() =>
      browser.post('/sign-in', { login: 'ada@example.com', password: PASSWORD }),
    );
    assert.deepEqual(reply.body, {
      state: 'challenge',
      csrf: browser.csrf,
      challenge: {
        purpose: 'sign-in',
        methods: ['totp', 'recovery-code'],
        rememberDevice: true,
        expiresAt: new Date(kit.clock.now() + 10 * MINUTE).toISOString(),
      },
    });
    assert.deepEqual([...browser.cookies.keys()], ['mfa-pending']);
    assert.deepEqual((await browser.get('/session')).body, reply.body);
    expectProblem(await browser.get('/factors'), 401, 'challenge_required');
    assert.deepEqual(
      events.map(({ event, session_id, details }) => [event, session_id, details]),
      [['auth.sign_in.success', null, '{"stage":"primary"}']],
    );
  });

  it('gives a new token, and the one that the browser held is dead at once (B1)', async () => {
    const browser = await signIn(kit.browser(), 'linus');
    const before = browser.copy();
    await signIn(browser, 'linus');
    assert.notEqual(browser.cookies.get('mfa-session'), before.cookies.get('mfa-session'));
    assert.notEqual(browser.csrf, before.csrf);
    expectProblem(await before.get('/factors'), 401, 'session_required');
    expectStatus(await browser.get('/factors'), 200);
  });

  it('drops the session of the person before when another signs in at the same browser (B1)', async () => {
    const browser = await signIn(kit.browser(), 'linus');
    const before = browser.copy();
    await signIn(browser, 'grace');
    assert.equal((await before.get('/session')).body['state'], 'signed-out');
    assert.deepEqual((await browser.get('/session')).body['user'], {
      id: 'user-grace',
      name: 'grace@example.com',
      displayName: 'Grace',
    });
  });

  it('drops a pending sign-in when the browser begins another (B1)', async () => {
    const browser = await signIn(kit.browser());
    const before = browser.copy();
    await signIn(browser);
    expectProblem(await before.get('/challenge'), 401, 'challenge_expired');
    expectStatus(await browser.get('/challenge'), 200);
  });

  it('answers wrong, unknown and disabled alike, in status, headers and body (B5)', async () => {
    kit.users.get('user-linus')!.disabled = true;
    const attempts = [
      { login: 'grace@example.com', password: `${PASSWORD}!` },
      { login: 'nobody@example.com', password: PASSWORD },
      { login: 'linus@example.com', password: PASSWORD },
    ];
    const replies = [];
    for (const attempt of attempts) {
      const reply = expectProblem(await kit.browser().post('/sign-in', attempt), 401, 'invalid_credentials');
      const { requestId, ...body } = reply.body;
      const headers = [...reply.headers].filter(([name]) => !['x-request-id', 'date', 'etag'].includes(name));
      assert.equal(typeof requestId, 'string');
      replies.push({ body, headers });
    }
    assert.deepEqual(replies[1], replies[0]);
    assert.deepEqual(replies[2], replies[0]);
    kit.users.get('user-linus')!.disabled = false;
  });

  it('tells the audit, and it alone, that a refused person is disabled; a wrong login names nobody there (K6)', async () => {
    kit.users.get('user-linus')!.disabled = true;
    const { events } = await kit.audited(async () => {
      await kit.browser().post('/sign-in', { login: 'linus@example.com', password: PASSWORD });
      await kit.browser().post('/sign-in', { login: 'typed my password here', password: PASSWORD });
    });
    assert.deepEqual(
      events.map(({ event, outcome, reason, subject, method }) => [event, outcome, reason, subject, method]),
      [
        ['auth.sign_in.failure', 'failure', 'disabled', 'user-linus', 'password'],
        ['auth.sign_in.failure', 'failure', 'invalid-credentials', '', 'password'],
      ],
    );
    assert.ok(!JSON.stringify(events).includes('typed my password here'));
    kit.users.get('user-linus')!.disabled = false;
  });

  it('ends the sessions of a person who becomes disabled, at their next request', async () => {
    const browser = await signIn(kit.browser(), 'linus');
    kit.users.get('user-linus')!.disabled = true;
    expectProblem(await browser.get('/factors'), 401, 'session_required');
    assert.equal((await browser.get('/session')).body['state'], 'signed-out');
    kit.users.get('user-linus')!.disabled = false;
  });

  it('lets a person who is disabled sign out, for good', async () => {
    const browser = await signIn(kit.browser(), 'linus');
    const thief = browser.copy();
    kit.users.get('user-linus')!.disabled = true;
    const { events } = await kit.audited(() => browser.post('/sign-out'));
    kit.users.get('user-linus')!.disabled = false;
    assert.deepEqual(
      events.map(({ event, reason, subject }) => [event, reason, subject]),
      [['auth.session.ended', 'sign-out', 'user-linus']],
    );
    expectProblem(await thief.get('/factors'), 401, 'session_required');
  });

  it('refuses a pending sign-in of a person who becomes disabled in between', async () => {
    const browser = kit.browser();
    const { app } = await enrol(kit, browser, 'linus');
    await browser.post('/sign-out');
    await signIn(browser, 'linus');
    kit.users.get('user-linus')!.disabled = true;
    const reply = await browser.post('/challenge/totp', { code: app.codeAt(kit.clock.now()) });
    expectProblem(reply, 401, 'challenge_expired');
    kit.users.get('user-linus')!.disabled = false;
  });
});

describe('Signing in without a password check of the host', () => {
  it('is not there: the host signs people in itself', async () => {
    const kit = await startKit({ configuration: { users: { find: () => Promise.resolve(undefined) } } });
    expectProblem(
      await kit.browser().post('/sign-in', { login: 'ada@example.com', password: PASSWORD }),
      404,
      'not_found',
    );
    await kit.close();
  });
});

describe('Failed sign-ins from one address (L4)', () => {
  const wrong = { login: 'ada@example.com', password: 'wrong horse' };
  const right = { login: 'ada@example.com', password: PASSWORD };

  it('are refused after twenty within five minutes, with the seconds to wait, and open again when they have passed', async () => {
    const kit = await startKit();
    for (let count = 0; count < 20; count += 1) {
      expectProblem(await kit.browser().post('/sign-in', wrong), 401, 'invalid_credentials');
      kit.clock.advance(1_000);
    }
    const refused = expectProblem(await kit.browser().post('/sign-in', right), 429, 'too_many_attempts');
    assert.equal(refused.body['retryAfter'], 280);
    assert.equal(refused.headers.get('retry-after'), '280');
    kit.clock.advance(279_999);
    expectProblem(await kit.browser().post('/sign-in', right), 429, 'too_many_attempts');
    kit.clock.advance(1);
    expectStatus(await kit.browser().post('/sign-in', right), 200);
    await kit.close();
  });

  it('do not count those that succeed', async () => {
    const kit = await startKit();
    for (let count = 0; count < 25; count += 1) await signIn(kit.browser());
    await kit.close();
  });

  it('believe X-Forwarded-For of configured proxies only, so that nobody can write themselves another address', async () => {
    const kit = await startKit();
    for (let count = 0; count < 20; count += 1) {
      await kit.browser({ 'x-forwarded-for': `203.0.113.${count}` }).post('/sign-in', wrong);
    }
    expectProblem(
      await kit.browser({ 'x-forwarded-for': '198.51.100.7' }).post('/sign-in', right),
      429,
      'too_many_attempts',
    );
    await kit.close();
  });

  it('count for the client that a configured proxy names, and leave others alone', async () => {
    const kit = await startKit({ configuration: { trustedProxies: ['127.0.0.1'] } });
    for (let count = 0; count < 20; count += 1) {
      // What the client itself wrote comes first; the proxy appends the address that it saw.
      await kit
        .browser({ 'x-forwarded-for': `203.0.113.${count}, 2001:db8:1:2::${count}` })
        .post('/sign-in', wrong);
    }
    const sameNetwork = kit.browser({ 'x-forwarded-for': '2001:db8:1:2:ffff::1' });
    expectProblem(await sameNetwork.post('/sign-in', right), 429, 'too_many_attempts');
    expectStatus(await kit.browser({ 'x-forwarded-for': '2001:db8:1:3::1' }).post('/sign-in', right), 200);
    await kit.close();
  });
});

describe('Signing out', () => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit();
  });
  after(() => kit.close());

  it('ends the session on the server, clears cache and storage, and keeps the cookies of others (204)', async () => {
    const browser = await signIn(kit.browser());
    const thief = browser.copy();
    const { result: reply, events } = await kit.audited(() => browser.post('/sign-out'));
    expectStatus(reply, 204);
    assert.equal(reply.text, '');
    assert.equal(reply.headers.get('clear-site-data'), '"cache", "storage"');
    assert.equal(browser.cookies.size, 0);
    expectProblem(await thief.get('/factors'), 401, 'session_required');
    assert.deepEqual(
      events.map(({ event, outcome, reason, subject }) => [event, outcome, reason, subject]),
      [['auth.session.ended', 'success', 'sign-out', 'user-ada']],
    );
  });

  it('may be said again, and by nobody, and changes nothing more', async () => {
    const browser = await signIn(kit.browser());
    const twin = browser.copy();
    await browser.post('/sign-out');
    const { events } = await kit.audited(async () => {
      expectStatus(await twin.post('/sign-out'), 204);
      expectStatus(await kit.browser().post('/sign-out'), 204);
    });
    assert.deepEqual(events, []);
  });

  it('ends a pending sign-in as well', async () => {
    const browser = kit.browser();
    const { app } = await enrol(kit, browser, 'grace');
    await signIn(browser, 'grace');
    const thief = browser.copy();
    expectStatus(await browser.post('/sign-out'), 204);
    const code = app.codeAt(kit.clock.now());
    expectProblem(await thief.post('/challenge/totp', { code }), 401, 'challenge_expired');
  });
});

describe('Cookies that name nothing alive', () => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit();
  });
  after(() => kit.close());

  it('are ignored and cleared, whatever is answered, and ask for no CSRF token', async () => {
    const browser = kit.browser();
    browser.cookies.set('mfa-session', 'A'.repeat(43));
    browser.cookies.set('mfa-pending', 'not even a token');
    const view = await browser.get('/session');
    assert.deepEqual(view.body, { state: 'signed-out' });
    assert.equal(browser.cookies.size, 0);

    browser.cookies.set('mfa-session', 'A'.repeat(43));
    expectProblem(await browser.post('/totp'), 401, 'session_required');
    assert.equal(browser.cookies.size, 0);
  });

  it('do not get in the way of a sign-in', async () => {
    const browser = kit.browser();
    browser.cookies.set('mfa-session', 'A'.repeat(43));
    browser.csrf = 'stale';
    await signIn(browser);
    assert.equal((await browser.get('/session')).body['state'], 'signed-in');
  });

  it('leave the session alone when it is the pending one that is dead', async () => {
    const browser = await signIn(kit.browser());
    browser.cookies.set('mfa-pending', 'A'.repeat(43));
    assert.equal((await browser.get('/session')).body['state'], 'signed-in');
    assert.deepEqual([...browser.cookies.keys()], ['mfa-session']);
  });

  it('go when a sign-in is finished: the pending cookie is cleared with the session cookie set', async () => {
    const browser = kit.browser();
    const { app } = await enrol(kit, browser, 'grace');
    await signIn(browser, 'grace');
    assert.deepEqual([...browser.cookies.keys()], ['mfa-pending']);
    await prove(kit, browser, app);
    assert.deepEqual([...browser.cookies.keys()], ['mfa-session']);
  });
});
