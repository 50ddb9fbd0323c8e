import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import type { AdoptionView } from './adoption-view.ts';

describeOnEachDatabase('Administrators of a workspace that changed nothing', (database) => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit({
      database,
      configuration: {
        authorize: () => Promise.resolve(true),
        policy: { roles: ['owner'], phishingResistantRoles: ['auditor'] },
      },
    });
  });
  after(() => kit.close());

  it('are those whose role the configuration names', async () => {
    for (const role of ['owner', 'auditor', 'member']) {
      const emails: string[] = [];
      kit.users.set(`user-${role}`, {
        id: `user-${role}`,
        name: `${role}@example.com`,
        displayName: role,
        emails,
        workspace: 'acme',
        role,
      });
      await signIn(kit.browser(), role);
    }
    const { body } = expectStatus(await (await signIn(kit.browser(), 'member')).get('/admin/adoption'), 200);
    const { overall, admins } = body as unknown as AdoptionView;
    assert.deepEqual([overall.people, admins.people], [3, 2]);
  });
});
