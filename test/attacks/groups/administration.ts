import assert from 'node:assert/strict';
import { attacksOn, type AttackOfGroup } from '../attack.ts';
import { alike, refused, succeeded } from '../checks/expect.ts';
import { RECOVERY_CODE } from '../cast/challenge.ts';
import { addApp, appHolder, halfSignedIn, signedIn } from '../cast/people.ts';
import { inDays, listedBy, memberPath, newWorkspace, OPEN_POLICY, supportAgent } from '../cast/workspace.ts';
import type { Scene } from '../cast/scene.ts';
import type { Answer } from '../http/answer.ts';
import type { Browser } from '../http/browser.ts';

/** Longer than any proof counts for a dangerous action. */
const STALE_SECONDS = 5 * 60 + 1;

const reset = (browser: Browser, id: string): Promise<Answer> =>
  browser.post(memberPath(id, 'reset'), { reason: 'attack' });

const exempt = async (scene: Scene, browser: Browser, id: string): Promise<Answer> =>
  browser.post(memberPath(id, 'exempt'), { reason: 'attack', until: await inDays(scene, 1) });

/** One thing that nobody may do who does not administer the workspace. */
function onlyAdmins(
  what: string,
  id: string,
  attempt: (scene: Scene, browser: Browser, memberId: string) => Promise<Answer>,
): AttackOfGroup {
  return {
    id: `admin-only-${id}`,
    title: `Neither a member nor support can ${what}, and neither can anybody without a session`,
    from: ['R4', 'CWE-285', 'CWE-862', 'WSTG-ATHZ-02'],
    async run(scene) {
      const { member } = await newWorkspace(scene);
      const support = await supportAgent(scene);
      const colleague = await signedIn(scene);
      for (const { browser } of [member, support, colleague])
        refused(await attempt(scene, browser, colleague.id), 'forbidden');
      refused(await attempt(scene, scene.browser(), member.id), 'session_required');
    },
  };
}

/** One thing that a thief of an admin's session cookie tries, and is asked for a fresh proof instead. */
function cannotWithCookie(
  what: string,
  id: string,
  attempt: (scene: Scene, thief: Browser, memberId: string) => Promise<Answer>,
): AttackOfGroup {
  return {
    id: `admin-stolen-${id}`,
    title: `A stolen session cookie of an admin alone cannot ${what}`,
    from: ['R4', 'CWE-306', 'RFC 9470'],
    movesClock: true,
    async run(scene) {
      const { admin, member } = await newWorkspace(scene);
      await scene.advance(STALE_SECONDS);
      const thief = scene.browser(scene.newAddress());
      thief.setCookie('session', admin.browser.cookie('session'));
      succeeded(await thief.get('/mfa/session'));
      const answer = refused(await attempt(scene, thief, member.id), 'step_up_required');
      scene.expectEvent(answer, 'auth.step_up.required');
    },
  };
}

