import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  enrol,
  expectProblem,
  expectStatus,
  signIn,
  signInFully,
  type AuthenticatorApp,
} from '../testing/people.ts';
import type { RunningKit } from '../testing/running-kit.ts';
import { askedOf, become, changePolicy, POLICY, startWorkspace } from './testing/workspace.ts';

const put = (browser: Browser, body: unknown): Promise<Reply> => browser.send('PUT', '/admin/policy', body);

describeOnEachDatabase('The policy of a workspace', (database) => {
  let kit: RunningKit;
  let owner: Browser;
  let ownersApp: AuthenticatorApp;
  before(async () => {
    kit = await startWorkspace({ database });
    ({ app: ownersApp } = await enrol(kit, kit.browser(), 'linus'));
  });
  beforeEach(async () => {
    kit.clock.advance(3_600_000);
    owner = await signInFully(kit, kit.browser(), ownersApp, 'linus');
  });
  after(() => kit.close());

  it('is what the configuration says until it is changed', async () => {
    assert.deepEqual(expectStatus(await owner.get('/admin/policy'), 200).body, POLICY);
  });

  it('is what it was changed to, for those who administer the same workspace and for nobody else', async () => {
    const policy = {
      required: false,
      graceDays: 30,
      roles: ['admin', 'clerk'],
      rememberDevice: false,
      phishingResistantRoles: ['clerk'],
    };
    assert.deepEqual(expectStatus(await put(owner, policy), 200).body, policy);
    assert.deepEqual((await owner.get('/admin/policy')).body, policy);
    become(kit, 'linus', { workspace: 'enigma' });
    assert.deepEqual((await owner.get('/admin/policy')).body, POLICY);
    become(kit, 'linus', { workspace: 'analytical' });
    await changePolicy(kit);
  });

  it('is in the audit with what held before and after, and by whom', async () => {
    const { events } = await kit.audited(() => put(owner, { ...POLICY, graceDays: 3 }));
    const changed = events.filter(({ event }) => event === 'auth.policy.changed');
    assert.deepEqual(
      changed.map(({ outcome, actor_kind: kind, actor_id: actor, details }) => [
        outcome,
        kind,
        actor,
        JSON.parse(details) as unknown,
      ]),
      [
        [
          'success',
          'admin',
          'user-linus',
          { workspace: 'analytical', before: POLICY, after: { ...POLICY, graceDays: 3 } },
        ],
      ],
    );
    await changePolicy(kit);
  });

  it('is told of nobody when nothing was changed', async () => {
    const { events } = await kit.audited(() => put(owner, POLICY));
    assert.deepEqual(events, []);
  });

  it('names a role once, however often it was sent', async () => {
    const { body } = await put(owner, { ...POLICY, roles: ['b', ' a ', 'b'] });
    assert.deepEqual(body['roles'], ['a', 'b']);
    await changePolicy(kit);
  });

  it('may be read and changed by whom the host lets, and by nobody else', async () => {
    const member = await signIn(kit.browser(), 'grace');
    expectProblem(await member.get('/admin/policy'), 403, 'forbidden');
    expectProblem(await put(member, POLICY), 403, 'forbidden');
    expectProblem(await kit.browser().get('/admin/policy'), 401, 'session_required');
  });

  it('is changed by a fresh proof only', async () => {
    kit.clock.advance(300_001);
    expectProblem(await put(owner, POLICY), 401, 'step_up_required');
    expectStatus(await owner.get('/admin/policy'), 200);
  });

  it('is changed with a fresh password by an admin who has no factor yet, while there is time', async () => {
    become(kit, 'grace', { role: 'owner' });
    const beginner = await signIn(kit.browser(), 'grace');
    expectStatus(await put(beginner, POLICY), 200);
    kit.clock.advance(300_001);
    expectProblem(await put(beginner, POLICY), 401, 'step_up_required');
    become(kit, 'grace', { role: 'member' });
  });

  for (const [what, body] of [
    ['none at all', undefined],
    ['one without a field', { ...POLICY, roles: undefined }],
    ['one with a field too many', { ...POLICY, tiers: [] }],
    ['a grace period below zero', { ...POLICY, graceDays: -1 }],
    ['a grace period above a year', { ...POLICY, graceDays: 366 }],
    ['half a day', { ...POLICY, graceDays: 0.5 }],
    ['days as text', { ...POLICY, graceDays: '14' }],
    ['a role without a name', { ...POLICY, roles: [' '] }],
    ['a role of nothing but what cannot be seen', { ...POLICY, roles: ['\0\u202e'] }],
    ['a role that is too long', { ...POLICY, phishingResistantRoles: ['r'.repeat(65)] }],
    ['more roles than anybody has', { ...POLICY, roles: Array.from({ length: 101 }, (_, at) => `r${at}`) }],
    ['truth as text', { ...POLICY, required: 'true' }],
  ] as const) {
    it(`refuses ${what}, and changes nothing`, async () => {
      const before = await kit.tables();
      expectProblem(await put(owner, body), 400, 'validation_failed');
      assert.deepEqual(await kit.tables(), before);
    });
  }

  it('asks everybody at their next request, in sessions that go on too', async () => {
    const member = await signIn(kit.browser(), 'grace');
    assert.equal((await askedOf(member))['level'], 'recommended');
    await changePolicy(kit, { required: true });
    const { level, reasons } = await askedOf(member);
    assert.deepEqual([level, reasons], ['grace', ['workspace']]);
    await changePolicy(kit);
    assert.equal((await askedOf(member))['level'], 'recommended');
  });

  it('is that of the workspace in which the host says the person is now, in the middle of a session', async () => {
    await changePolicy(kit, { required: true });
    const member = await signIn(kit.browser(), 'grace');
    assert.equal((await askedOf(member))['level'], 'grace');
    become(kit, 'grace', { workspace: 'enigma' });
    assert.equal((await askedOf(member))['level'], 'recommended');
    become(kit, 'grace', { workspace: 'analytical' });
    assert.equal((await askedOf(member))['level'], 'grace');
  });
});

