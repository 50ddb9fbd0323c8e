import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  addApp,
  enrol,
  expectProblem,
  expectStatus,
  PASSWORD,
  signIn,
  signInFully,
  type Enrolled,
} from '../testing/people.ts';
import { DAY, mailsOf, openRecovery, subjects } from '../testing/recoveries.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

describeOnEachDatabase('An admin who resets a member', (database) => {
  let kit: RunningKit;
  let grace: Enrolled;
  let admin: Browser;
  let adminsApp: Enrolled;
  before(async () => {
    kit = await startKit({
      database,
      configuration: {
        authorize: (actor, action, subject) =>
          Promise.resolve(
            action === 'member.reset' &&
              actor.id === 'user-ada' &&
              subject !== undefined &&
              subject.id !== 'user-linus',
          ),
      },
    });
    kit.users.set('auth0|eve', {
      id: 'auth0|eve',
      name: 'eve@example.com',
      displayName: 'Eve',
      emails: ['eve@example.com'],
    });
    adminsApp = await enrol(kit, kit.browser());
  });
  beforeEach(async () => {
    kit.clock.advance(2 * 3_600_000);
    admin = await signInFully(kit, kit.browser(), adminsApp.app);
  });
  after(() => kit.close());

  const reset = (userId: string, body: unknown = { reason: 'lost phone' }, browser = admin): Promise<Reply> =>
    browser.post(`/admin/members/${encodeURIComponent(userId)}/reset`, body);

  it('takes all that they prove with and are remembered by; the next sign-in may only enrol (R4)', async () => {
    const old = kit.browser();
    grace = await enrol(kit, old, 'grace');
    const pending = await signIn(kit.browser(), 'grace');
    admin = await signInFully(kit, kit.browser(), adminsApp.app);
    const mails = await mailsOf(
      kit,
      async () => assert.equal(expectStatus(await reset('user-grace'), 204).text, ''),
      'grace',
    );
    assert.deepEqual(subjects(mails), ['Your second step was reset']);
    expectProblem(await old.get('/factors'), 401, 'session_required');
    expectProblem(
      await pending.post('/challenge/recovery-code', { code: grace.recoveryCodes[0] }),
      401,
      'challenge_expired',
    );
    const next = await signIn(kit.browser(), 'grace');
    const { body } = expectStatus(await next.get('/session'), 200);
    assert.deepEqual([body['state'], body['aal'], body['mustEnroll']], ['signed-in', 1, true]);
    expectProblem(await next.post('/challenge/password', { password: PASSWORD }), 403, 'enrolment_required');
    grace = await addApp(kit, next);
    assert.equal(expectStatus(await next.get('/session'), 200).body['mustEnroll'], false);
  });

  it('is on record, with the reason', async () => {
    await signInFully(kit, kit.browser(), grace.app, 'grace');
    const { events } = await kit.audited(() => reset('user-grace', { reason: ' lost\u202e phone ' }));
    const about = events.filter(({ subject }) => subject === 'user-grace');
    assert.ok(about.every(({ actor_kind: kind, actor_id: id }) => kind === 'admin' && id === 'user-ada'));
    assert.deepEqual(
      about.map(({ event, reason }) => [event, reason]),
      [
        ['auth.session.ended', 'admin-reset'],
        ['auth.totp.removed', 'admin-reset'],
        ['auth.2fa.disabled', 'admin-reset'],
        ['auth.2fa.admin_disabled', null],
      ],
    );
    assert.deepEqual(JSON.parse(about.at(-1)!.details), {
      reason: 'lost phone',
      totpRemoved: 1,
      passkeysRemoved: 0,
      sessionsEnded: 1,
    });
  });

  it('cancels what the member had open, in the one mail', async () => {
    const { open } = await openRecovery(kit, 'grace');
    const mails = await mailsOf(kit, () => reset('user-grace'), 'grace');
    assert.deepEqual(subjects(mails), ['Your second step was reset']);
    const { body } = await kit.browser().post('/recovery/status', { token: open });
    assert.equal(body['status'], 'cancelled');
  });

  it('reaches members by whatever ids the host has, and nobody by others', async () => {
    expectStatus(await reset('auth0|eve'), 204);
    expectProblem(await reset('a\0b'), 404, 'not_found');
  });

  it('is never oneself (R4)', async () => {
    expectProblem(await reset('user-ada'), 403, 'forbidden');
  });

  it('is let by the host, asked before any proof, for this member; others learn nothing', async () => {
    const member = await signIn(kit.browser(), 'linus');
    kit.clock.advance(10 * 60_000);
    for (const userId of ['user-grace', 'nobody'])
      expectProblem(await reset(userId, undefined, member), 403, 'forbidden');
    for (const userId of ['user-linus', 'nobody']) expectProblem(await reset(userId), 403, 'forbidden');
    expectProblem(await reset('user-grace', undefined, kit.browser()), 401, 'session_required');
  });

  it('has to have proven it freshly, with their own second step', async () => {
    kit.clock.advance(6 * 60_000);
    const before = (await kit.tables())['mfa_accounts'];
    const refused = expectProblem(await reset('user-grace'), 401, 'step_up_required');
    assert.deepEqual((refused.body['stepUp'] as { methods: string[] }).methods, ['totp']);
    assert.deepEqual((await kit.tables())['mfa_accounts'], before);
  });

  it('has to say why', async () => {
    for (const body of [
      {},
      { reason: '' },
      { reason: '   ' },
      { reason: 7 },
      { reason: 'x'.repeat(257) },
      { reason: 'x', force: true },
    ])
      expectProblem(await reset('user-grace', body), 400, 'validation_failed');
  });
});

