import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Router, type Express } from 'express';
import type { Mfa } from '../create-mfa.ts';
import { ConfigurationError } from '../configuration/configuration.ts';
import type { Browser } from '../testing/browser.ts';
import {
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

function hostRoutes(app: Express, mfa: Mfa): void {
  const done = (_request: unknown, response: { json(body: unknown): unknown }): void =>
    void response.json({ done: true });
  app.get('/notes', mfa.require(), done);
  app.post('/notes', mfa.require(), done);
  app.get('/billing', mfa.require({ within: '5m' }), done);
  app.delete('/workspace', mfa.require({ aal: 2, within: '60s' }), done);
  app.get('/profile', mfa.require({ aal: 1 }), done);
  app.get('/admin', mfa.require({ aal: 2 }), done);
  const workspace = Router();
  workspace.post('/charge/:what', mfa.require({ within: '1m' }), done);
  app.use('/workspaces/:id', workspace);
  app.use('/vault', mfa.require({ within: '1m' }), done);
}

describe('mfa.require()', () => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({ host: hostRoutes });
    ada = await enrol(kit, kit.browser());
  });
  beforeEach(() => kit.clock.advance(60 * MINUTE));
  after(() => kit.close());

  const inSession = (): Promise<Browser> => signInFully(kit, kit.browser(), ada.app);

  it('refuses nobody, somebody half signed in and a dead cookie, as the kit does, and clears that cookie', async () => {
    const nobody = expectProblem(await kit.browser().host('GET', '/notes'), 401, 'session_required');
    assert.equal(nobody.headers.get('cache-control'), 'no-store');
    assert.equal(nobody.headers.get('x-request-id'), nobody.body['requestId']);
    assert.match(nobody.headers.get('content-type') ?? '', /^application\/problem\+json/);
    expectProblem(await (await signIn(kit.browser())).host('GET', '/notes'), 401, 'challenge_required');
    const dead = kit.browser();
    dead.cookies.set('mfa-session', 'A'.repeat(43));
    expectProblem(await dead.host('GET', '/notes'), 401, 'session_required');
    assert.equal(dead.cookies.size, 0);
  });

  it('asks by default for the highest level that the person can prove, however long ago', async () => {
    const browser = await inSession();
    kit.clock.advance(50 * MINUTE);
    expectStatus(await browser.host('GET', '/notes'), 200);
    expectStatus(await (await signIn(kit.browser(), 'grace')).host('GET', '/notes'), 200);
  });

  it('asks a person who set up a factor elsewhere for that factor, and without a window for the session\u2019s whole life', async () => {
    const early = await signIn(kit.browser(), 'linus');
    const { app } = await enrol(kit, kit.browser(), 'linus');
    const reply = expectProblem(await early.host('GET', '/notes'), 401, 'step_up_required');
    assert.deepEqual(reply.body['stepUp'], { methods: ['totp'], maxAge: 86_400, action: 'GET /notes' });
    expectStatus(await early.host('GET', '/profile'), 200);
    await prove(kit, early, app);
    expectStatus(await early.host('GET', '/notes'), 200);
    expectStatus(await early.delete('/factors'), 204);
  });

  it('asks for a proof within the window, says what would do, and passes after it was given', async () => {
    const browser = await inSession();
    kit.clock.advance(5 * MINUTE);
    expectStatus(await browser.host('GET', '/billing'), 200);
    kit.clock.advance(1);
    const { result: reply, events } = await kit.audited(() => browser.host('GET', '/billing?page=2'));
    expectProblem(reply, 401, 'step_up_required');
    assert.deepEqual(reply.body['stepUp'], { methods: ['totp'], maxAge: 300, action: 'GET /billing' });
    assert.equal(
      reply.headers.get('www-authenticate'),
      'MFA realm="mfa", error="insufficient_user_authentication", acr_values="aal2", max_age=300',
    );
    assert.deepEqual(
      events.map(({ event, outcome, details }) => [event, outcome, JSON.parse(details) as unknown]),
      [['auth.step_up.required', 'blocked', { action: 'GET /billing', withinSeconds: 300 }]],
    );
    await prove(kit, browser, ada.app);
    expectStatus(await browser.host('GET', '/billing'), 200);
  });

  it('refuses people without a factor where level 2 is a must, with mfa_required', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    expectProblem(await browser.host('GET', '/admin'), 403, 'mfa_required');
    expectProblem(await browser.host('DELETE', '/workspace'), 403, 'mfa_required');
    expectStatus(await browser.host('GET', '/billing'), 200);
  });

  it('calls an action by method and pattern, and by nothing that a caller sent: the audit is told once a minute (K6)', async () => {
    const browser = await inSession();
    kit.clock.advance(10 * MINUTE - (kit.clock.now() % MINUTE));
    const { events } = await kit.audited(async () => {
      for (const path of ['a/charge/b', 'c/charge/d', `${'e'.repeat(9_000)}/charge/f`]) {
        const reply = expectProblem(
          await browser.host('POST', `/workspaces/${path}`, {}),
          401,
          'step_up_required',
        );
        assert.equal((reply.body['stepUp'] as { action: string }).action, 'POST /charge/:what');
      }
      const mounted = expectProblem(await browser.host('GET', '/vault/secret'), 401, 'step_up_required');
      assert.equal((mounted.body['stepUp'] as { action: string }).action, 'GET');
    });
    assert.deepEqual(events.map(({ details }) => (JSON.parse(details) as { action: string }).action).sort(), [
      'GET',
      'POST /charge/:what',
    ]);
  });

  it('takes the password as fresh proof of people without a factor', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    kit.clock.advance(5 * MINUTE + 1);
    const reply = expectProblem(await browser.host('GET', '/billing'), 401, 'step_up_required');
    assert.deepEqual((reply.body['stepUp'] as { methods: string[] }).methods, ['password']);
    expectStatus(await browser.post('/challenge/password', { password: PASSWORD }), 200);
    expectStatus(await browser.host('GET', '/billing'), 200);
  });

  it('asks unsafe methods for origin and CSRF token first, and safe ones for neither', async () => {
    const browser = await inSession();
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expectProblem(await browser.host('POST', '/notes', {}, foreign), 403, 'cross_site');
    const byOrigin = { 'sec-fetch-site': undefined, origin: 'https://evil.example' };
    expectProblem(await browser.host('POST', '/notes', {}, byOrigin), 403, 'cross_site');
    expectProblem(await browser.host('POST', '/notes', {}, { 'x-mfa-csrf': undefined }), 403, 'csrf_failed');
    expectProblem(await browser.host('DELETE', '/workspace', {}, { 'x-mfa-csrf': 'x' }), 403, 'csrf_failed');
    expectStatus(await browser.host('POST', '/notes', {}), 200);
    expectStatus(await browser.host('GET', '/notes', undefined, foreign), 200);
  });

  it('leaves the content type of the host\u2019s own calls to the host', async () => {
    const browser = await inSession();
    const type = { 'content-type': 'text/csv' };
    expectStatus(await browser.host('POST', '/notes', 'a,b', type), 200);
  });

  it('refuses a window that is no length of time when the route is made, not when it is called', () => {
    assert.throws(() => kit.mfa.require({ within: '5 minutes' as '5m' }), ConfigurationError);
  });

  it('refuses with unavailable when the store is gone, and calls no handler (S8)', async () => {
    const other = await startKit({ host: hostRoutes });
    const browser = await signIn(other.browser());
    await other.stopStore();
    const reply = await browser.host('GET', '/notes');
    expectProblem(reply, 503, 'unavailable');
    assert.equal(reply.body['done'], undefined);
    await other.close();
  });
});

