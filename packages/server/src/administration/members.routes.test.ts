import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  addApp,
  AuthenticatorApp,
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
import type { User } from '../ports/users.ts';

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

  it('opens the way to one who sets up anew: once that is done, nobody else who was let in by the password may still (S5)', async () => {
    expectStatus(await reset('user-grace'), 204);
    const other = await signIn(kit.browser(), 'grace');
    const begun = expectStatus(await other.post('/totp'), 201);
    const next = await signIn(kit.browser(), 'grace');
    const { events } = await kit.audited(async () => (grace = await addApp(kit, next)));
    assert.deepEqual(
      events.filter(({ event }) => event === 'auth.session.ended').map(({ reason }) => reason),
      ['factor-added'],
    );
    const app = new AuthenticatorApp(String(begun.body['secret']));
    const late = { code: app.codeAt(kit.clock.now()) };
    expectProblem(
      await other.post(`/totp/${String(begun.body['id'])}/confirm`, late),
      401,
      'session_required',
    );
    expectProblem(await other.post('/totp'), 401, 'session_required');
    expectStatus(await next.get('/factors'), 200);
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

describeOnEachDatabase('What an admin does to a member', (database) => {
  let kit: RunningKit;
  let ada: Enrolled;
  /** As many databases compare: neither case nor blanks at the end make a difference. */
  const find = (id: string) => Promise.resolve(kit.users.get(id.toLowerCase().trim()));
  const named = (login: string) =>
    Promise.resolve([...kit.users.values()].find(({ name }) => name === login));
  before(async () => {
    kit = await startKit({
      database,
      configuration: {
        authorize: (actor, _action, subject) =>
          Promise.resolve(
            actor.role === 'admin' && (subject === undefined || subject.workspace === actor.workspace),
          ),
        users: { find, findByLogin: named, verifyPassword: named },
      },
    });
    become('ada', { workspace: 'ours', role: 'admin' });
    become('grace', { workspace: 'theirs', role: 'admin' });
    become('linus', { workspace: 'theirs', role: 'member' });
    ada = await enrol(kit, kit.browser());
  });
  after(() => kit.close());

  function become(name: string, change: Partial<User>): void {
    const id = `user-${name}`;
    const email = `${name}@example.com`;
    const known = kit.users.get(id) ?? { id, name: email, displayName: name, emails: [email] };
    kit.users.set(id, { ...known, ...change });
  }

  const until = (days: number): string => new Date(kit.clock.now() + days * DAY).toISOString();

  const startCase = (browser: Browser, userId: string): Promise<Reply> =>
    browser.post('/admin/recoveries', {
      userId,
      evidence: { kind: 'call', reference: 'T-7' },
      reason: 'lost phone',
    });

  /** What somebody reads of admins and support in the audit of their workspace. */
  async function readBy(browser: Browser): Promise<readonly (readonly [string, string])[]> {
    const { body } = expectStatus(await browser.get('/admin/activity'), 200);
    const events = body['events'] as { event: string; subject: { id: string }; actor: { kind: string } }[];
    return events
      .filter(({ actor }) => actor.kind === 'admin' || actor.kind === 'support')
      .map(({ event, subject }) => [subject.id, event] as const)
      .reverse();
  }

  it('is on record in the workspace where they were let, also for who came from another or never signed in', async () => {
    await signIn(kit.browser(), 'linus');
    become('linus', { workspace: 'ours' });
    become('newcomer', { workspace: 'ours' });
    become('exempt', { workspace: 'ours' });
    become('locked', { workspace: 'ours' });
    const admin = await signInFully(kit, kit.browser(), ada.app);
    for (const name of ['linus', 'newcomer'])
      expectStatus(await admin.post(`/admin/members/user-${name}/reset`, { reason: 'lost phone' }), 204);
    const exemption = { reason: 'travels', until: until(1) };
    expectStatus(await admin.post('/admin/members/user-exempt/exempt', exemption), 204);
    expectStatus(await startCase(admin, 'user-locked'), 201);
    assert.deepEqual(await readBy(admin), [
      ['user-linus', 'auth.session.ended'],
      ['user-linus', 'auth.2fa.admin_disabled'],
      ['user-newcomer', 'auth.2fa.admin_disabled'],
      ['user-exempt', 'auth.enforcement.exempted'],
      ['user-locked', 'auth.recovery.tier3_started'],
    ]);
    assert.deepEqual(await readBy(await signIn(kit.browser(), 'grace')), [], 'and in no other');
  });

  it('is done to who has just that id, and to nobody whom the host finds by another spelling of it', async () => {
    const admin = await signInFully(kit, kit.browser(), ada.app);
    const before = await kit.tables();
    for (const id of ['USER-LINUS', 'user-linus ', 'User-Ada']) {
      const path = `/admin/members/${encodeURIComponent(id)}`;
      expectProblem(await admin.post(`${path}/reset`, { reason: 'x' }), 404, 'not_found');
      expectProblem(await admin.post(`${path}/exempt`, { reason: 'x', until: until(1) }), 404, 'not_found');
      expectProblem(await startCase(admin, id), 404, 'not_found');
    }
    assert.deepEqual(await kit.tables(), before);
  });

  it('fills nobody’s mailbox: of exemptions, and of resets with nothing to take away, they are told once an hour', async () => {
    become('mara', { workspace: 'ours' });
    const exempted = 'You have more time to set up two-step sign-in';
    const reset = 'Your second step was reset';
    let admin = await signInFully(kit, kit.browser(), ada.app);
    const often = async (): Promise<Record<string, number>> => {
      const mails = await mailsOf(
        kit,
        async () => {
          for (const days of [1, 2, 3]) {
            expectStatus(await admin.post('/admin/members/user-mara/reset', { reason: 'x' }), 204);
            const exemption = { reason: 'x', until: until(days) };
            expectStatus(await admin.post('/admin/members/user-mara/exempt', exemption), 204);
          }
        },
        'mara',
      );
      return Object.fromEntries(
        [...Map.groupBy(subjects(mails), (subject) => subject)].map(([subject, all]) => [
          subject,
          all.length,
        ]),
      );
    };
    assert.deepEqual(await often(), { [reset]: 1, [exempted]: 1 });
    assert.deepEqual(await often(), {});
    assert.equal((await kit.audit('user-mara')).length, 12, 'all are on record');
    const mails = await mailsOf(
      kit,
      async () => {
        await enrol(kit, kit.browser(), 'mara');
        await admin.post('/admin/members/user-mara/reset', { reason: 'x' });
      },
      'mara',
    );
    assert.ok(subjects(mails).includes(reset), 'a reset that took something away is told at once');
    kit.clock.advance(2 * 3_600_000);
    admin = await signInFully(kit, kit.browser(), ada.app);
    assert.deepEqual(await often(), { [reset]: 1, [exempted]: 1 });
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
