import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { afterEach, describe, it } from 'node:test';
import type { KeyRingSettings } from '../secrets/key-ring.ts';
import { createMfa } from '../create-mfa.ts';
import { alreadyAt, inMigratedPostgres, type TestDatabase } from '../store/testing/databases.ts';
import { addApp, enrol, expectProblem, expectStatus, prove, signIn, signInFully } from '../testing/people.ts';
import type { Browser } from '../testing/browser.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const [first, second] = [1, 2].map(() => randomBytes(32).toString('base64url')) as [string, string];
const BEFORE: KeyRingSettings = { current: 'k1', keys: { k1: first } };
const BOTH: KeyRingSettings = { current: 'k1', keys: { k1: first, k2: second } };
const AFTER: KeyRingSettings = { current: 'k2', keys: { k1: first, k2: second } };

describe('A rotation that has come to one of two nodes', () => {
  /** Node A has the new key as its current one already, node B has the ring that is given. */
  let a: RunningKit;
  let b: RunningKit;
  let place: TestDatabase;
  afterEach(async () => {
    await a.close();
    await b.close();
    await place.remove();
  });

  async function startNodes(ringOfB: KeyRingSettings): Promise<void> {
    place = await inMigratedPostgres();
    const database = alreadyAt(place.url);
    b = await startKit({ database, configuration: { keys: ringOfB } });
    // Both answer for the same origin and by the same clock, as behind one proxy on one database.
    const { origin: publicUrl, clock } = b;
    a = { ...(await startKit({ database, configuration: { keys: AFTER, publicUrl, clock } })), clock };
  }

  /** The same browser, whose next call comes to another node. */
  function movedTo(node: RunningKit, browser: Browser): Browser {
    const moved = node.browser();
    for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
    moved.csrf = browser.csrf;
    return moved;
  }

  /** Failures that count, against the person and against their authenticators. */
  async function failures(): Promise<unknown> {
    const { mfa_attempts: attempts = [], mfa_totp_factors: factors = [] } = await b.tables();
    return {
      attempts: attempts.filter((row) => row['name'] === 'account').length,
      inARow: factors.map((row) => row['failures_in_a_row']),
    };
  }

  it('changes nothing for anybody once B can read the new key: the order of the steps', async () => {
    await startNodes(BOTH);
    const { app, recoveryCodes } = await enrol(a, a.browser());
    await signInFully(b, b.browser(), app);
    const browser = await signIn(b.browser());
    expectStatus(await browser.post('/challenge/recovery-code', { code: recoveryCodes[0] }), 200);
  });

  it('is answered by a B that does not know the key yet with unavailable, and counts nothing against the person (S8, L1, L2)', async () => {
    await startNodes(BEFORE);
    const { app, recoveryCodes } = await enrol(a, a.browser());
    const browser = await signIn(b.browser());
    // More often than anybody may be wrong.
    for (let time = 0; time < 12; time += 1) {
      const now = b.clock.now();
      for (const code of [app.codeAt(now), app.wrongCodeAt(now)])
        expectProblem(await browser.post('/challenge/totp', { code }), 503, 'unavailable');
      const code = recoveryCodes[0];
      expectProblem(await browser.post('/challenge/recovery-code', { code }), 503, 'unavailable');
    }
    assert.deepEqual(await failures(), { attempts: 0, inARow: [0] });
    assert.deepEqual(
      (await b.audit('user-ada')).filter(({ event }) => /failure|blocked|replay/.test(event)),
      [],
    );
    assert.match(b.log(), /key k2 is not in the ring/);

    const onA = movedTo(a, browser);
    expectStatus(await onA.post('/challenge/recovery-code', { code: recoveryCodes[0] }), 200);
  });

  it('is told as unavailable and not as a wrong code when B can open one of two authenticators, and the code is of the other', async () => {
    await startNodes(BEFORE);
    const browser = b.browser();
    const old = await enrol(b, browser);
    const added = await addApp(a, movedTo(a, browser), 'Tablet');

    b.clock.advance(60_000);
    const pending = await signIn(b.browser());
    const now = b.clock.now();
    expectProblem(await pending.post('/challenge/totp', { code: added.app.codeAt(now) }), 503, 'unavailable');
    expectProblem(
      await pending.post('/challenge/totp', { code: old.app.wrongCodeAt(now) }),
      503,
      'unavailable',
    );
    assert.deepEqual(await failures(), { attempts: 2, inARow: [2, 2] });
    await prove(b, pending, old.app);
  });

  it('counts what B cannot decide like a wrong code: a right one is told from it, so nobody may try for ever (L1)', async () => {
    await startNodes(BEFORE);
    const browser = b.browser();
    const old = await enrol(b, browser);
    await addApp(a, movedTo(a, browser), 'Tablet');

    b.clock.advance(60_000);
    const guessing = await signIn(b.browser());
    for (let time = 0; time < 5; time += 1) {
      const code = old.app.wrongCodeAt(b.clock.now());
      expectProblem(await guessing.post('/challenge/totp', { code }), 503, 'unavailable');
    }
    const code = old.app.codeAt(b.clock.now());
    expectProblem(await guessing.post('/challenge/totp', { code }), 401, 'challenge_expired');
  });

  it('lets an enrolment that was begun at A wait until B can read it', async () => {
    await startNodes(BEFORE);
    const browser = await signIn(a.browser());
    const { body } = expectStatus(await browser.post('/totp'), 201);
    const onB = movedTo(b, browser);
    const confirm = `/totp/${String(body['id'])}/confirm`;
    expectProblem(await onB.post(confirm, { code: '000000' }), 503, 'unavailable');
    assert.deepEqual(await failures(), { attempts: 0, inARow: [] });
    expectProblem(await browser.post(confirm, { code: '000000' }), 401, 'invalid_code');
  });

  it('keeps what was asked of A by mail until a job can read whom it is for: B leaves it, A takes it', async () => {
    await startNodes(BEFORE);
    expectStatus(await a.browser().post('/recovery', { login: 'ada@example.com' }), 202);
    await b.mfa.jobs.runDue();
    assert.deepEqual([a.mails.length, b.mails.length], [0, 0]);
    assert.match(b.log(), /account recovery did not get on; it is tried again/);
    // As long as one worker has it to itself.
    b.clock.advance(61_000);
    await a.mfa.jobs.runDue();
    assert.deepEqual(
      a.mails.map(({ to }) => to),
      ['ada@example.com'],
    );
  });

  it('is found by a B that is started without the new key: it does not start, and says which is missing (K2, S8)', async () => {
    await startNodes(BEFORE);
    await enrol(a, a.browser());
    const restarted = createMfa({
      publicUrl: b.origin,
      serviceName: 'Test Notes',
      database: place.url,
      keys: BEFORE,
      users: { find: () => Promise.resolve(undefined) },
    });
    await assert.rejects(restarted, {
      message:
        'stored secrets need the keys k2, which are not in the ring (it has k1); add them back under these names',
    });
  });
});
