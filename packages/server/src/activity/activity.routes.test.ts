import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, signIn, signInFully, type Enrolled } from '../testing/people.ts';
import { runAsAllAlong } from '../testing/running-all-along.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import type { ActivityEvent } from './activity-view.ts';

const DAY = 86_400_000;

interface Feed {
  readonly events: readonly ActivityEvent[];
  readonly next: string | null;
}

describeOnEachDatabase('The activity of an account', (database) => {
  let kit: RunningKit;
  let browser: Browser;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({ database });
    browser = kit.browser({ 'user-agent': 'Test Browser 1.0' });
    ada = await enrol(kit, browser);
  });
  after(() => kit.close());

  const read = async (query = '', reader = browser): Promise<Feed> =>
    expectStatus(await reader.get(`/activity${query}`), 200).body as unknown as Feed;
  const namesIn = async (query = ''): Promise<string[]> =>
    (await read(query)).events.map(({ event }) => event);
  const refused = (reply: Reply, path: string): void => {
    expectProblem(reply, 400, 'validation_failed');
    assert.deepEqual(
      (reply.body['fields'] as { path: string }[]).map((field) => field.path),
      [path],
    );
  };

  it('is what the person did, newest first, with when, by what and from where', async () => {
    const { events, next } = await read();
    assert.deepEqual(
      events.map(({ event }) => event),
      ['auth.recovery_codes.generated', 'auth.2fa.enabled', 'auth.totp.added', 'auth.sign_in.success'],
    );
    assert.equal(next, null);
    const { id, at, ...added } = events[2]!;
    assert.match(id, /^[0-9a-f]{16}$/);
    assert.ok(Date.parse(at) <= kit.clock.now());
    assert.deepEqual(added, {
      event: 'auth.totp.added',
      outcome: 'success',
      reason: null,
      method: 'totp',
      factor: { id: ada.factorId, name: 'Authenticator app' },
      ip: '127.0.0.1',
      userAgent: 'Test Browser 1.0',
      device: null,
      place: null,
      suspicious: null,
      current: true,
    });
  });

  it('is each person\u2019s own, whatever they ask', async () => {
    const grace = await signIn(kit.browser(), 'grace');
    const foreign = (await read('?limit=1')).next;
    for (const query of ['', `?cursor=${foreign}`, '?ip=127.0.0.1', '?type=auth.totp']) {
      const { events } = await read(query, grace);
      assert.ok(
        events.every(({ event }) => event === 'auth.sign_in.success'),
        query,
      );
    }
    expectProblem(await grace.get('/activity?subject=user-ada'), 400, 'validation_failed');
  });

  it('asks for a session, whole and not restricted', async () => {
    expectProblem(await kit.browser().get('/activity'), 401, 'session_required');
    expectProblem(await (await signIn(kit.browser())).get('/activity'), 401, 'challenge_required');
    const restricted = await signIn(kit.browser());
    expectStatus(await restricted.post('/challenge/recovery-code', { code: ada.recoveryCodes[0] }), 200);
    for (const path of ['/activity', '/activity.csv', '/activity.json'])
      expectProblem(await restricted.get(path), 403, 'enrolment_required');
    const { id } = (await read()).events[0]!;
    expectProblem(await restricted.post(`/activity/${id}/report`), 403, 'enrolment_required');
  });

  it('is filtered by type, by address, by outcome and by time', async () => {
    assert.deepEqual(await namesIn('?type=auth.totp'), ['auth.totp.added']);
    assert.deepEqual(await namesIn('?type=auth.totp.removed'), []);
    assert.deepEqual(await namesIn('?ip=203.0.113.9'), []);
    assert.deepEqual(await namesIn('?type=auth.totp&ip=::ffff:127.0.0.1'), ['auth.totp.added']);
    assert.deepEqual(await namesIn('?outcome=blocked'), []);
    const { at } = (await read('?type=auth.totp.added')).events[0]!;
    const [before, later] = [-1, 1].map((step) => new Date(Date.parse(at) + step).toISOString());
    const added = (query: string): Promise<string[]> => namesIn(`?type=auth.totp.added${query}`);
    assert.deepEqual(await added(`&from=${at}&to=${at}`), ['auth.totp.added']);
    assert.deepEqual(await added(`&to=${before}`), []);
    assert.deepEqual(await added(`&from=${later}`), []);
    assert.deepEqual(await added(`&from=${at.slice(0, 10)}&to=${at.slice(0, 10)}`), ['auth.totp.added']);
  });

  it('refuses what it does not know, by name of the field and without a word of the value', async () => {
    refused(await browser.get('/activity?type=totp'), 'type');
    refused(await browser.get('/activity?ip=somewhere'), 'ip');
    refused(await browser.get('/activity?from=yesterday'), 'from');
    refused(await browser.get('/activity?limit=101'), 'limit');
    refused(await browser.get('/activity?cursor=2'), 'cursor');
    refused(await browser.get('/activity?outcome=all'), 'outcome');
    refused(await browser.get('/activity?page=2'), '');
    refused(await browser.get('/activity?type=auth.totp&type=auth.passkey'), 'type');
    refused(await browser.get('/activity.csv?from=2026-01-16&to=2026-01-15'), 'to');
    const reply = await browser.get('/activity?outcome=a-guess-of-mine');
    assert.ok(!reply.text.includes('a-guess-of-mine'));
  });

  it('is fifty at once unless less is asked for, and goes on where it ended while more happens', async () => {
    const linus = await signIn(kit.browser(), 'linus');
    for (let number = 0; number < 60; number += 1) {
      await signIn(kit.browser(), 'linus');
      kit.clock.advance(1);
    }
    const all = await read('?limit=100', linus);
    assert.ok(all.events.length > 60 && all.next === null, `${all.events.length} events`);
    const first = await read('', linus);
    assert.equal(first.events.length, 50);
    const collected = [...first.events];
    for (let { next } = first; next !== null;) {
      await kit.browser().post('/passkey-sign-in/options');
      expectStatus(await linus.get('/session'), 200);
      await linus.post('/challenge/password', { password: 'wrong, on purpose' });
      const page = await read(`?limit=7&cursor=${next}`, linus);
      collected.push(...page.events);
      next = page.next;
    }
    assert.deepEqual(collected, all.events);
  });

  it('tells the person why, as far as it is theirs to know', async () => {
    const thief = await signIn(kit.browser());
    expectProblem(
      await thief.post('/challenge/recovery-code', { code: 'no code at all' }),
      401,
      'invalid_code',
    );
    expectProblem(
      await thief.post('/challenge/recovery-code', { code: ada.recoveryCodes[0] }),
      401,
      'invalid_code',
    );
    const stored = (await kit.audit('user-ada')).filter(({ event }) => event === 'auth.2fa.failure');
    assert.deepEqual(
      stored.slice(-2).map(({ reason }) => reason),
      ['format', 'replay'],
    );
    const { events } = await read('?type=auth.2fa.failure&limit=2');
    assert.deepEqual(
      events.map(({ reason }) => reason),
      ['replay', 'wrong'],
    );
  });

  it('has in every second browser what the first one did, and says in which it was', async () => {
    const second = await signInFully(kit, kit.browser(), ada.app);
    const { events } = await read('?limit=4', second);
    assert.equal(events[0]?.event, 'auth.sign_in.success');
    assert.equal(events[0].current, true);
    assert.equal((await read('?type=auth.totp.added', second)).events[0]?.current, false);
  });

  it('changes nothing by being read (B4)', async () => {
    const before = await kit.tables();
    for (const path of ['/activity', '/activity?limit=2', '/activity.csv', '/activity.json'])
      for (const method of ['GET', 'HEAD']) expectStatus(await browser.send(method, path), 200);
    assert.deepEqual(await kit.tables(), before);
  });

  it('forgets after thirteen months', async () => {
    kit.clock.advance(396 * DAY);
    await runAsAllAlong(kit);
    assert.ok((await kit.audit('user-ada')).length > 0);
    kit.clock.advance(2 * DAY);
    await runAsAllAlong(kit);
    assert.deepEqual(await kit.audit(), []);
  });
});
