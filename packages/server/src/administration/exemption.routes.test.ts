import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, signIn, signInFully, type Enrolled } from '../testing/people.ts';
import { DAY, mailsOf } from '../testing/recoveries.ts';
import { startKit, type AuditRow, type RunningKit } from '../testing/running-kit.ts';

const GRACE_PERIOD = 14 * DAY;

describeOnEachDatabase('An admin who exempts a member', (database) => {
  let kit: RunningKit;
  let admin: Browser;
  let adminsApp: Enrolled;
  /** Somebody whom nobody knows yet; a new one for each test. */
  let newcomer = '';
  let count = 0;
  before(async () => {
    kit = await startKit({
      database,
      configuration: {
        policy: { roles: ['member'], graceDays: 14 },
        authorize: (actor, action, subject) =>
          Promise.resolve(
            action.startsWith('member.') &&
              actor.id === 'user-ada' &&
              (action === 'member.list' || (subject !== undefined && subject.id !== 'user-linus')),
          ),
      },
      host: (app, mfa) => {
        app.get('/notes', (_request, response) => void response.json({ done: true }));
        app.get('/money', mfa.require(), (_request, response) => void response.json({ done: true }));
      },
    });
    adminsApp = await enrol(kit, kit.browser());
  });
  beforeEach(async () => {
    count += 1;
    newcomer = `newcomer-${String(count)}`;
    meet(newcomer);
    kit.clock.advance(2 * 3_600_000);
    admin = await signInFully(kit, kit.browser(), adminsApp.app);
  });
  after(() => kit.close());

  function meet(id: string): void {
    const name = `${id}@example.com`;
    kit.users.set(id, { id, name, displayName: id, emails: [name], role: 'member' });
  }

  const later = (milliseconds: number): string => new Date(kit.clock.now() + milliseconds).toISOString();

  const exempt = (
    userId: string,
    body: unknown = { reason: 'new phone is in the mail', until: later(7 * DAY) },
    browser = admin,
  ): Promise<Reply> => browser.post(`/admin/members/${encodeURIComponent(userId)}/exempt`, body);

  async function signInAsAdmin(): Promise<void> {
    admin = await signInFully(kit, kit.browser(), adminsApp.app);
  }

  /** What their own session view says is asked of them. */
  async function requirementOf(browser: Browser): Promise<Record<string, unknown>> {
    return expectStatus(await browser.get('/session'), 200).body['requirement'] as Record<string, unknown>;
  }

  const money = async (browser: Browser): Promise<unknown> => {
    const { status, body } = await browser.host('GET', '/money');
    return body['code'] ?? status;
  };

  it('lets them go on past their deadline until then, and not a moment longer; the deadline stays (R5)', async () => {
    const { deadline } = await requirementOf(await signIn(kit.browser(), newcomer));
    assert.equal(deadline, later(GRACE_PERIOD));
    kit.clock.advance(GRACE_PERIOD);
    await signInAsAdmin();
    const person = await signIn(kit.browser(), newcomer);
    assert.deepEqual(
      [await money(person), (await requirementOf(person))['level']],
      ['mfa_required', 'enforced'],
    );

    expectStatus(await exempt(newcomer, { reason: 'new phone', until: later(10 * 60_000) }), 204);
    assert.deepEqual([await money(person), (await requirementOf(person))['level']], [200, 'grace']);
    kit.clock.advance(10 * 60_000 - 1);
    assert.equal(await money(person), 200);
    kit.clock.advance(1);
    assert.equal(await money(person), 'mfa_required');
    const after = await requirementOf(person);
    assert.deepEqual([after['level'], after['deadline']], ['enforced', deadline]);
  });

  it('can end it earlier with an earlier time, and lengthen it with a later one', async () => {
    await signIn(kit.browser(), newcomer);
    kit.clock.advance(GRACE_PERIOD);
    await signInAsAdmin();
    const person = await signIn(kit.browser(), newcomer);
    for (const minutes of [1, 50, 2])
      expectStatus(await exempt(newcomer, { reason: 'x', until: later(minutes * 60_000) }), 204);
    kit.clock.advance(2 * 60_000 - 1);
    assert.equal(await money(person), 200);
    kit.clock.advance(1);
    assert.equal(await money(person), 'mfa_required');
  });

  it('is seen in the list of members, until it is over', async () => {
    const until = later(7 * DAY);
    expectStatus(await exempt(newcomer, { reason: 'x', until }), 204);
    const exemptNow = async (): Promise<unknown> => {
      const { body } = expectStatus(await admin.get('/admin/members?status=exempt'), 200);
      const members = body['members'] as { id: string; exemptUntil: string }[];
      return members.find(({ id }) => id === newcomer)?.exemptUntil;
    };
    assert.equal(await exemptNow(), until);
    kit.clock.advance(7 * DAY);
    await signInAsAdmin();
    assert.equal(await exemptNow(), undefined);
  });

  it('is on record, with why, until when and by whom; the person is told in one mail', async () => {
    await signIn(kit.browser(), newcomer);
    const deadline = kit.clock.now() + GRACE_PERIOD;
    const until = later(7 * DAY);
    let events: readonly AuditRow[] = [];
    const mails = await mailsOf(
      kit,
      async () => {
        ({ events } = await kit.audited(() => exempt(newcomer, { reason: ' new\u202e phone ', until })));
      },
      newcomer,
    );
    const [event, ...others] = events;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [event?.event, event?.subject, event?.outcome, event?.actor_kind, event?.actor_id, event?.session_id],
      ['auth.enforcement.exempted', newcomer, 'success', 'admin', 'user-ada', null],
    );
    assert.deepEqual(JSON.parse(event!.details), {
      reason: 'new phone',
      until,
      deadline: new Date(deadline).toISOString(),
    });
    assert.equal(mails.length, 1);
    assert.ok(!mails[0]?.text.includes('new phone'), 'why is in the audit');
  });

  it('may do so before they ever signed in; their deadline starts when they do', async () => {
    expectStatus(await exempt(newcomer), 204);
    const { level, deadline } = await requirementOf(await signIn(kit.browser(), newcomer));
    assert.deepEqual([level, deadline], ['grace', later(GRACE_PERIOD)]);
  });

  it('reaches members by whatever ids the host has, and nobody by others', async () => {
    meet('auth0|eve');
    expectStatus(await exempt('auth0|eve'), 204);
    expectProblem(await exempt('a\0b'), 404, 'not_found');
  });

  it('never exempts themselves (R4)', async () => {
    expectProblem(await exempt('user-ada'), 403, 'forbidden');
  });

  it('is let by the host, asked before any proof, for this member; others learn nothing', async () => {
    const member = await signIn(kit.browser(), 'grace');
    kit.clock.advance(10 * 60_000);
    for (const userId of [newcomer, 'user-grace', 'nobody'])
      for (const body of [undefined, { reason: 'x', until: later(-1) }])
        expectProblem(await exempt(userId, body, member), 403, 'forbidden');
    for (const userId of ['user-linus', 'nobody']) expectProblem(await exempt(userId), 403, 'forbidden');
    expectProblem(await exempt(newcomer, undefined, kit.browser()), 401, 'session_required');
    const half = await signIn(kit.browser(), 'ada');
    expectProblem(await exempt(newcomer, undefined, half), 401, 'challenge_required');
  });

  it('has to have proven it freshly, with their own second step', async () => {
    kit.clock.advance(6 * 60_000);
    const before = (await kit.tables())['mfa_accounts'];
    const refused = expectProblem(await exempt(newcomer), 401, 'step_up_required');
    assert.deepEqual((refused.body['stepUp'] as { methods: string[] }).methods, ['totp']);
    assert.deepEqual((await kit.tables())['mfa_accounts'], before);
  });

  it('has to come in by a factor: after a recovery code they only enrol', async () => {
    const restricted = await signIn(kit.browser(), 'ada');
    const [code] = adminsApp.recoveryCodes.splice(0, 1);
    expectStatus(await restricted.post('/challenge/recovery-code', { code }), 200);
    expectProblem(await exempt(newcomer, undefined, restricted), 403, 'enrolment_required');
  });

  it('names a time to come, within 90 days, and hears of it before any proof', async () => {
    kit.clock.advance(6 * 60_000);
    const times: readonly [string, string][] = [
      [later(0), 'too_small'],
      [later(-1), 'too_small'],
      ['1969-12-31T23:59:59Z', 'too_small'],
      [later(90 * DAY + 1), 'too_big'],
      ['9999-12-31T23:59:59Z', 'too_big'],
    ];
    const before = await kit.tables();
    for (const [until, code] of times) {
      const refused = expectProblem(await exempt(newcomer, { reason: 'x', until }), 400, 'validation_failed');
      assert.deepEqual(refused.body['fields'], [{ path: 'until', code }], until);
    }
    assert.deepEqual(await kit.tables(), before);
    await signInAsAdmin();
    for (const until of [later(1), later(90 * DAY), later(DAY).replace('Z', '+00:00')])
      expectStatus(await exempt(newcomer, { reason: 'x', until }), 204);
  });

  it('says why and until when, and nothing else', async () => {
    const until = later(DAY);
    for (const body of [
      {},
      { reason: 'x' },
      { until },
      { reason: '', until },
      { reason: '   ', until },
      { reason: '\u202e', until },
      { reason: 7, until },
      { reason: 'x'.repeat(257), until },
      { reason: 'x', until: Date.parse(until) },
      { reason: 'x', until: 'tomorrow' },
      { reason: 'x', until: until.slice(0, 10) },
      { reason: 'x', until: until.replace('Z', '') },
      { reason: 'x', until: '2026-02-30T12:00:00Z' },
      { reason: 'x', until: null },
      { reason: 'x', until: [until] },
      { reason: 'x', until, forever: true },
      { reason: 'x', until, userId: 'user-ada' },
    ])
      expectProblem(await exempt(newcomer, body), 400, 'validation_failed');
  });

  it('asks several times at once: each is on record, one mail tells of it, and one of them holds', async () => {
    await signIn(kit.browser(), newcomer);
    const times = [1, 2, 3, 4, 5, 6].map((days) => later(days * DAY));
    const all = (): Promise<Reply[]> =>
      Promise.all(times.map((until) => exempt(newcomer, { reason: 'x', until }, admin.copy())));
    const mails = await mailsOf(
      kit,
      async () => {
        const { result, events } = await kit.audited(all);
        for (const reply of result) expectStatus(reply, 204);
        assert.deepEqual(new Set(events.map(({ event }) => event)), new Set(['auth.enforcement.exempted']));
        assert.equal(events.length, times.length);
      },
      newcomer,
    );
    assert.equal(mails.length, 1, 'once an hour at most');
    const { body } = await admin.get('/admin/members?status=exempt');
    const held = (body['members'] as { id: string; exemptUntil: string }[]).find(({ id }) => id === newcomer);
    assert.ok(times.includes(held?.exemptUntil ?? ''));
  });
});
