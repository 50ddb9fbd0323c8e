import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, prove, signIn, signInFully } from '../testing/people.ts';
import { START, startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describeOnEachDatabase('The life of a session (B1)', (database) => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit({ database });
  });
  after(() => kit.close());

  it('ends after an hour without a request, as the view said it would', async () => {
    const browser = await signIn(kit.browser());
    const ends = new Date(kit.clock.now() + HOUR).toISOString();
    assert.equal((await browser.get('/session')).body['idleExpiresAt'], ends);
    const twin = browser.copy();
    kit.clock.advance(HOUR - 1);
    expectStatus(await twin.get('/factors'), 200);
    kit.clock.advance(HOUR);
    expectProblem(await browser.get('/factors'), 401, 'session_required');
    assert.equal(browser.cookies.size, 0);
  });

  it('goes on with each request, and ends after 24 hours whatever happens', async () => {
    const browser = kit.browser();
    const { app } = await enrol(kit, browser, 'grace');
    const began = Date.parse(String((await browser.get('/session')).body['signedInAt']));
    while (kit.clock.now() + 50 * MINUTE < began + 24 * HOUR) {
      kit.clock.advance(49 * MINUTE);
      await prove(kit, browser, app);
    }
    kit.clock.advance(began + 24 * HOUR - 1 - kit.clock.now());
    const last = expectStatus(await browser.get('/session'), 200);
    assert.equal(last.body['state'], 'signed-in');
    assert.equal(last.body['idleExpiresAt'], last.body['expiresAt']);
    kit.clock.advance(1);
    assert.deepEqual((await browser.get('/session')).body, { state: 'signed-out' });
    assert.equal(browser.cookies.size, 0);
  });

  it('is decided by the server: a cookie that a browser kept longer opens nothing', async () => {
    const browser = await signIn(kit.browser());
    const kept = browser.copy();
    kit.clock.advance(25 * HOUR);
    await kit.mfa.jobs.runDue();
    expectProblem(await kept.get('/factors'), 401, 'session_required');
  });

  it('is kept by the hash of its token alone (K1), with what the browser called itself cut and cleaned (K6)', async () => {
    const browser = await signIn(kit.browser({ 'user-agent': `Browser ${'x'.repeat(600)}` }));
    const token = browser.cookies.get('mfa-session')!;
    assert.match(token, /^[A-Za-z0-9_-]{43}$/);
    const rows = (await kit.tables())['mfa_sessions'] ?? [];
    assert.ok(rows.length > 0);
    for (const row of rows) {
      assert.ok(!JSON.stringify(row).includes(token));
      assert.ok(String(row['user_agent']).length <= 256);
    }
  });
});

describe('The times of a host', () => {
  for (const [idle, seconds] of [
    ['30s', 20],
    ['1m', 50],
    ['90s', 80],
  ] as const) {
    it(`may be as short as ${idle}: whoever asks every ${seconds} seconds stays (B1)`, async () => {
      const kit = await startKit({ configuration: { sessions: { idle } } });
      const browser = await signIn(kit.browser());
      for (let count = 0; count < 10; count += 1) {
        kit.clock.advance(10_000);
        assert.equal((await browser.get('/session')).body['state'], 'signed-in');
      }
      for (let count = 0; count < 10; count += 1) {
        kit.clock.advance(seconds * 1_000);
        assert.equal((await browser.get('/session')).body['state'], 'signed-in');
      }
      await kit.close();
    });
  }

  it('are kept as the view told them after a step-up', async () => {
    const kit = await startKit();
    const browser = kit.browser();
    const { app } = await enrol(kit, browser);
    kit.clock.advance(59_000);
    const code = app.codeAt(kit.clock.now());
    const { body } = expectStatus(await browser.post('/challenge/totp', { code }), 200);
    kit.clock.advance(Date.parse(String(body['idleExpiresAt'])) - kit.clock.now() - 1);
    assert.equal((await browser.get('/session')).body['state'], 'signed-in');
    await kit.close();
  });

  it('may be shorter than the kit\u2019s', async () => {
    const kit = await startKit({ configuration: { sessions: { absolute: '30m', idle: '5m' } } });
    const browser = await signIn(kit.browser());
    const { body } = await browser.get('/session');
    assert.equal(body['idleExpiresAt'], new Date(START + 5 * MINUTE).toISOString());
    assert.equal(body['expiresAt'], new Date(START + 30 * MINUTE).toISOString());
    kit.clock.advance(5 * MINUTE);
    assert.equal((await browser.get('/session')).body['state'], 'signed-out');
    await kit.close();
  });
});

describe('A person who is looked at in two browsers', () => {
  it('has two sessions that know nothing of each other\u2019s proofs (S4)', async () => {
    const kit = await startKit();
    const early = await signIn(kit.browser());
    const { app } = await enrol(kit, kit.browser());
    const strong = await signInFully(kit, kit.browser(), app);
    assert.equal((await early.get('/session')).body['aal'], 1);
    assert.equal((await strong.get('/session')).body['aal'], 2);
    await kit.close();
  });
});
