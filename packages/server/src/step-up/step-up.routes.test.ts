import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
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
const HOUR = 60 * MINUTE;

describeOnEachDatabase('Step-up with an authenticator app', (database) => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({ database });
    ada = await enrol(kit, kit.browser());
  });
  beforeEach(() => kit.clock.advance(HOUR));
  after(() => kit.close());

  it('offers the authenticator app, never a recovery code or the password', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const { expiresAt } = (await browser.get('/session')).body;
    assert.deepEqual(expectStatus(await browser.get('/challenge'), 200).body, {
      purpose: 'step-up',
      methods: ['totp'],
      preferred: 'totp',
      rememberDevice: false,
      expiresAt,
    });
    expectProblem(await browser.post('/challenge/password', { password: PASSWORD }), 403, 'forbidden');
  });

  it('gives the session a new token and a new proof; the old token is dead at once (B1)', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const before = browser.copy();
    const { signedInAt, amr } = (await browser.get('/session')).body;
    const [byPassword] = amr as unknown[];
    kit.clock.advance(10 * MINUTE);
    const { result: reply, events } = await kit.audited(() =>
      browser.post('/challenge/totp', { code: ada.app.codeAt(kit.clock.now()) }),
    );
    expectStatus(reply, 200);
    assert.equal(reply.body['signedInAt'], signedInAt);
    const byCode = { method: 'totp', at: new Date(kit.clock.now()).toISOString() };
    assert.deepEqual(reply.body['amr'], [byPassword, byCode]);
    assert.notEqual(browser.csrf, before.csrf);
    expectProblem(await before.get('/factors'), 401, 'session_required');
    expectStatus(await browser.get('/factors'), 200);
    assert.deepEqual(
      events.map(({ event, outcome, method, factor_id }) => [event, outcome, method, factor_id]),
      [['auth.step_up.success', 'success', 'totp', ada.factorId]],
    );
  });

  it('has one winner when the same code arrives several times at once (S1)', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    kit.clock.advance(MINUTE);
    const code = ada.app.codeAt(kit.clock.now());
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => browser.copy().post('/challenge/totp', { code })),
    );
    assert.equal(replies.filter(({ status }) => status === 200).length, 1);
    assert.ok(replies.every(({ status }) => [200, 401].includes(status)));
  });

  it('refuses a wrong and a replayed code alike, and leaves the session as it was', async () => {
    const browser = await signInFully(kit, kit.browser(), ada.app);
    const used = ada.app.codeAt(kit.clock.now());
    const wrong = ada.app.wrongCodeAt(kit.clock.now());
    const { events } = await kit.audited(async () => {
      for (const code of [wrong, used]) {
        expectProblem(await browser.post('/challenge/totp', { code }), 401, 'invalid_code');
      }
    });
    assert.deepEqual(
      events.map(({ event, outcome, reason, details }) => [event, outcome, reason, details]),
      [
        ['auth.step_up.failure', 'failure', 'wrong', '{"purpose":"step-up","pendingEnded":false}'],
        ['auth.step_up.failure', 'failure', 'replay', '{"purpose":"step-up","pendingEnded":false}'],
        ['auth.2fa.replay_attempt', 'blocked', null, '{}'],
      ],
    );
    expectStatus(await browser.get('/factors'), 200);
  });

  it('raises a session that was opened before there was a factor to AAL 2', async () => {
    const early = await signIn(kit.browser(), 'grace');
    const grace = await enrol(kit, kit.browser(), 'grace');
    expectProblem(await early.post('/totp'), 401, 'step_up_required');
    const reply = await prove(kit, early, grace.app);
    assert.equal(reply.body['aal'], 2);
    expectStatus(await early.post('/totp'), 201);
  });
});

describe('Step-up with the password, for people who have no factor', () => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit();
  });
  beforeEach(() => kit.clock.advance(HOUR));
  after(() => kit.close());

  it('is what GET /challenge offers them', async () => {
    const browser = await signIn(kit.browser());
    const { body } = await browser.get('/challenge');
    assert.deepEqual(
      [body['purpose'], body['methods'], body['preferred']],
      ['step-up', ['password'], 'password'],
    );
  });

  it('gives a new token and a fresh proof', async () => {
    const browser = await signIn(kit.browser());
    const before = browser.copy();
    kit.clock.advance(10 * MINUTE);
    expectProblem(await browser.post('/totp'), 401, 'step_up_required');
    const { result: reply, events } = await kit.audited(() =>
      browser.post('/challenge/password', { password: PASSWORD }),
    );
    expectStatus(reply, 200);
    assert.deepEqual(reply.body['amr'], [
      { method: 'password', at: new Date(kit.clock.now()).toISOString() },
    ]);
    expectProblem(await before.get('/factors'), 401, 'session_required');
    expectStatus(await browser.post('/totp'), 201);
    assert.deepEqual(
      events.map(({ event, outcome, method }) => [event, outcome, method]),
      [['auth.step_up.success', 'success', 'password']],
    );
  });

  it('refuses a wrong password as invalid_credentials, and counts it for the account (L1)', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    for (let count = 0; count < 10; count += 1) {
      const reply = await browser.post('/challenge/password', { password: 'wrong password' });
      expectProblem(reply, 401, 'invalid_credentials');
    }
    const reply = await browser.post('/challenge/password', { password: PASSWORD });
    expectProblem(reply, 429, 'too_many_attempts');
  });

  it('refuses a password that is right, where the host says that it is the one of somebody else', async () => {
    const browser = await signIn(kit.browser(), 'linus');
    const linus = kit.users.get('user-linus')!;
    // Called meanwhile what somebody else is called, too: the host answers that person.
    kit.users.set(linus.id, { ...linus, name: 'ada@example.com' });
    const reply = await browser.post('/challenge/password', { password: PASSWORD });
    kit.users.set(linus.id, linus);
    expectProblem(reply, 401, 'invalid_credentials');
  });

  it('takes no code: there is no authenticator to check it against', async () => {
    const browser = await signIn(kit.browser(), 'linus');
    expectProblem(await browser.post('/challenge/totp', { code: '123456' }), 401, 'invalid_code');
  });

  it('is forbidden where the host checks no passwords', async () => {
    const users = { find: (id: string) => Promise.resolve({ id, name: id, displayName: id, emails: [] }) };
    const hosted = await startKit({
      configuration: { users },
      host: (app, mfa) => {
        app.post('/host-sign-in', (request, response) => {
          void users
            .find('user-ada')
            .then((user) => mfa.signIn(request, response, user, { method: 'password' }))
            .then((view) => response.json(view));
        });
      },
    });
    const browser = hosted.browser();
    await browser.host('POST', '/host-sign-in');
    expectProblem(await browser.post('/challenge/password', { password: PASSWORD }), 403, 'forbidden');
    assert.deepEqual((await browser.get('/challenge')).body['methods'], []);
    assert.equal((await browser.get('/challenge')).body['preferred'], null);
    await hosted.close();
  });
});
