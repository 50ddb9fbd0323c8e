import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  addApp,
  AuthenticatorApp,
  enrol,
  expectProblem,
  expectStatus,
  PASSWORD,
  prove,
  signIn,
  signInFully,
} from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Started {
  readonly id: string;
  readonly secret: string;
  readonly uri: string;
  readonly qr: { size: number; path: string };
  readonly expiresAt: string;
  readonly app: AuthenticatorApp;
}

async function start(browser: Browser): Promise<Started> {
  const { body } = expectStatus(await browser.post('/totp'), 201);
  return { ...(body as unknown as Started), app: new AuthenticatorApp(String(body['secret'])) };
}

describeOnEachDatabase('Enrolment of a first authenticator app', (database) => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit({ database });
  });
  beforeEach(() => kit.clock.advance(HOUR));
  after(() => kit.close());

  const fresh = async (name = 'grace'): Promise<{ browser: Browser; started: Started }> => {
    const browser = await signIn(kit.browser(), name);
    return { browser, started: await start(browser) };
  };
  const confirm = (
    browser: Browser,
    { id, app }: Started,
    more: Record<string, unknown> = {},
  ): ReturnType<Browser['post']> =>
    browser.post(`/totp/${id}/confirm`, { code: app.codeAt(kit.clock.now()), ...more });

  it('begins with secret, URI and QR code, good for 15 minutes; nothing is active, and it shows as pending', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    const { result: started, events } = await kit.audited(() => start(browser));
    assert.match(started.secret, /^[A-Z2-7]{32}$/);
    assert.equal(
      started.uri,
      `otpauth://totp/Test%20Notes:grace%40example.com?secret=${started.secret}&issuer=Test%20Notes&algorithm=SHA1&digits=6&period=30`,
    );
    assert.match(started.qr.path, /^M/);
    assert.equal(started.expiresAt, new Date(kit.clock.now() + 15 * MINUTE).toISOString());
    assert.deepEqual(events, []);
    const { body } = await browser.get('/factors');
    assert.deepEqual(body, {
      totp: [],
      passkeys: [],
      recoveryCodes: { remaining: 0, total: 0, createdAt: null, confirmed: false },
      pending: [
        {
          id: started.id,
          method: 'totp',
          startedAt: new Date(kit.clock.now()).toISOString(),
          expiresAt: started.expiresAt,
        },
      ],
    });
    const elsewhere = await signIn(kit.browser(), 'grace');
    assert.equal((await elsewhere.get('/session')).body['state'], 'signed-in');
    assert.deepEqual((await elsewhere.get('/factors')).body['pending'], []);
  });

  it('is replaced by another start in the same session: the first one is gone', async () => {
    const { browser, started } = await fresh();
    const second = await start(browser);
    assert.notEqual(second.secret, started.secret);
    expectProblem(await confirm(browser, started), 404, 'not_found');
    assert.equal(((await browser.get('/factors')).body['pending'] as unknown[]).length, 1);
  });

  it('can be resumed with a code after the page was left; the secret is not given again', async () => {
    const { browser } = await fresh();
    const { body, text } = await browser.get('/factors');
    const [pending] = body['pending'] as Record<string, unknown>[];
    assert.deepEqual(Object.keys(pending ?? {}), ['id', 'method', 'startedAt', 'expiresAt']);
    assert.doesNotMatch(text, /secret|otpauth/);
  });

  it('belongs to the session that began it: another of the same person, or of another, finds nothing (404)', async () => {
    const { started } = await fresh();
    for (const name of ['grace', 'linus']) {
      const other = await signIn(kit.browser(), name);
      expectProblem(await confirm(other, started), 404, 'not_found');
      expectProblem(await other.delete(`/totp/${started.id}`), 404, 'not_found');
    }
  });

  it('survives a step-up, which gives the same session a new token', async () => {
    const { browser, started } = await fresh();
    expectStatus(await browser.post('/challenge/password', { password: PASSWORD }), 200);
    const { body } = await browser.get('/factors');
    assert.deepEqual((body['pending'] as { id: string }[])[0]?.id, started.id);
  });

  it('is expired after 15 minutes (410), and not pending any more', async () => {
    const { browser, started } = await fresh();
    kit.clock.advance(15 * MINUTE - 1);
    assert.equal(((await browser.get('/factors')).body['pending'] as unknown[]).length, 1);
    kit.clock.advance(1);
    assert.deepEqual((await browser.get('/factors')).body['pending'], []);
    expectStatus(await browser.post('/challenge/password', { password: PASSWORD }), 200);
    expectProblem(await confirm(browser, started), 410, 'expired');
  });

  it('is still told from one that never was when what has ended was swept away', async () => {
    const { browser, started } = await fresh();
    await kit.mfa.jobs.runDue();
    kit.clock.advance(15 * MINUTE);
    await kit.mfa.jobs.runDue();
    expectStatus(await browser.post('/challenge/password', { password: PASSWORD }), 200);
    expectProblem(await confirm(browser, started), 410, 'expired');
  });

  it('needs at its confirmation what it needed at its start: the password within five minutes', async () => {
    const { browser, started } = await fresh();
    kit.clock.advance(5 * MINUTE + 1);
    expectProblem(await confirm(browser, started), 401, 'step_up_required');
    expectStatus(await browser.post('/challenge/password', { password: PASSWORD }), 200);
    expectProblem(
      await browser.post(`/totp/${started.id}/confirm`, { code: started.app.wrongCodeAt(kit.clock.now()) }),
      401,
      'invalid_code',
    );
  });

  it('needs the new factor at its confirmation when another session set one up meanwhile', async () => {
    const browser = await signIn(kit.browser(), 'linus');
    const started = await start(browser);
    const { app } = await enrol(kit, kit.browser(), 'linus');
    const reply = expectProblem(await confirm(browser, started), 401, 'step_up_required');
    assert.deepEqual((reply.body['stepUp'] as { methods: string[] }).methods, ['totp']);
    await prove(kit, browser, app);
    const { body } = expectStatus(await confirm(browser, started), 200);
    assert.equal(body['recoveryCodes'], undefined);
    expectStatus(await browser.delete('/factors'), 204);
  });

  for (const [what, body] of [
    ['no code', {}],
    ['a code that is a number', { code: 123456 }],
    ['full-width digits', { code: '12345６' }],
    ['an empty name', { code: '123456', name: '' }],
    ['a name of spaces', { code: '123456', name: '  ' }],
    ['a name of 65 characters', { code: '123456', name: 'x'.repeat(65) }],
    ['a name of nothing that can be seen', { code: '123456', name: '\u0000' }],
    ['a field that nobody declared', { code: '123456', force: true }],
  ] as const) {
    it(`refuses ${what} at confirmation as validation_failed, uncounted and without a trace`, async () => {
      const { browser, started } = await fresh();
      const before = await kit.tables();
      expectProblem(await browser.post(`/totp/${started.id}/confirm`, body), 400, 'validation_failed');
      assert.deepEqual(await kit.tables(), before);
    });
  }

  it('stays pending after a wrong code, which counts and is audited', async () => {
    const { browser, started } = await fresh();
    const { result: reply, events } = await kit.audited(() =>
      browser.post(`/totp/${started.id}/confirm`, { code: started.app.wrongCodeAt(kit.clock.now()) }),
    );
    expectProblem(reply, 401, 'invalid_code');
    assert.deepEqual(
      events.map(({ event, outcome, reason, details }) => [event, outcome, reason, details]),
      [['auth.2fa.failure', 'failure', 'wrong', '{"purpose":"enrolment","pendingEnded":false}']],
    );
    assert.equal(
      ((await kit.tables())['mfa_attempts'] ?? []).some(({ at }) => at === kit.clock.now()),
      true,
    );
    assert.equal(((await browser.get('/factors')).body['pending'] as unknown[]).length, 1);
  });

  it('is active once confirmed: ten codes shown this once, a new token, AAL 2, everything audited', async () => {
    const { browser, started } = await fresh();
    const before = browser.copy();
    const { result: reply, events } = await kit.audited(() => confirm(browser, started, { name: ' Phone ' }));
    expectStatus(reply, 200);
    const now = new Date(kit.clock.now()).toISOString();
    assert.deepEqual(reply.body['factor'], {
      id: started.id,
      name: 'Phone',
      createdAt: now,
      lastUsedAt: null,
      locked: false,
    });
    const codes = reply.body['recoveryCodes'] as string[];
    assert.equal(new Set(codes).size, 10);
    const session = reply.body['session'] as Record<string, unknown>;
    assert.deepEqual([session['aal'], session['mustEnroll']], [2, false]);
    assert.deepEqual(session['amr'], [
      { method: 'password', at: now },
      { method: 'totp', at: now },
    ]);
    assert.deepEqual(session['nudges'], ['recovery-codes-not-saved']);
    assert.deepEqual((await browser.get('/session')).body, session);
    expectProblem(await before.get('/factors'), 401, 'session_required');
    assert.deepEqual(
      events.map(({ event, outcome, method, factor_id, factor_label, details }) => [
        event,
        outcome,
        method,
        factor_id,
        factor_label,
        details,
      ]),
      [
        ['auth.totp.added', 'success', 'totp', started.id, 'Phone', '{}'],
        ['auth.2fa.enabled', 'success', 'totp', null, null, '{}'],
        ['auth.recovery_codes.generated', 'success', null, null, null, '{"total":10}'],
      ],
    );
    const { body } = await browser.get('/factors');
    assert.deepEqual(body['recoveryCodes'], { remaining: 10, total: 10, createdAt: now, confirmed: false });
    assert.deepEqual(body['pending'], []);
    expectProblem(await confirm(browser, started), 404, 'not_found');
  });

  it('uses the code of the confirmation up: it does not open the next sign-in (K4)', async () => {
    const { browser, started } = await fresh('ada');
    expectStatus(await confirm(browser, started), 200);
    const next = await signIn(kit.browser());
    const code = started.app.codeAt(kit.clock.now());
    expectProblem(await next.post('/challenge/totp', { code }), 401, 'invalid_code');
    kit.clock.advance(30_000);
    const later = started.app.codeAt(kit.clock.now());
    expectStatus(await next.post('/challenge/totp', { code: later }), 200);
    expectStatus(await next.delete('/factors'), 204);
  });

  it('has one winner when it is confirmed several times at once (S1)', async () => {
    const { browser, started } = await fresh('ada');
    const replies = await Promise.all(Array.from({ length: 3 }, () => confirm(browser.copy(), started)));
    assert.equal(replies.filter(({ status }) => status === 200).length, 1);
    assert.ok(replies.every(({ status }) => status < 500));
    assert.equal((await kit.audit('user-ada')).filter(({ event }) => event === 'auth.2fa.enabled').length, 2);
  });
});

