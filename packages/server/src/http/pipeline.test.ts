import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
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

const credentials = { login: 'ada@example.com', password: PASSWORD };

describe('The order of checks', () => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit();
    ada = await enrol(kit, kit.browser());
  });
  after(() => kit.close());

  it('answers a request that is wrong in every way with the first, and so on as each is put right', async () => {
    const browser = await signIn(kit.browser());
    expectStatus(await browser.post('/challenge/recovery-code', { code: ada.recoveryCodes[0] }), 200);
    kit.clock.advance(10 * 60_000);
    const body = '{"unknown":1}';
    const wrong = {
      'sec-fetch-site': 'cross-site',
      'content-type': 'text/plain',
      'x-mfa-csrf': 'wrong',
    };
    const before = await kit.tables();
    const unknown = '/totp/nothing';
    const own = `/totp/${ada.factorId}`;

    expectProblem(await browser.send('PUT', unknown, body, wrong), 404, 'not_found');
    expectProblem(await browser.send('DELETE', unknown, body, wrong), 403, 'cross_site');
    const sameSite = { ...wrong, 'sec-fetch-site': 'same-origin' };
    expectProblem(await browser.send('DELETE', unknown, body, sameSite), 415, 'unsupported_media_type');
    const json = { ...sameSite, 'content-type': 'application/json' };
    expectProblem(await browser.send('DELETE', unknown, body, json), 403, 'csrf_failed');
    const withToken = { ...json, 'x-mfa-csrf': browser.csrf };
    const nobody = { ...withToken, cookie: undefined };
    expectProblem(await browser.send('DELETE', unknown, body, nobody), 401, 'session_required');
    expectProblem(await browser.send('DELETE', unknown, body, withToken), 400, 'validation_failed');
    expectProblem(await browser.send('DELETE', unknown, undefined, withToken), 404, 'not_found');
    expectProblem(await browser.send('DELETE', own, undefined, withToken), 403, 'enrolment_required');

    const stale = await signInFully(kit, kit.browser(), ada.app);
    kit.clock.advance(10 * 60_000);
    expectProblem(await stale.delete('/totp/nothing'), 404, 'not_found');
    expectProblem(await stale.delete(own), 401, 'step_up_required');
    await prove(kit, stale, ada.app);
    expectStatus(await stale.delete(own), 204);
    assert.ok(before['mfa_totp_factors']?.length === 1);
  });

  it('puts the CSRF token of a pending sign-in before the session that is missing', async () => {
    await enrol(kit, kit.browser(), 'grace');
    const browser = await signIn(kit.browser(), 'grace');
    expectProblem(await browser.post('/totp', {}, { 'x-mfa-csrf': undefined }), 403, 'csrf_failed');
    expectProblem(await browser.post('/totp'), 401, 'challenge_required');
  });
});

