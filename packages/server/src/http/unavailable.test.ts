import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Problem } from '../api/problem.ts';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  AuthenticatorApp,
  enrol,
  expectProblem,
  expectStatus,
  PASSWORD,
  people,
  signIn,
  signInFully,
  type Enrolled,
} from '../testing/people.ts';
import { quickHasher } from '../testing/quick-hasher.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const credentials = { login: 'ada@example.com', password: PASSWORD };

describeOnEachDatabase('With the store gone', (database) => {
  it('every route that needs it is unavailable, nobody gets in, and nobody is told why (S8)', async () => {
    const kit = await startKit({ database });
    const signedIn = kit.browser();
    const { app, factorId, recoveryCodes } = await enrol(kit, signedIn);
    const pending = await signIn(kit.browser());
    await kit.stopStore();

    const replies: Reply[] = [await kit.browser().post('/sign-in', credentials)];
    for (const path of ['/session', '/challenge', '/factors', '/recovery-codes']) {
      replies.push(await signedIn.get(path));
    }
    for (const path of ['/totp', '/recovery-codes', '/recovery-codes/confirm', '/sign-out']) {
      replies.push(await signedIn.post(path));
    }
    replies.push(await signedIn.delete(`/totp/${factorId}`), await signedIn.delete('/factors'));
    replies.push(await pending.post('/challenge/totp', { code: app.codeAt(kit.clock.now()) }));
    replies.push(await pending.post('/challenge/recovery-code', { code: recoveryCodes[0] }));
    for (const reply of replies) {
      expectProblem(reply, 503, 'unavailable');
      assert.deepEqual(reply.headers.getSetCookie(), []);
      assert.doesNotMatch(reply.text, /database|connection|pool|sql|mfa_|at \//i);
    }
    assert.equal(await kit.mfa.health.ready(), false);
    assert.equal(kit.mfa.health.live(), true);
    await kit.close();
  });
});

describeOnEachDatabase('A change whose audit event cannot be written', (database) => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({ database });
    ada = await enrol(kit, kit.browser());
  });
  beforeEach(() => kit.clock.advance(3_600_000));
  after(() => kit.close());

  /** What counting first may change, before anything is verified (S2). */
  async function state(): Promise<unknown> {
    const tables = await kit.tables();
    const factors = tables['mfa_totp_factors']?.map(({ failures_in_a_row: _count, ...row }) => row);
    const pending = tables['mfa_pending_sign_ins']?.map(({ attempts: _count, ...row }) => row);
    const counters = { mfa_attempts: [], mfa_throttles: [], mfa_audit_events: [], lost: [] };
    return { ...tables, ...counters, mfa_totp_factors: factors, mfa_pending_sign_ins: pending };
  }

  /** Does something without the audit, which has to leave everything as it was, and then with it. */
  async function refusedWithoutAudit(work: () => Promise<Reply>, status: number): Promise<void> {
    const before = await state();
    await kit.sql('ALTER TABLE mfa_audit_events RENAME TO lost');
    const reply = await work();
    await kit.sql('ALTER TABLE lost RENAME TO mfa_audit_events');
    expectProblem(reply, 503, 'unavailable');
    assert.deepEqual(reply.headers.getSetCookie(), []);
    assert.deepEqual(await state(), before);
    expectStatus(await work(), status);
  }

  const inSession = (): Promise<Browser> => signInFully(kit, kit.browser(), ada.app);

  it('is not made: no session without its sign-in event', async () => {
    await refusedWithoutAudit(
      () => kit.browser().post('/sign-in', { ...credentials, login: 'linus@example.com' }),
      200,
    );
  });

  it('is not made: a right code is not spent, and the pending sign-in stays (S3)', async () => {
    const browser = await signIn(kit.browser());
    const code = ada.app.codeAt(kit.clock.now());
    await refusedWithoutAudit(() => browser.post('/challenge/totp', { code }), 200);
  });

  it('is not made: a recovery code is not spent (S3)', async () => {
    const browser = await signIn(kit.browser());
    await refusedWithoutAudit(
      () => browser.post('/challenge/recovery-code', { code: ada.recoveryCodes[0] }),
      200,
    );
  });

  it('is not made: step-up', async () => {
    const browser = await inSession();
    kit.clock.advance(60_000);
    const code = ada.app.codeAt(kit.clock.now());
    await refusedWithoutAudit(() => browser.post('/challenge/totp', { code }), 200);
  });

  it('is not made: step-up with the password', async () => {
    const browser = await signIn(kit.browser(), 'linus');
    await refusedWithoutAudit(() => browser.post('/challenge/password', { password: PASSWORD }), 200);
  });

  it('is not made: confirmation of a first factor, recovery codes included', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    const { body } = await browser.post('/totp');
    const code = new AuthenticatorApp(String(body['secret'])).codeAt(kit.clock.now());
    await refusedWithoutAudit(() => browser.post(`/totp/${String(body['id'])}/confirm`, { code }), 200);
  });

  it('is not made: renaming', async () => {
    const browser = await inSession();
    await refusedWithoutAudit(() => browser.patch(`/totp/${ada.factorId}`, { name: 'Phone' }), 200);
  });

  it('is not made: confirmation that codes were saved, and new codes', async () => {
    const browser = await inSession();
    await refusedWithoutAudit(() => browser.post('/recovery-codes/confirm'), 204);
    await refusedWithoutAudit(() => browser.post('/recovery-codes'), 201);
  });

  it('is not made: signing out', async () => {
    const browser = await inSession();
    await refusedWithoutAudit(() => browser.post('/sign-out'), 204);
  });

  it('is not made: removal of a factor, and of all', async () => {
    const browser = await inSession();
    await refusedWithoutAudit(() => browser.delete(`/totp/${ada.factorId}`), 204);
    ada = await enrol(kit, browser);
    await refusedWithoutAudit(() => browser.delete('/factors'), 204);
  });

  it('is not made either when its mail cannot be left in the outbox', async () => {
    ada = await enrol(kit, kit.browser());
    const browser = await inSession();
    await kit.sql('ALTER TABLE mfa_outbox RENAME TO lost');
    expectProblem(await browser.delete('/factors'), 503, 'unavailable');
    await kit.sql('ALTER TABLE lost RENAME TO mfa_outbox');
    assert.equal(((await browser.get('/factors')).body['totp'] as unknown[]).length, 1);
  });
});