describeOnEachDatabase('A reset where policy asks for a second step', (database) => {
  it('moves no deadline and ends no exemption; what is asked is asked again (R5)', async () => {
    const kit = await startKit({
      database,
      configuration: {
        policy: { roles: ['member'], graceDays: 14 },
        authorize: ({ id }) => Promise.resolve(id === 'user-ada'),
      },
    });
    kit.users.set('user-grace', { ...kit.users.get('user-grace')!, role: 'member' });
    const { app } = await enrol(kit, kit.browser());
    const deadline = new Date(kit.clock.now() + 14 * DAY).toISOString();
    await enrol(kit, kit.browser(), 'grace');
    const requirement = async (browser: Browser): Promise<unknown[]> => {
      const { level, deadline } = (await browser.get('/session')).body['requirement'] as Record<
        string,
        unknown
      >;
      return [level, deadline];
    };

    kit.clock.advance(20 * DAY);
    const admin = await signInFully(kit, kit.browser(), app);
    const until = new Date(kit.clock.now() + DAY).toISOString();
    const exempted = { reason: 'travels', until };
    expectStatus(await admin.post('/admin/members/user-grace/exempt', exempted), 204);
    expectStatus(await admin.post('/admin/members/user-grace/reset', { reason: 'lost phone' }), 204);
    const { body } = expectStatus(await admin.get('/admin/members?status=exempt'), 200);
    const [listed] = body['members'] as Record<string, unknown>[];
    assert.deepEqual(
      [listed?.['id'], listed?.['mfa'], listed?.['deadline'], listed?.['exemptUntil']],
      ['user-grace', 'none', deadline, until],
    );

    kit.clock.advance(2 * DAY);
    const grace = await signIn(kit.browser(), 'grace');
    assert.deepEqual(await requirement(grace), ['enforced', deadline]);
    await addApp(kit, grace);
    assert.deepEqual(await requirement(grace), ['none', undefined]);
    await kit.close();
  });
});

describe('Administration', () => {
  it('is nobody’s where the host does not say whose', async () => {
    const kit = await startKit();
    const browser = await signIn(kit.browser());
    for (const reply of [
      await browser.get('/admin/recoveries'),
      await browser.get('/admin/members'),
      await browser.post('/admin/members/user-grace/reset', { reason: 'x' }),
      await browser.post('/admin/members/user-grace/exempt', { reason: 'x', until: '2026-02-01T00:00:00Z' }),
    ])
      expectProblem(reply, 403, 'forbidden');
    await kit.close();
  });

  it('fails closed when the host cannot say (S8)', async () => {
    const kit = await startKit({
      configuration: { authorize: () => Promise.reject(new Error('the directory is away')) },
    });
    const browser = await signIn(kit.browser());
    const before = await kit.tables();
    expectProblem(await browser.post('/admin/members/user-grace/reset', { reason: 'x' }), 503, 'unavailable');
    assert.deepEqual(await kit.tables(), before);
    await kit.close();
  });
});