describe('Where a request comes from', () => {
  let kit: RunningKit;
  let own: string;
  before(async () => {
    kit = await startKit();
    own = kit.base.replace('127.0.0.1', 'localhost');
  });
  after(() => kit.close());

  for (const [what, headers, status] of [
    ['refuses cross-site by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['believes Sec-Fetch-Site before Origin', { 'sec-fetch-site': 'cross-site', origin: 'own' }, 403],
    ['lets the same site pass', { 'sec-fetch-site': 'same-site' }, 200],
    ['lets what the person typed themselves pass', { 'sec-fetch-site': 'none' }, 200],
    ['refuses a foreign Origin where Sec-Fetch-Site is missing', { origin: 'https://evil.example' }, 403],
    ['refuses the Origin null', { origin: 'null' }, 403],
    ['refuses its own name on another port', { origin: 'http://localhost:1' }, 403],
    ['refuses its own host under https, which is another origin', { origin: 'https://localhost' }, 403],
    ['lets its own Origin pass', { origin: 'own' }, 200],
    ['lets a caller with neither header pass to the other checks: it is no browser', {}, 200],
    ['does not look at the Host header', { host: 'evil.example', origin: 'http://evil.example' }, 403],
  ] as const) {
    it(what, async () => {
      const { origin, ...others }: Record<string, string> = headers;
      const changes = {
        'sec-fetch-site': undefined,
        ...others,
        ...(origin !== undefined && { origin: origin === 'own' ? own : origin }),
      };
      const reply = await kit.browser().post('/sign-in', credentials, changes);
      if (status === 200) expectStatus(reply, 200);
      else expectProblem(reply, 403, 'cross_site');
    });
  }

  it('does not matter for reading, which changes nothing', async () => {
    const browser = await signIn(kit.browser());
    expectStatus(await browser.get('/session', { 'sec-fetch-site': 'cross-site' }), 200);
  });
});

describe('The CSRF token', () => {
  let kit: RunningKit;
  let browser: Browser;
  before(async () => {
    kit = await startKit();
  });
  beforeEach(async () => {
    browser = await signIn(kit.browser());
  });
  after(() => kit.close());

  const refused = async (token: string | undefined): Promise<void> => {
    expectProblem(await browser.copy().post('/totp', {}, { 'x-mfa-csrf': token }), 403, 'csrf_failed');
  };

  it('has to be there', () => refused(undefined));
  it('may not be empty', () => refused(''));
  it('may not be longer by a character', () => refused(`${browser.csrf!}x`));
  it('may not be shorter by a character', () => refused(browser.csrf!.slice(0, -1)));

  it('of another session of the same person does not do', async () => {
    await refused((await signIn(kit.browser())).csrf);
  });

  it('of the token before does not do', async () => {
    const old = browser.csrf;
    expectStatus(await browser.post('/challenge/password', { password: PASSWORD }), 200);
    await refused(old);
    expectStatus(await browser.post('/totp'), 201);
  });

  it('of the pending sign-in does not do for the session that it became', async () => {
    const grace = await enrol(kit, kit.browser(), 'grace');
    browser = await signIn(kit.browser(), 'grace');
    const old = browser.csrf;
    await prove(kit, browser, grace.app);
    await refused(old);
  });

  it('stays the same for as long as the session has its token', async () => {
    const first = browser.csrf;
    await browser.get('/session');
    assert.equal(browser.csrf, first);
  });

  it('is asked for by a pending sign-in as well', async () => {
    const linus = await enrol(kit, kit.browser(), 'linus');
    const pending = await signIn(kit.browser(), 'linus');
    const code = linus.app.codeAt(kit.clock.now());
    expectProblem(
      await pending.post('/challenge/totp', { code }, { 'x-mfa-csrf': undefined }),
      403,
      'csrf_failed',
    );
    expectProblem(await pending.post('/sign-out', {}, { 'x-mfa-csrf': undefined }), 403, 'csrf_failed');
    expectStatus(await pending.post('/challenge/totp', { code }), 200);
  });
});

describe('Paths and methods (B3)', () => {
  let kit: RunningKit;
  let browser: Browser;
  before(async () => {
    kit = await startKit();
    browser = kit.browser();
    await enrol(kit, browser);
  });
  after(() => kit.close());

  for (const path of [
    '/Session',
    '/SESSION',
    '/session/',
    '//session',
    '/session/x',
    '/totp//confirm',
    '/',
    '',
    '/session%00',
    '/session%20',
    '/s%65ssion%zz',
    '/%E0%A4%A',
    '/__proto__',
    '/constructor',
  ]) {
    it(`has nothing at GET ${path || '(the mount path itself)'}`, async () => {
      expectProblem(await browser.get(path), 404, 'not_found');
    });
  }

  it('has no method but the declared ones, in whatever state the caller is', async () => {
    for (const [method, path] of [
      ['PUT', '/session'],
      ['POST', '/session'],
      ['DELETE', '/session'],
      ['PATCH', '/factors'],
      ['GET', '/sign-in'],
      ['GET', '/sign-out'],
      ['GET', '/totp'],
      ['PUT', '/totp/x'],
      ['OPTIONS', '/session'],
      ['OPTIONS', '/sign-in'],
      ['PROPFIND', '/session'],
    ] as const) {
      for (const caller of [browser, kit.browser()]) {
        expectProblem(await caller.copy().send(method, path), 404, 'not_found');
      }
    }
  });

  it('answers HEAD like GET, without the body', async () => {
    const got = await browser.get('/factors');
    const head = expectStatus(await browser.send('HEAD', '/factors'), 200);
    assert.equal(head.text, '');
    assert.equal(head.headers.get('content-type'), got.headers.get('content-type'));
    assert.equal((await kit.browser().send('HEAD', '/factors')).status, 401);
    assert.equal((await browser.send('HEAD', '/sign-in')).status, 404);
  });

  it('refuses a parameter that cannot be decoded, and does not fail', async () => {
    for (const id of ['%', '%zz', '%E0%A4%A', '%ff']) {
      const reply = await browser.patch(`/totp/${id}`, { name: 'x' });
      assert.ok([400, 404].includes(reply.status), reply.text);
    }
  });

  it('does not read another method from a header or a query', async () => {
    const changes = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
    expectProblem(await browser.post('/factors?_method=DELETE', {}, changes), 404, 'not_found');
    assert.equal(((await browser.get('/factors')).body['totp'] as unknown[]).length, 1);
  });

  it('does not look at the query', async () => {
    expectStatus(await browser.get('/session?state=signed-out&__proto__[x]=1'), 200);
  });
});
