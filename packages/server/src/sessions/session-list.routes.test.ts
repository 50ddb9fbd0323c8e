import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  addApp,
  enrol,
  expectProblem,
  expectStatus,
  prove,
  signIn,
  signInFully,
  type Enrolled,
} from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';

interface Listed {
  readonly id: string;
  readonly current: boolean;
  readonly device: string | null;
}

const listOf = async (browser: Browser): Promise<readonly Listed[]> =>
  expectStatus(await browser.get('/sessions'), 200).body['sessions'] as Listed[];

const currentOf = async (browser: Browser): Promise<string> =>
  (await listOf(browser)).find(({ current }) => current)?.id ?? '';

describeOnEachDatabase('The sessions of a person', (database) => {
  let kit: RunningKit;
  let ada: Enrolled;
  let first: Browser;
  before(async () => {
    const placeLookup = { find: (ip: string) => (ip === '127.0.0.1' ? 'This machine' : undefined) };
    kit = await startKit({ database, configuration: { placeLookup } });
    first = kit.browser();
    ada = await enrol(kit, first);
  });
  after(() => kit.close());

  /** A browser beside the first, signed in with both factors. */
  const another = (headers?: Record<string, string>): Promise<Browser> =>
    signInFully(kit, kit.browser(headers), ada.app);

  it('are listed with device, place, methods and times, the current one marked and first', async () => {
    const browser = await another({ 'user-agent': CHROME });
    const signedInAt = new Date(kit.clock.now()).toISOString();
    const { body } = await browser.get('/sessions');
    const [current, ...others] = body['sessions'] as Record<string, unknown>[];
    const { id, amr, ...known } = current!;
    assert.match(String(id), /^[\w-]{22}$/);
    assert.deepEqual(
      (amr as { method: string }[]).map(({ method }) => method),
      ['password', 'totp'],
    );
    assert.deepEqual(known, {
      current: true,
      createdAt: signedInAt,
      lastSeenAt: signedInAt,
      ip: '127.0.0.1',
      userAgent: CHROME,
      device: 'Chrome on Windows',
      place: 'This machine',
    });
    assert.ok(others.length > 0);
    assert.ok(others.every((one) => one['current'] === false));
  });

  it('are told apart from other people\u2019s, and nobody else\u2019s can be ended: not found (ownership)', async () => {
    const grace = await signIn(kit.browser(), 'grace');
    const own = await listOf(grace);
    assert.equal(own.length, 1);
    await prove(kit, first, ada.app);
    expectProblem(await first.delete(`/sessions/${own[0]!.id}`), 404, 'not_found');
    expectProblem(await first.delete('/sessions/no-such-session'), 404, 'not_found');
    assert.equal((await listOf(grace)).length, 1);
  });

  it('leave the list when they idle out or expire, to the millisecond (B1)', async () => {
    const idle = await another();
    const id = await currentOf(idle);
    const seen = kit.clock.now();
    kit.clock.advance(30 * MINUTE);
    const watching = await another();
    const lists = async (): Promise<boolean> => (await listOf(watching)).some((one) => one.id === id);
    kit.clock.advance(seen + HOUR - 1 - kit.clock.now());
    assert.equal(await lists(), true);
    kit.clock.advance(1);
    assert.equal(await lists(), false);
    await prove(kit, watching, ada.app);
    const { result, events } = await kit.audited(() => watching.delete(`/sessions/${id}`));
    expectProblem(result, 404, 'not_found');
    assert.deepEqual(events, []);
    expectProblem(await idle.get('/sessions'), 401, 'session_required');
    first = await another();
  });

  it('end one by one, with the audit saying which and by whom', async () => {
    const [mine, theirs] = [await another(), await another()];
    const [by, id] = [await currentOf(mine), await currentOf(theirs)];
    await prove(kit, mine, ada.app);
    const { events } = await kit.audited(async () => {
      const reply = expectStatus(await mine.delete(`/sessions/${id}`), 204);
      assert.deepEqual(reply.headers.getSetCookie(), []);
    });
    assert.deepEqual(
      events.map(({ event, reason, actor_id: actor, session_id: session, details }) => ({
        event,
        reason,
        actor,
        session,
        details: JSON.parse(details) as unknown,
      })),
      [{ event: 'auth.session.ended', reason: 'revoked', actor: 'user-ada', session: id, details: { by } }],
    );
    expectProblem(await theirs.get('/factors'), 401, 'session_required');
    expectProblem(await mine.delete(`/sessions/${id}`), 404, 'not_found');
  });

  it('end by their own hand at any time: as easy as a sign-out, and as thorough', async () => {
    const browser = await another();
    const id = await currentOf(browser);
    kit.clock.advance(20 * MINUTE);
    const { result, events } = await kit.audited(() => browser.delete(`/sessions/${id}`));
    expectStatus(result, 204);
    assert.equal(result.headers.get('clear-site-data'), '"cache", "storage"');
    assert.equal(browser.cookies.has('mfa-session'), false);
    assert.deepEqual(
      events.map(({ event, reason }) => [event, reason]),
      [['auth.session.ended', 'sign-out']],
    );
  });

  it('are not ended by a stolen cookie: without fresh proof it throws nobody else out', async () => {
    const owner = await another();
    const id = await currentOf(owner);
    const thief = (await another()).copy();
    kit.clock.advance(6 * MINUTE);
    const before = await kit.tables();
    expectProblem(await thief.delete(`/sessions/${id}`), 401, 'step_up_required');
    expectProblem(await thief.delete('/sessions'), 401, 'step_up_required');
    assert.deepEqual((await kit.tables())['mfa_sessions'], before['mfa_sessions']);
    expectStatus(await owner.get('/factors'), 200);
  });

  it('end all but this one, together with sign-ins begun and remembered devices, and the audit names each', async () => {
    const [mine, theirs] = [await another(), await another()];
    const begun = await signIn(kit.browser());
    const remembering = await signIn(kit.browser());
    kit.clock.advance(MINUTE);
    const code = ada.app.codeAt(kit.clock.now());
    expectStatus(await remembering.post('/challenge/totp', { code, rememberDevice: true }), 200);
    await prove(kit, mine, ada.app);
    const others = (await listOf(mine)).filter(({ current }) => !current).map(({ id }) => id);
    assert.ok(others.length >= 2);

    const { events } = await kit.audited(async () => expectStatus(await mine.delete('/sessions'), 204));
    assert.deepEqual(
      events
        .filter(({ event }) => event === 'auth.session.ended')
        .map(({ session_id: session }) => session)
        .sort(),
      others.sort(),
    );
    assert.ok(events.every(({ reason }) => reason === 'signed-out-everywhere'));
    assert.equal(events.filter(({ event }) => event === 'auth.device.forgotten').length, 1);

    assert.deepEqual(
      (await listOf(mine)).map(({ current }) => current),
      [true],
    );
    for (const ended of [theirs, remembering]) {
      expectProblem(await ended.get('/factors'), 401, 'session_required');
    }
    expectProblem(
      await begun.post('/challenge/totp', { code: ada.app.codeAt(kit.clock.now()) }),
      401,
      'challenge_expired',
    );
    assert.equal((await (await signIn(remembering)).get('/session')).body['state'], 'challenge');
    first = mine;
  });

  it('are a hundred at most: one more ends the one that was longest unused, under a reason of its own', async () => {
    const oldest = await signIn(kit.browser(), 'linus');
    for (let count = 1; count < 100; count += 1) {
      kit.clock.advance(1);
      await signIn(kit.browser(), 'linus');
    }
    expectStatus(await oldest.get('/factors'), 200);
    kit.clock.advance(1);
    const newest = kit.browser();
    const { events } = await kit.audited(() => signIn(newest, 'linus'));
    const ended = events.filter(({ event }) => event === 'auth.session.ended');
    const { id: by } = (await listOf(newest)).find(({ current }) => current)!;
    assert.deepEqual(
      ended.map(({ reason, details }) => [reason, JSON.parse(details) as unknown]),
      [['too-many-sessions', { by }]],
    );
    expectProblem(await oldest.get('/factors'), 401, 'session_required');
    assert.equal((await listOf(newest)).length, 100);
  });

  it('get a new token at every rise, and the old one is dead at once: sign-in, second factor, enrolment, step-up (B1)', async () => {
    const browser = kit.browser();
    const tokens: string[] = [];
    const risen = async (): Promise<void> => {
      const token = browser.cookies.get('mfa-session') ?? '';
      assert.ok(token !== '' && !tokens.includes(token));
      for (const old of tokens) {
        const thief = kit.browser();
        thief.cookies.set('mfa-session', old);
        expectProblem(await thief.get('/factors'), 401, 'session_required');
      }
      tokens.push(token);
    };
    await signIn(browser, 'linus');
    await risen();
    const { app } = await addApp(kit, browser);
    await risen();
    await prove(kit, browser, app);
    await risen();
    await signIn(browser, 'linus');
    await prove(kit, browser, app);
    await risen();
  });
});