describe('A change of policy', () => {
  it('is told by mail to who made it and to the others who administer the workspace, at most once an hour each', async () => {
    const kit: RunningKit = await startWorkspace({
      configuration: {
        users: {
          find: (id) => Promise.resolve(kit.users.get(id)),
          verifyPassword: (login) =>
            Promise.resolve([...kit.users.values()].find(({ name }) => name === login)),
          admins: () => Promise.resolve([kit.users.get('user-ada')!, kit.users.get('user-olga')!]),
        },
      },
    });
    const told = async (change: () => Promise<unknown>): Promise<Record<string, number>> => {
      kit.mails.length = 0;
      await change();
      await kit.mfa.jobs.runDue();
      const mails = kit.mails.filter(({ subject }) =>
        subject.includes('policy of your workspace was changed'),
      );
      return Object.fromEntries(
        ['ada', 'olga'].map((name) => [
          name,
          mails.filter(({ to }) => to.includes(`${name}@example.com`)).length,
        ]),
      );
    };
    const back = async (): Promise<void> => {
      for (const graceDays of [1, 2, 3]) await changePolicy(kit, { graceDays });
    };
    assert.deepEqual(await told(back), { ada: 1, olga: 1 });
    assert.deepEqual(await told(back), { ada: 0, olga: 0 });
    kit.clock.advance(3_600_001);
    assert.deepEqual(await told(back), { ada: 1, olga: 1 });
    const changes = (await kit.audit('user-olga')).filter(({ event }) => event === 'auth.policy.changed');
    assert.equal(changes.length, 9, 'all are on record');
    await kit.close();
  });

  it('is not made when those who would be told cannot be found: nothing is changed (S8)', async () => {
    const kit: RunningKit = await startWorkspace({
      configuration: {
        users: {
          find: (id) => Promise.resolve(kit.users.get(id)),
          verifyPassword: (login) =>
            Promise.resolve([...kit.users.values()].find(({ name }) => name === login)),
          admins: () => Promise.reject(new Error('no directory')),
        },
      },
    });
    const owner = kit.browser();
    await enrol(kit, owner, 'linus');
    expectProblem(await put(owner, { ...POLICY, required: true }), 503, 'unavailable');
    assert.deepEqual((await owner.get('/admin/policy')).body, POLICY);
    await kit.close();
  });

  it('is about all who are in no workspace, for who is in none either', async () => {
    const kit = await startWorkspace();
    become(kit, 'linus', { workspace: undefined as never });
    const owner = kit.browser();
    await enrol(kit, owner, 'linus');
    expectStatus(await put(owner, { ...POLICY, required: true }), 200);
    const member = await signIn(kit.browser(), 'grace');
    assert.equal((await askedOf(member))['level'], 'recommended');
    become(kit, 'grace', { workspace: undefined as never });
    assert.equal((await askedOf(member))['level'], 'grace');
    await kit.close();
  });
});
