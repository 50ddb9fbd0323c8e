import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, codeNow, Control, enrolledPerson, PASSWORD, type ApiAnswer } from './support/api.ts';
import { startDemo, type DemoUnderTest } from './support/demo-server.ts';

/** The routes of Acme Notes behind `mfa.require`. */
describe('the host API', () => {
  let demo: DemoUnderTest;
  let control: Control;

  before(async () => {
    demo = await startDemo();
    control = new Control(demo.url);
  });

  after(() => demo.stop());

  function outcome({ status, body }: ApiAnswer): [number, unknown] {
    return [status, body['code']];
  }

  it('is closed to strangers', async () => {
    const stranger = new ApiClient(demo.url);
    for (const [method, path] of [
      ['GET', '/api/notes'],
      ['POST', '/api/billing/charge'],
      ['DELETE', '/api/workspace'],
      ['POST', '/api/password'],
    ] as const) {
      assert.deepEqual(outcome(await stranger.call(method, path)), [401, 'session_required'], path);
    }
  });

  it('S6: a password alone opens nothing to a person with a second factor', async () => {
    const { login } = await enrolledPerson(demo.url, 'halfway');
    const browser = new ApiClient(demo.url);
    await browser.signIn(login);
    assert.deepEqual(outcome(await browser.call('GET', '/api/notes')), [401, 'challenge_required']);
  });

  it('shows the notes of the own workspace', async () => {
    const browser = new ApiClient(demo.url);
    await browser.signIn('joan@example.com');
    const { body } = await browser.call('GET', '/api/notes');
    assert.equal(body['workspace'], 'enigma');
    assert.ok((body['notes'] as unknown[]).length > 0);
  });

  it('takes money for five minutes after a proof, then asks for a new one, and takes it again', async () => {
    const { secret, browser } = await enrolledPerson(demo.url, 'payer');
    assert.equal((await browser.call('POST', '/api/billing/charge')).status, 200);
    const now = await control.advance(5 * 60 + 1);
    const refused = await browser.call('POST', '/api/billing/charge');
    assert.deepEqual(outcome(refused), [401, 'step_up_required']);
    assert.deepEqual((refused.body['stepUp'] as { methods: string[] }).methods, ['totp']);
    assert.equal((refused.body['stepUp'] as { maxAge: number }).maxAge, 300);
    assert.match(refused.headers.get('www-authenticate') ?? '', /insufficient_user_authentication/);
    const proven = await browser.call('POST', '/mfa/challenge/totp', { code: await codeNow(secret, now) });
    assert.equal(proven.status, 200);
    assert.equal((await browser.call('POST', '/api/billing/charge')).status, 200);
  });

  it('B1: a step-up leaves the old session token dead', async () => {
    const { secret, browser } = await enrolledPerson(demo.url, 'rotation');
    const { headers } = browser;
    const code = await codeNow(secret, await control.advance(60));
    assert.equal((await browser.call('POST', '/mfa/challenge/totp', { code })).status, 200);
    const old = await fetch(`${demo.url}/api/notes`, { headers });
    assert.equal(old.status, 401);
  });

  it('deletes a workspace for its admin only, and only within a minute of a proof', async () => {
    const member = new ApiClient(demo.url);
    await member.signIn('grace@example.com');
    assert.deepEqual(outcome(await member.call('DELETE', '/api/workspace')), [403, 'forbidden']);
    const admin = new ApiClient(demo.url);
    await admin.signIn('alan@example.com');
    assert.deepEqual((await admin.call('DELETE', '/api/workspace')).body, { deleted: 'enigma' });
    await control.advance(61);
    const refused = await admin.call('DELETE', '/api/workspace');
    assert.deepEqual(outcome(refused), [401, 'step_up_required']);
    assert.equal((refused.body['stepUp'] as { maxAge: number }).maxAge, 60);
    // No step-up dialog for those whom it would not help.
    assert.deepEqual(outcome(await member.call('DELETE', '/api/workspace')), [403, 'forbidden']);
  });

  it('S5: a changed password ends other sessions and sign-ins begun with the old one, and keeps the own session', async () => {
    const { login, browser } = await enrolledPerson(demo.url, 'changer');
    const begun = new ApiClient(demo.url);
    await begun.signIn(login);
    const wrong = await browser.call('POST', '/api/password', {
      current: 'wrong',
      next: 'another-passphrase',
    });
    assert.deepEqual(outcome(wrong), [401, 'invalid_credentials']);
    const short = await browser.call('POST', '/api/password', { current: PASSWORD, next: 'short' });
    assert.deepEqual(outcome(short), [400, 'validation_failed']);
    const changed = await browser.call('POST', '/api/password', {
      current: PASSWORD,
      next: 'another-passphrase',
    });
    assert.equal(changed.status, 204);
    const late = await begun.call('POST', '/mfa/challenge/totp', { code: '123456' });
    assert.deepEqual(outcome(late), [401, 'challenge_expired']);
    assert.deepEqual(outcome(await new ApiClient(demo.url).signIn(login)), [401, 'invalid_credentials']);
    assert.equal(
      (await new ApiClient(demo.url).signIn(login, 'another-passphrase')).body['state'],
      'challenge',
    );
    assert.equal((await browser.call('GET', '/api/notes')).status, 200);
  });

  it('takes ten wrong current passwords in a quarter of an hour, also at once, and then not even the right one', async () => {
    const { login, browser } = await enrolledPerson(demo.url, 'guesser');
    const guess = (current: string): Promise<ApiAnswer> =>
      browser.call('POST', '/api/password', { current, next: 'another-passphrase' });
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, index) => guess(`wrong ${index}`)));
    const codes = guesses.map(({ body }) => body['code']);
    assert.equal(codes.filter((code) => code === 'invalid_credentials').length, 10);
    assert.equal(codes.filter((code) => code === 'too_many_attempts').length, 2);
    const refused = await guess(PASSWORD);
    assert.deepEqual(outcome(refused), [429, 'too_many_attempts']);
    assert.ok(Number(refused.body['retryAfter']) > 0 && Number(refused.body['retryAfter']) <= 900);
    assert.equal(refused.headers.get('retry-after'), String(refused.body['retryAfter']));
    assert.equal((await new ApiClient(demo.url).signIn(login)).body['state'], 'challenge', 'nothing changed');
  });

  it('says which of its actions asks for a proof', async () => {
    const browser = new ApiClient(demo.url);
    await browser.signIn('alan@example.com');
    await control.advance(5 * 60 + 1);
    for (const [method, path, action, maxAge] of [
      ['POST', '/api/billing/charge', 'billing.charge', 300],
      ['DELETE', '/api/workspace', 'workspace.delete', 60],
      ['POST', '/api/password', 'password.change', 300],
    ] as const) {
      const { body } = await browser.call(method, path);
      assert.deepEqual(body['stepUp'], { methods: ['password'], maxAge, action });
    }
  });

  it('refuses a call that carries no CSRF token or comes from another site', async () => {
    const { browser } = await enrolledPerson(demo.url, 'csrf');
    const { 'X-MFA-CSRF': token, ...headers } = browser.headers;
    const charge = (more: Record<string, string>): Promise<Response> =>
      fetch(`${demo.url}/api/billing/charge`, {
        method: 'POST',
        headers: { ...headers, ...more },
        body: '{}',
      });
    assert.equal(((await (await charge({})).json()) as { code: string }).code, 'csrf_failed');
    const foreign = await charge({ 'X-MFA-CSRF': String(token), Origin: 'https://elsewhere.example' });
    assert.equal(((await foreign.json()) as { code: string }).code, 'cross_site');
    assert.equal((await charge({ 'X-MFA-CSRF': String(token), Origin: demo.url })).status, 200);
  });

  it('answers problem details for what is not there and for what is no JSON', async () => {
    const browser = new ApiClient(demo.url);
    await browser.signIn('linus@example.com');
    assert.deepEqual(outcome(await browser.call('GET', '/api/nothing')), [404, 'not_found']);
    const response = await fetch(`${demo.url}/api/password`, {
      method: 'POST',
      headers: browser.headers,
      body: '{',
    });
    assert.equal(response.status, 400);
    assert.equal(((await response.json()) as { code: string }).code, 'validation_failed');
  });
});