describe('mfa.session()', () => {
  it('is the session view, for somebody signed in alone, and changes nothing', async () => {
    const kit = await startKit({
      host: (app, mfa) => {
        app.get('/who', (request, response, next) => {
          mfa.session(request).then((view) => response.json({ view: view ?? null }), next);
        });
      },
    });
    const browser = kit.browser();
    assert.equal((await browser.host('GET', '/who')).body['view'], null);
    const ada = await enrol(kit, browser);
    const pending = await signIn(kit.browser());
    assert.equal((await pending.host('GET', '/who')).body['view'], null);
    const before = await kit.tables();
    const view = (await browser.get('/session')).body;
    assert.deepEqual((await browser.host('GET', '/who')).body['view'], view);
    assert.deepEqual(await kit.tables(), before);
    assert.equal((view['user'] as { id: string }).id, 'user-ada');
    assert.equal(ada.recoveryCodes.length, 10);
    await kit.close();
  });
});

describe('mfa.signIn() from a route of the host (S6)', () => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({
      host: (app, mfa) => {
        app.post('/enter/:name', (request, response, next) => {
          const user = kit.users.get(`user-${request.params.name}`)!;
          mfa
            .signIn(request, response, user, { method: 'password' })
            .then((view) => response.json(view), next);
        });
        app.use(
          (
            error: Error,
            _request: unknown,
            response: { status(code: number): { json(body: unknown): void } },
            _next: unknown,
          ) => {
            response.status(500).json({ failed: error.message });
          },
        );
      },
    });
    ada = await enrol(kit, kit.browser());
  });
  after(() => kit.close());

  it('gives the view and the cookie of a session to a person without a factor', async () => {
    const browser = kit.browser();
    const { result: reply, events } = await kit.audited(() => browser.host('POST', '/enter/grace'));
    assert.deepEqual((await browser.get('/session')).body, reply.body);
    assert.deepEqual([reply.body['state'], reply.body['aal']], ['signed-in', 1]);
    assert.match(reply.headers.getSetCookie()[0] ?? '', /^mfa-session=.+; SameSite=Strict$/);
    assert.deepEqual(
      events.map(({ event, method, details }) => [event, method, details]),
      [['auth.sign_in.success', 'password', '{"stage":"complete"}']],
    );
  });

  it('gives a pending sign-in to a person with a factor, in a cookie that a redirect may carry', async () => {
    const browser = kit.browser();
    const reply = await browser.host('POST', '/enter/ada');
    assert.equal(reply.body['state'], 'challenge');
    assert.equal(reply.body['user'], undefined);
    const pending = reply.headers.getSetCookie().find((header) => header.startsWith('mfa-pending'));
    assert.match(pending ?? '', /; HttpOnly; SameSite=Lax$/);
    assert.equal((await prove(kit, browser, ada.app)).body['aal'], 2);
  });

  it('ends the session that the browser held (B1)', async () => {
    const browser = kit.browser();
    await browser.host('POST', '/enter/grace');
    const before = browser.copy();
    await browser.host('POST', '/enter/linus');
    expectProblem(await before.get('/factors'), 401, 'session_required');
  });

  it('refuses a disabled person, and sets no cookie', async () => {
    kit.users.get('user-linus')!.disabled = true;
    const browser = kit.browser();
    const reply = await browser.host('POST', '/enter/linus');
    assert.match(String(reply.body['failed']), /^invalid_credentials/);
    assert.equal(browser.cookies.size, 0);
    kit.users.get('user-linus')!.disabled = false;
  });
});