describe('Enrolment of a further authenticator app', () => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit();
  });
  after(() => kit.close());

  it('never touches the active one until it is confirmed, and makes no recovery codes', async () => {
    const browser = kit.browser();
    const first = await enrol(kit, browser);
    await start(browser);
    const elsewhere = await signInFully(kit, kit.browser(), first.app);
    assert.equal((await elsewhere.get('/session')).body['aal'], 2);
    const second = await addApp(kit, browser, 'Tablet');
    assert.deepEqual(second.recoveryCodes, []);
    await signInFully(kit, kit.browser(), first.app);
    await signInFully(kit, kit.browser(), second.app);
    const events = (await kit.audit()).map(({ event }) => event);
    assert.equal(events.filter((event) => event === 'auth.2fa.enabled').length, 1);
    assert.equal(events.filter((event) => event === 'auth.recovery_codes.generated').length, 1);
    assert.equal(events.filter((event) => event === 'auth.totp.added').length, 2);
  });

  it('is called an authenticator app when the person gives no name', async () => {
    const browser = kit.browser();
    await enrol(kit, browser, 'grace');
    const { body } = await browser.get('/factors');
    assert.equal((body['totp'] as { name: string }[])[0]?.name, 'Authenticator app');
  });

  it('is refused with factor_limit when there are ten, at the start and at the confirmation (S7)', async () => {
    const browser = kit.browser();
    const { app } = await enrol(kit, browser, 'linus');
    for (let count = 1; count < 9; count += 1) await addApp(kit, browser);
    const other = await signInFully(kit, kit.browser(), app, 'linus');
    const late = await start(other);
    await addApp(kit, browser);
    await prove(kit, browser, app);
    expectProblem(await browser.post('/totp'), 409, 'factor_limit');
    await prove(kit, other, app);
    const reply = await other.post(`/totp/${late.id}/confirm`, { code: late.app.codeAt(kit.clock.now()) });
    expectProblem(reply, 409, 'factor_limit');
    assert.equal(((await browser.get('/factors')).body['totp'] as unknown[]).length, 10);
  });
});