describe('With a port in trouble', () => {
  it('a password check that fails lets nobody in, and its error stays inside (S8)', async () => {
    const users = {
      find: () => Promise.resolve(undefined),
      verifyPassword: () => Promise.reject(new Error('connection refused at 10.0.0.7')),
    };
    const kit = await startKit({ configuration: { users } });
    const reply = expectProblem(await kit.browser().post('/sign-in', credentials), 503, 'unavailable');
    assert.doesNotMatch(reply.text, /10\.0\.0\.7|refused/);
    assert.match(kit.log(), /10\.0\.0\.7/);
    await kit.close();
  });

  it('an error of the host never leaves the server, also when it asks for a status of its own', async () => {
    // What middleware of Express takes as an order to show the message.
    const exposing = { status: 200, statusCode: 200, expose: true, headers: { 'set-cookie': 'a=b' } };
    const users = {
      find: () => Promise.resolve(undefined),
      verifyPassword: () => Promise.reject(Object.assign(new Error('row 5 of /srv/users.js'), exposing)),
    };
    const kit = await startKit({ configuration: { users } });
    const reply = await kit.browser().post('/sign-in', { login: 'a', password: 'b' });
    expectProblem(reply, 503, 'unavailable');
    assert.doesNotMatch(reply.text, /users\.js|row 5/);
    await kit.close();
  });

  it('people who cannot be looked up have no session for as long, and have it again afterwards', async () => {
    let away = false;
    const known = people();
    const users = {
      find: (id: string) =>
        away ? Promise.reject(new Error('away')) : Promise.resolve(known.find((user) => user.id === id)),
      verifyPassword: (login: string) => Promise.resolve(known.find(({ name }) => name === login)),
    };
    const kit = await startKit({ configuration: { users } });
    const browser = await signIn(kit.browser());
    away = true;
    expectProblem(await browser.get('/factors'), 503, 'unavailable');
    assert.deepEqual([...browser.cookies.keys()], ['mfa-session']);
    away = false;
    expectStatus(await browser.get('/factors'), 200);
    await kit.close();
  });

  it('a hasher whose queue is full makes no codes, no factor and no sign-in, and says when to come again (L5)', async () => {
    let full = false;
    const refuse = (): Promise<never> =>
      Promise.reject(new Problem('unavailable', { reason: 'full', retryAfter: 1 }));
    const hasher = {
      hash: (secret: Buffer) => (full ? refuse() : quickHasher.hash(secret)),
      verify: (encoded: string, secret: Buffer) => (full ? refuse() : quickHasher.verify(encoded, secret)),
    };
    const kit = await startKit({ configuration: { hasher } });
    const ada = await enrol(kit, kit.browser());
    const grace = await signIn(kit.browser(), 'grace');
    const { body } = await grace.post('/totp');
    const app = new AuthenticatorApp(String(body['secret']));
    const pending = await signIn(kit.browser());
    full = true;
    const code = { code: app.codeAt(kit.clock.now()) };
    const confirmation = await grace.post(`/totp/${String(body['id'])}/confirm`, code);
    expectProblem(confirmation, 503, 'unavailable');
    assert.equal(confirmation.body['retryAfter'], 1);
    const recovery = { code: ada.recoveryCodes[0] };
    expectProblem(await pending.post('/challenge/recovery-code', recovery), 503, 'unavailable');
    full = false;
    assert.deepEqual((await grace.get('/factors')).body['totp'], []);
    expectStatus(await grace.post(`/totp/${String(body['id'])}/confirm`, code), 200);
    expectStatus(await pending.post('/challenge/recovery-code', recovery), 200);
    await kit.close();
  });
});
