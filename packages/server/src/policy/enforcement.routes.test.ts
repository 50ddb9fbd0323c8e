import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { addApp, enrol, expectProblem, expectStatus, prove, signIn } from '../testing/people.ts';
import { mailsOf, subjects } from '../testing/recoveries.ts';
import { START, type AuditRow, type RunningKit } from '../testing/running-kit.ts';
import { askedOf, become, changePolicy, DAY, iso, POLICY, startWorkspace } from './testing/workspace.ts';

let kit: RunningKit;
afterEach(() => kit.close());

const enforcement = (events: readonly AuditRow[]): readonly AuditRow[] =>
  events.filter(({ event }) => event.startsWith('auth.enforcement.'));
const namesOf = (events: readonly AuditRow[]): readonly string[] =>
  enforcement(events).map(({ event }) => event.replace('auth.enforcement.', ''));
const refused = (reply: Reply): unknown => expectProblem(reply, 403, 'mfa_required').body['requirement'];

describeOnEachDatabase('An admin', (database) => {
  beforeEach(async () => {
    kit = await startWorkspace({ database });
  });

  it('is in grace, reminded, blocked, enrolled and unblocked; the deadline is moved by nothing (R5)', async () => {
    const deadline = iso(START + 14 * DAY);
    const grace = { level: 'grace', reasons: ['role'], deadline, methods: ['passkey', 'totp'] };
    const enforced = { ...grace, level: 'enforced' };
    let browser = kit.browser();

    const first = await mailsOf(kit, () => signIn(browser));
    assert.deepEqual(subjects(first), ['Please set up two-step sign-in']);
    assert.match(first[0]!.text, /until 29 January 2026/);
    assert.deepEqual(await askedOf(browser), grace);
    expectStatus(await browser.host('POST', '/workspace'), 200);

    // Nothing that happens moves it, and none of it is told again.
    const { events } = await kit.audited(async () => {
      kit.clock.advance(DAY);
      await browser.post('/sign-out');
      browser = await signIn(kit.browser());
      assert.deepEqual(await askedOf(browser), grace, 'sign-out');
      await changePolicy(kit, { roles: [] });
      assert.deepEqual(await askedOf(browser), { level: 'recommended', reasons: [] });
      await changePolicy(kit, { graceDays: 100 });
      assert.deepEqual(await askedOf(browser), grace, 'policy off and on, and another period');
      become(kit, 'ada', { role: 'member' });
      assert.equal((await askedOf(browser))['level'], 'recommended');
      become(kit, 'ada', { role: 'admin' });
      assert.deepEqual(await askedOf(browser), grace, 'a change of role');
      become(kit, 'ada', { role: 'member' });
      const { factorId } = await addApp(kit, browser);
      expectStatus(await browser.delete(`/totp/${factorId}`), 204);
      become(kit, 'ada', { role: 'admin' });
      assert.deepEqual(await askedOf(browser), grace, 'a factor added and removed');
    });
    assert.deepEqual(namesOf(events), []);

    const reminders: string[] = [];
    for (let day = 1; day <= 14; day += 1) {
      const mails = await mailsOf(kit, () => {
        kit.clock.advance(DAY);
        return Promise.resolve();
      });
      reminders.push(...subjects(mails).map((subject) => `${day}: ${subject}`));
    }
    assert.deepEqual(
      reminders,
      [6, 10, 12].map((day) => `${day}: Remember to set up two-step sign-in`),
    );

    const blocked = await mailsOf(kit, async () => {
      browser = await signIn(kit.browser());
      assert.deepEqual(await askedOf(browser), enforced);
      const { result, events: told } = await kit.audited(() => browser.host('POST', '/workspace'));
      assert.deepEqual(refused(result), enforced);
      assert.deepEqual(namesOf(told), ['blocked']);
    });
    assert.deepEqual(subjects(blocked), ['An action was refused: set up two-step sign-in']);

    await addApp(kit, browser);
    assert.deepEqual(await askedOf(browser), { level: 'none', reasons: ['role'] });
    expectStatus(await browser.host('POST', '/workspace'), 200);
  });

  it('is blocked by every mfa.require, and nowhere else; what it takes to enrol stays open', async () => {
    await changePolicy(kit, { graceDays: 0 });
    const browser = await signIn(kit.browser());
    for (const path of ['/workspace', '/money', '/light'])
      expectProblem(await browser.host('POST', path), 403, 'mfa_required');
    expectStatus(await browser.host('GET', '/notes'), 200);
    for (const path of [
      '/factors',
      '/passkeys',
      '/recovery-codes',
      '/sessions',
      '/devices',
      '/activity',
      '/challenge',
    ])
      expectStatus(await browser.get(path), 200);
    expectStatus(await browser.post('/passkeys/options'), 200);
    await addApp(kit, browser);
    expectStatus(await browser.host('POST', '/money'), 200);
  });

  it('is told of having to enrol before being asked to step up, and after being told to sign in', async () => {
    await changePolicy(kit, { graceDays: 0 });
    const browser = await signIn(kit.browser());
    kit.clock.advance(600_000);
    expectProblem(await browser.host('POST', '/money'), 403, 'mfa_required');
    const withoutToken = await browser.host('POST', '/money', undefined, { 'x-mfa-csrf': undefined });
    expectProblem(withoutToken, 403, 'csrf_failed');
    expectProblem(await kit.browser().host('POST', '/money'), 401, 'session_required');
  });

  it('is enforced at once where there is no grace, and told so once', async () => {
    await changePolicy(kit, { graceDays: 0 });
    const browser = kit.browser();
    const mails = await mailsOf(kit, () => signIn(browser));
    assert.deepEqual(subjects(mails), ['Please set up two-step sign-in']);
    assert.ok(!mails[0]!.text.includes('until 15'));
    const { level, deadline } = await askedOf(browser);
    assert.deepEqual([level, deadline], ['enforced', iso(START)]);
  });

  it('fills no audit by trying again and again, and is told by mail once a day', async () => {
    await changePolicy(kit, { graceDays: 0 });
    const browser = await signIn(kit.browser());
    const mails = await mailsOf(kit, async () => {
      const { events } = await kit.audited(async () => {
        for (let attempt = 0; attempt < 5; attempt += 1) await browser.host('POST', '/workspace');
        await browser.host('POST', '/money');
        kit.clock.advance(60_000);
        await browser.host('POST', '/workspace');
      });
      assert.deepEqual(
        enforcement(events).map(({ outcome, details }) => [
          outcome,
          (JSON.parse(details) as { action: string }).action,
        ]),
        [
          ['blocked', 'POST /workspace'],
          ['blocked', 'money'],
          ['blocked', 'POST /workspace'],
        ],
      );
    });
    assert.equal(mails.length, 1);
    kit.clock.advance(DAY);
    const again = await signIn(kit.browser());
    assert.equal((await mailsOf(kit, () => again.host('POST', '/workspace'))).length, 1);
  });

  it('goes on while exempt, and is blocked when that is over; the deadline stays where it was (R5)', async () => {
    let browser = await signIn(kit.browser());
    const { deadline } = await askedOf(browser);
    kit.clock.advance(20 * DAY);
    browser = await signIn(kit.browser());
    expectProblem(await browser.host('POST', '/workspace'), 403, 'mfa_required');
    const exemptUntil = kit.clock.now() + DAY;
    await kit.sql(`UPDATE mfa_deadlines SET exempt_until = ${exemptUntil} WHERE user_id = 'user-ada'`);
    expectStatus(await browser.host('POST', '/workspace'), 200);
    const { level, exemptUntil: told, deadline: same } = await askedOf(browser);
    assert.deepEqual([level, told, same], ['grace', iso(exemptUntil), deadline]);
    kit.clock.advance(DAY);
    browser = await signIn(kit.browser());
    expectProblem(await browser.host('POST', '/workspace'), 403, 'mfa_required');
    assert.equal((await askedOf(browser))['deadline'], deadline);
  });
});