export const administration = attacksOn('administration', [
  onlyAdmins('list members', 'list', (_scene, browser) => browser.get('/mfa/admin/members')),
  onlyAdmins('reset anybody', 'reset', (_scene, browser, id) => reset(browser, id)),
  onlyAdmins('exempt anybody', 'exempt', exempt),
  onlyAdmins('read the policy', 'read-policy', (_scene, browser) => browser.get('/mfa/admin/policy')),
  onlyAdmins('change the policy', 'change-policy', (_scene, browser) =>
    browser.call('PUT', '/mfa/admin/policy', OPEN_POLICY),
  ),
  cannotWithCookie('reset anybody', 'reset', (_scene, thief, id) => reset(thief, id)),
  cannotWithCookie('exempt anybody', 'exempt', exempt),
  cannotWithCookie('change the policy', 'policy', (_scene, thief) =>
    thief.call('PUT', '/mfa/admin/policy', OPEN_POLICY),
  ),
  {
    id: 'admin-elsewhere',
    title: 'An admin can do nothing to people of another workspace, who look as if they did not exist',
    from: ['R4', 'CWE-639', 'CWE-203', 'WSTG-ATHZ-04'],
    async run(scene) {
      const [ours, theirs] = [await newWorkspace(scene), await newWorkspace(scene)];
      await addApp(scene, theirs.member.browser);
      const { browser } = ours.admin;
      for (const attempt of [(id: string) => reset(browser, id), (id: string) => exempt(scene, browser, id)])
        alike(refused(await attempt(theirs.member.id), 'forbidden'), await attempt('nobody'));
      succeeded(await theirs.member.browser.get('/mfa/factors'));
    },
  },
  {
    id: 'admin-of-oneself',
    title: 'An admin can neither reset nor exempt themselves, in whatever form their id is written',
    from: ['R4', 'CWE-284'],
    async run(scene) {
      const { admin } = await newWorkspace(scene);
      refused(await reset(admin.browser, admin.id), 'forbidden');
      refused(await exempt(scene, admin.browser, admin.id), 'forbidden');
      const disguised = Buffer.from(admin.id).toString('hex').replaceAll(/../g, '%$&');
      const body = { reason: 'attack', until: await inDays(scene, 1) };
      refused(await admin.browser.post(`/mfa/admin/members/${disguised}/exempt`, body), 'forbidden');
    },
  },
  {
    id: 'admin-without-a-reason',
    title: 'Nothing is done to anybody without a reason, or with more than was asked for',
    from: ['R4', 'CWE-778', 'CWE-915'],
    async run(scene) {
      const { admin, member } = await newWorkspace(scene);
      const until = await inDays(scene, 1);
      for (const change of [
        { reason: undefined },
        { reason: '' },
        { reason: ' \n ' },
        { reason: '\u202e\u2066' },
        { reason: 'x'.repeat(257) },
        { reason: ['x'] },
        { reason: 'x', id: admin.id },
        { reason: 'x', actor: admin.id },
        { reason: 'x', force: true },
      ]) {
        refused(await admin.browser.post(memberPath(member.id, 'reset'), change), 'validation_failed');
        refused(
          await admin.browser.post(memberPath(member.id, 'exempt'), { until, ...change }),
          'validation_failed',
        );
      }
    },
  },
  {
    id: 'admin-after-recovery-code',
    title: 'An admin who came in by a recovery code administers nothing until they have enrolled',
    from: ['R2', 'CWE-308', 'CWE-862'],
    async run(scene) {
      const name = scene.unique('workspace');
      const admin = await appHolder(scene, { role: 'admin', workspace: name });
      const member = await signedIn(scene, { role: 'member', workspace: name });
      const thief = await halfSignedIn(scene, admin);
      succeeded(await thief.post(RECOVERY_CODE, { code: admin.recoveryCodes[0] }));
      for (const answer of [
        await thief.get('/mfa/admin/members'),
        await thief.get('/mfa/admin/policy'),
        await thief.call('PUT', '/mfa/admin/policy', OPEN_POLICY),
        await reset(thief, member.id),
        await exempt(scene, thief, member.id),
      ])
        refused(answer, 'enrolment_required');
    },
  },
  {
    id: 'admin-overdue',
    title: 'An admin who had to have a second step by now administers nothing with a password just given',
    from: ['NIST SP 800-63B-4 §2.2', 'CWE-308', 'CWE-285'],
    async run(scene) {
      const { name, admin, member } = await newWorkspace(scene);
      const strict = { ...OPEN_POLICY, roles: ['admin'], graceDays: 0 };
      succeeded(await admin.browser.call('PUT', '/mfa/admin/policy', strict));
      const { browser } = await signedIn(scene, { role: 'admin', workspace: name });
      for (const answer of [
        await browser.call('PUT', '/mfa/admin/policy', OPEN_POLICY),
        await reset(browser, member.id),
        await exempt(scene, browser, member.id),
      ])
        scene.expectEvent(refused(answer, 'mfa_required'), 'auth.enforcement.blocked');
      for (const path of ['members', 'policy', 'activity', 'audit.csv', 'adoption', 'recoveries'])
        refused(await browser.get(`/mfa/admin/${path}`), 'mfa_required');
      await addApp(scene, browser);
      assert.deepEqual(succeeded(await browser.get('/mfa/admin/policy')).body, strict);
    },
  },
  {
    id: 'admin-another-spelling',
    title: 'Nothing is done to anybody by another spelling of their id',
    from: ['CWE-178', 'CWE-639'],
    async run(scene) {
      const { admin, member } = await newWorkspace(scene);
      for (const id of [member.id.toUpperCase(), `${member.id} `, ` ${member.id}`])
        if (id !== member.id)
          for (const answer of [await reset(admin.browser, id), await exempt(scene, admin.browser, id)])
            refused(answer, 'forbidden', 'not_found');
      succeeded(await member.browser.get('/mfa/factors'));
    },
  },
  {
    id: 'admin-from-another-page',
    title: 'No other page can have an admin reset, exempt or change the policy',
    from: ['CWE-352', 'WSTG-SESS-05'],
    async run(scene) {
      const { admin, member } = await newWorkspace(scene);
      const until = await inDays(scene, 1);
      for (const [method, path, body] of [
        ['POST', memberPath(member.id, 'reset'), { reason: 'attack' }],
        ['POST', memberPath(member.id, 'exempt'), { reason: 'attack', until }],
        ['PUT', '/mfa/admin/policy', OPEN_POLICY],
      ] as const) {
        const call = (headers: Readonly<Record<string, string | null>>): Promise<Answer> =>
          admin.browser.call(method, path, body, headers);
        refused(await call({ 'X-MFA-CSRF': null }), 'csrf_failed');
        refused(await call({ 'X-MFA-CSRF': member.browser.csrf ?? '' }), 'csrf_failed');
        refused(await call({ 'Sec-Fetch-Site': 'cross-site' }), 'cross_site');
      }
      assert.deepEqual(await listedBy(admin.browser, '?status=exempt'), []);
    },
  },
]);
