import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { refused, succeeded } from '../checks/expect.ts';
import { RECOVERY_CODE } from '../cast/challenge.ts';
import { addApp, codeOf, enterPassword, halfSignedIn } from '../cast/people.ts';
import { inDays, listedBy, memberPath, newWorkspace, OPEN_POLICY } from '../cast/workspace.ts';

export const membersAndPolicy = attacksOn('administration', [
  {
    id: 'admin-list-of-others',
    title: 'The list of members holds the workspace of who asks and no other, whatever the address asks for',
    from: ['CWE-639', 'CWE-200', 'WSTG-ATHZ-04'],
    async run(scene) {
      const [ours, theirs] = [await newWorkspace(scene), await newWorkspace(scene)];
      const { browser } = ours.admin;
      assert.deepEqual(new Set(await listedBy(browser)), new Set([ours.admin.id, ours.member.id]));
      for (const query of [
        `?workspace=${theirs.name}`,
        `?userId=${theirs.member.id}`,
        `?status=${theirs.name}`,
        `?cursor=${theirs.member.id}`,
        `?cursor=${Buffer.from(theirs.member.id).toString('base64url')}`,
        `?cursor=${'A'.repeat(80)}.k1`,
        `?cursor[]=x`,
        `?status=none&status=totp`,
      ])
        refused(await browser.get(`/mfa/admin/members${query}`), 'validation_failed');
      assert.deepEqual(await listedBy(browser, '?status=passkey'), []);
    },
  },
  {
    id: 'admin-policy-of-others',
    title: 'A policy is the workspace’s whose admin changes it, whatever the body names',
    from: ['CWE-639', 'CWE-915'],
    async run(scene) {
      const [ours, theirs] = [await newWorkspace(scene), await newWorkspace(scene)];
      const before = succeeded(await theirs.admin.browser.get('/mfa/admin/policy')).body;
      const changed = { ...OPEN_POLICY, graceDays: 99 };
      for (const more of [{ workspace: theirs.name }, { id: theirs.name }])
        refused(
          await ours.admin.browser.call('PUT', '/mfa/admin/policy', { ...changed, ...more }),
          'validation_failed',
        );
      const answer = await ours.admin.browser.call('PUT', '/mfa/admin/policy', changed);
      succeeded(answer);
      scene.expectEvent(answer, 'auth.policy.changed');
      assert.deepEqual(succeeded(await theirs.admin.browser.get('/mfa/admin/policy')).body, before);
    },
  },
  {
    id: 'admin-policy-bent',
    title: 'Nothing but a whole policy is one: no part, no other type, no other number',
    from: ['CWE-20', 'CWE-843', 'WSTG-INPV-20'],
    async run(scene) {
      const { browser } = (await newWorkspace(scene)).admin;
      const before = succeeded(await browser.get('/mfa/admin/policy')).body;
      for (const body of [
        {},
        [],
        null,
        { required: false },
        { ...OPEN_POLICY, required: 'false' },
        { ...OPEN_POLICY, graceDays: -1 },
        { ...OPEN_POLICY, graceDays: 366 },
        { ...OPEN_POLICY, graceDays: 1.5 },
        { ...OPEN_POLICY, graceDays: '14' },
        { ...OPEN_POLICY, roles: 'admin' },
        { ...OPEN_POLICY, roles: [''] },
        { ...OPEN_POLICY, roles: Array.from({ length: 5000 }, (_, index) => `role-${String(index)}`) },
        { ...OPEN_POLICY, rememberDevice: 1 },
        { ...OPEN_POLICY, deadline: null },
      ])
        refused(await browser.call('PUT', '/mfa/admin/policy', body), 'validation_failed');
      assert.deepEqual(succeeded(await browser.get('/mfa/admin/policy')).body, before);
    },
  },
  {
    id: 'admin-exempt-for-ever',
    title: 'An exemption ends: no time that is over, too far away, or none',
    from: ['CWE-20', 'CWE-190', 'WSTG-BUSL-02'],
    async run(scene) {
      const { admin, member } = await newWorkspace(scene);
      for (const until of [
        await inDays(scene, -1),
        await inDays(scene, 0),
        await inDays(scene, 91),
        '9999-12-31T23:59:59Z',
        '+275760-09-13T00:00:00.000Z',
        '0000-00-00T00:00:00Z',
        '2099-02-30T00:00:00Z',
        'never',
        '',
        9e15,
        -1,
        null,
        true,
        ['2099-01-01T00:00:00Z'],
        { $gt: '' },
      ])
        refused(
          await admin.browser.post(memberPath(member.id, 'exempt'), { reason: 'attack', until }),
          'validation_failed',
        );
      assert.deepEqual(await listedBy(admin.browser, '?status=exempt'), []);
    },
  },
  {
    id: 'admin-strange-ids',
    title: 'Ids that are none name nobody: other forms, paths, wildcards, statements',
    from: ['CWE-20', 'CWE-22', 'CWE-89', 'WSTG-INPV-05'],
    async run(scene) {
      const { admin, member } = await newWorkspace(scene);
      const body = { reason: 'attack', until: await inDays(scene, 1) };
      for (const id of [
        '*',
        '%25',
        `${member.id}%00`,
        `%00${member.id}`,
        "'%20OR%20'1'='1",
        '..%2F..%2Fpolicy',
        'undefined',
        '__proto__',
        `${member.id}%20`,
        'A'.repeat(3000),
        '%F0%9F%94%91',
      ])
        refused(await admin.browser.post(`/mfa/admin/members/${id}/exempt`, body), 'forbidden', 'not_found');
      assert.deepEqual(await listedBy(admin.browser, '?status=exempt'), []);
    },
  },
  {
    id: 'admin-exempt-in-parallel',
    title: 'Of exemptions at the same instant each is on record, and one of the times holds',
    from: ['R4', 'CWE-362', 'CWE-778'],
    async run(scene) {
      const { admin, member } = await newWorkspace(scene);
      const { browser } = admin;
      const times = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((days) => inDays(scene, days)));
      const answers = await scene.atOnce(
        times.map((until) => ({
          browser,
          request: browser.request('POST', memberPath(member.id, 'exempt'), { reason: 'attack', until }),
        })),
      );
      for (const answer of answers) scene.expectEvent(succeeded(answer, 204), 'auth.enforcement.exempted');
      const { body } = succeeded(await browser.get('/mfa/admin/members?status=exempt'));
      const [held] = body['members'] as { id: string; exemptUntil: string }[];
      assert.equal(held?.id, member.id);
      assert.ok(times.includes(held.exemptUntil), held.exemptUntil);
    },
  },
  {
    id: 'admin-reset-in-parallel',
    title:
      'Resets at the same instant leave one state: nothing of the account is left, and it may only enrol',
    from: ['R4', 'S1', 'CWE-362'],
    async run(scene) {
      const { admin, member } = await newWorkspace(scene);
      const { app, recoveryCodes } = await addApp(scene, member.browser);
      const half = await halfSignedIn(scene, member);
      const request = admin.browser.request('POST', memberPath(member.id, 'reset'), { reason: 'attack' });
      const answers = await scene.atOnce(
        Array.from({ length: 6 }, () => ({ browser: admin.browser, request })),
      );
      for (const answer of answers) scene.expectEvent(succeeded(answer, 204), 'auth.2fa.admin_disabled');
      refused(await member.browser.get('/mfa/factors'), 'session_required');
      refused(await half.post(RECOVERY_CODE, { code: recoveryCodes[0] }), 'challenge_expired');
      const again = await enterPassword(scene.browser(), member);
      const { body } = succeeded(await again.get('/mfa/session'));
      assert.deepEqual([body['state'], body['aal'], body['mustEnroll']], ['signed-in', 1, true]);
      refused(await again.get('/api/notes'), 'enrolment_required');
      refused(
        await again.post('/mfa/challenge/totp', { code: await codeOf(scene, app) }),
        'enrolment_required',
        'invalid_code',
        'forbidden',
      );
    },
  },
]);