describeOnEachDatabase('Who administers and let the deadline pass', (database) => {
  let owner: Browser;
  beforeEach(async () => {
    kit = await startWorkspace({ database });
    await changePolicy(kit, { roles: ['owner', 'member'], graceDays: 0 });
    owner = await signIn(kit.browser(), 'linus');
  });

  it('cannot switch the policy off, nor read it, with a password just given: enrolling is the way', async () => {
    const enforced = {
      level: 'enforced',
      reasons: ['role'],
      deadline: iso(START),
      methods: ['passkey', 'totp'],
    };
    const off = { ...POLICY, roles: [] };
    assert.deepEqual(refused(await owner.send('PUT', '/admin/policy', off)), enforced);
    assert.deepEqual(refused(await owner.get('/admin/policy')), enforced);
    await addApp(kit, owner);
    assert.deepEqual(expectStatus(await owner.get('/admin/policy'), 200).body['roles'], ['member', 'owner']);
    expectStatus(await owner.send('PUT', '/admin/policy', off), 200);
  });

  it('is refused before any proof is asked for, after the body, and told so like by mfa.require', async () => {
    kit.clock.advance(DAY / 48);
    const mails = await mailsOf(
      kit,
      async () => {
        const { events } = await kit.audited(async () => {
          expectProblem(await owner.send('PUT', '/admin/policy', {}), 400, 'validation_failed');
          for (let attempt = 0; attempt < 3; attempt += 1)
            refused(await owner.send('PUT', '/admin/policy', POLICY));
        });
        assert.deepEqual(
          events.map(({ event, details }) => [event, (JSON.parse(details) as { action: string }).action]),
          [['auth.enforcement.blocked', 'PUT /admin/policy']],
        );
      },
      'linus',
    );
    assert.deepEqual(subjects(mails), ['An action was refused: set up two-step sign-in']);
  });

  it('learns nothing of who may do what, or of whom there is: the requirement is asked first', async () => {
    const member = await signIn(kit.browser(), 'grace');
    for (const browser of [owner, member])
      for (const id of ['user-ada', 'nobody'])
        refused(await browser.post(`/admin/members/${id}/reset`, { reason: 'lost phone' }));
  });
});