describe('mfa.passwordChanged() (S5)', () => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({
      host: (app, mfa) => {
        app.post('/password', mfa.require(), (request, response, next) => {
          mfa.passwordChanged('user-ada', request).then(() => response.json({}), next);
        });
      },
    });
    ada = await enrol(kit, kit.browser());
  });
  // What was verified in the millisecond of a change is outdated.
  beforeEach(() => kit.clock.advance(1));
  after(() => kit.close());

  it('ends every session and every sign-in begun, of that person alone', async () => {
    const session = await signInFully(kit, kit.browser(), ada.app);
    const pending = await signIn(kit.browser());
    const grace = await signIn(kit.browser(), 'grace');
    // Those of the tests before, of setting up the app, and the one above.
    const ended = (await kit.tables())['mfa_sessions']!.filter((row) => row['user_id'] === 'user-ada').length;
    const { events } = await kit.audited(() => kit.mfa.passwordChanged('user-ada'));
    expectProblem(await session.get('/factors'), 401, 'session_required');
    expectProblem(await pending.get('/challenge'), 401, 'challenge_expired');
    expectStatus(await grace.get('/factors'), 200);
    assert.deepEqual(
      events.map(({ event, outcome, subject }) => [event, outcome, subject]),
      [
        ['auth.password.changed', 'success', 'user-ada'],
        ...Array.from({ length: ended }, () => ['auth.session.ended', 'success', 'user-ada']),
      ],
    );
  });

  it('keeps the session in which the person changed it', async () => {
    const session = await signInFully(kit, kit.browser(), ada.app);
    const other = await signInFully(kit, kit.browser(), ada.app);
    expectStatus(await session.host('POST', '/password', {}), 200);
    expectStatus(await session.get('/factors'), 200);
    expectProblem(await other.get('/factors'), 401, 'session_required');
  });

  it('keeps no session of somebody else who made the request', async () => {
    const session = await signInFully(kit, kit.browser(), ada.app);
    const admin = await signIn(kit.browser(), 'grace');
    expectStatus(await admin.host('POST', '/password', {}), 200);
    expectProblem(await session.get('/factors'), 401, 'session_required');
    expectStatus(await admin.get('/factors'), 200);
  });

  it('does nothing bad for somebody who never signed in', async () => {
    await kit.mfa.passwordChanged('user-nobody');
  });

  it('leaves the factors and the recovery codes as they are', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    assert.equal((await browser.get('/recovery-codes')).body['remaining'], 10);
  });
});

describe('mfa.userDeleted()', () => {
  it('forgets everything about the person but the audit, and nothing about others', async () => {
    const kit = await startKit();
    const browser = kit.browser();
    await enrol(kit, browser);
    await browser.post('/totp');
    await signIn(kit.browser());
    const grace = kit.browser();
    await enrol(kit, grace, 'grace');
    const events = await kit.audit('user-ada');
    await kit.mfa.userDeleted('user-ada');
    expectProblem(await browser.get('/factors'), 401, 'session_required');
    const { mfa_audit_events: trail = [], ...tables } = await kit.tables();
    assert.ok(!JSON.stringify(tables).includes('user-ada'));
    assert.equal(trail.filter(({ subject }) => subject === 'user-ada').length, events.length);
    expectStatus(await grace.get('/factors'), 200);
    await kit.close();
  });
});