describeOnEachDatabase('The deadline', (database) => {
  it('is one, in one event and one mail, when many requests first see what is asked (R5)', async () => {
    kit = await startWorkspace({ database });
    const browser = await signIn(kit.browser(), 'grace');
    await changePolicy(kit, { required: true });
    const mails = await mailsOf(
      kit,
      async () => {
        const { result, events } = await kit.audited(() =>
          Promise.all(Array.from({ length: 12 }, () => askedOf(browser.copy()))),
        );
        assert.equal(new Set(result.map(({ deadline }) => deadline)).size, 1);
        assert.deepEqual(namesOf(events), ['grace_started']);
      },
      'grace',
    );
    assert.equal(mails.length, 1);
  });
});

describe('What is asked of people', () => {
  beforeEach(async () => {
    kit = await startWorkspace();
  });

  const startedBy = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
    const { events } = await kit.audited(work);
    return enforcement(events).map(({ event, subject }) => `${subject} ${event}`);
  };
  const started = (name: string): readonly string[] => [`user-${name} auth.enforcement.grace_started`];

  it('starts for members at their next request, when their workspace begins to ask', async () => {
    const member = await signIn(kit.browser(), 'grace');
    await changePolicy(kit, { required: true });
    assert.deepEqual(await startedBy(() => member.get('/factors')), started('grace'));
  });

  it('starts for members who are away when they come back, however late', async () => {
    await changePolicy(kit, { required: true });
    kit.clock.advance(100 * DAY);
    assert.deepEqual(await startedBy(() => signIn(kit.browser(), 'grace')), started('grace'));
  });

  it('starts for a new member with their first sign-in', async () => {
    await changePolicy(kit, { required: true });
    kit.users.set('user-eve', {
      id: 'user-eve',
      name: 'eve@example.com',
      displayName: 'Eve',
      emails: [],
      workspace: 'analytical',
    });
    assert.deepEqual(await startedBy(() => signIn(kit.browser(), 'eve')), started('eve'));
  });

  it('starts for a promoted member in the session that goes on', async () => {
    const member = await signIn(kit.browser(), 'grace');
    become(kit, 'grace', { role: 'admin' });
    assert.deepEqual(await startedBy(() => member.host('POST', '/workspace')), started('grace'));
    assert.equal((await askedOf(member))['level'], 'grace');
  });

  it('starts by the tier that the workspace has booked', async () => {
    const member = await signIn(kit.browser(), 'grace');
    become(kit, 'grace', { tier: 'enterprise' });
    assert.deepEqual((await askedOf(member))['reasons'], ['tier']);
  });

  it('starts for nobody who has a factor already: they are told the reasons, and nothing by mail', async () => {
    const member = kit.browser();
    await enrol(kit, member, 'grace');
    become(kit, 'grace', { role: 'admin' });
    assert.deepEqual(await startedBy(() => member.get('/session')), []);
    assert.deepEqual(await askedOf(member), { level: 'none', reasons: ['role'] });
  });

  it('is not told to who has not finished signing in, and does not start for them', async () => {
    const { app } = await enrol(kit, kit.browser(), 'grace');
    const pending = await signIn(kit.browser(), 'grace');
    await changePolicy(kit, { required: true, phishingResistantRoles: ['member'] });
    assert.deepEqual(await startedBy(() => pending.get('/session')), []);
    assert.equal((await pending.get('/session')).body['requirement'], undefined);
    // Who was in the middle of it finishes, and then it starts.
    assert.deepEqual(await startedBy(() => prove(kit, pending, app)), started('grace'));
  });

  it('is met by an enrolment that had begun before it was asked', async () => {
    const member = await signIn(kit.browser(), 'grace');
    const begun = expectStatus(await member.post('/totp'), 201);
    await changePolicy(kit, { required: true, graceDays: 0 });
    expectProblem(await member.host('POST', '/workspace'), 403, 'mfa_required');
    expectStatus(await member.delete(`/totp/${String(begun.body['id'])}`), 204);
    await addApp(kit, member);
    expectStatus(await member.host('POST', '/workspace'), 200);
  });

  it('is told in the view that each way of signing in answers', async () => {
    const browser = kit.browser();
    const view = await browser.post('/sign-in', {
      login: 'ada@example.com',
      password: 'correct horse battery staple',
    });
    assert.equal((view.body['requirement'] as { level: string }).level, 'grace');
    const { app } = await addApp(kit, browser);
    const second = await signIn(kit.browser());
    const done = await prove(kit, second, app);
    assert.deepEqual(done.body['requirement'], { level: 'none', reasons: ['role'] });
  });

  it('says why to who is refused for want of a factor, without policy asking for one', async () => {
    const strict: Browser = await signIn(kit.browser(), 'grace');
    const reply = await strict.host('POST', '/strict');
    assert.deepEqual(refused(reply), { level: 'recommended', reasons: [] });
  });
});
