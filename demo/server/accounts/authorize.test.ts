import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AdministrativeAction } from '@mfa-kit/server';
import type { Account, Role } from './accounts.ts';
import { authorizeByRole } from './authorize.ts';

const account = (id: string, role: Role, workspace?: string): Account => ({
  id,
  email: `${id}@example.com`,
  displayName: id,
  role,
  workspace,
  tier: 'free',
});

const everybody = [
  account('ada', 'admin', 'analytical'),
  account('grace', 'member', 'analytical'),
  account('joan', 'member', 'enigma'),
  account('sam', 'support'),
  account('kim', 'support'),
];
const authorize = authorizeByRole({ get: (id) => Promise.resolve(everybody.find((one) => one.id === id)) });
const person = (id: string) => ({ id, name: id, displayName: id, emails: [] });
const may = (actor: string, action: AdministrativeAction, subject?: string): Promise<boolean> =>
  authorize(person(actor), action, subject === undefined ? undefined : person(subject));

describe('Who may administer whom', () => {
  it('support lets people of every workspace back in, and resets nobody', async () => {
    for (const action of ['recovery-case.list', 'recovery-case.start', 'recovery-case.decide'] as const)
      assert.equal(await may('sam', action, 'joan'), true, action);
    assert.equal(await may('sam', 'recovery-case.list'), true);
    assert.equal(await may('sam', 'member.reset', 'grace'), false);
  });

  it('an admin resets members of their own workspace, and opens no cases', async () => {
    assert.equal(await may('ada', 'member.reset', 'grace'), true);
    for (const subject of ['joan', 'sam', 'nobody', undefined])
      assert.equal(await may('ada', 'member.reset', subject), false, subject);
    assert.equal(await may('ada', 'recovery-case.list'), false);
    assert.equal(await may('ada', 'audit.read'), true);
  });

  it('support agents share no workspace by having none', async () => {
    const loose = authorizeByRole({ get: () => Promise.resolve(account('odd', 'admin')) });
    assert.equal(await loose(person('odd'), 'member.reset', person('sam')), false);
  });

  it('members and strangers do nothing', async () => {
    for (const actor of ['grace', 'nobody'])
      for (const action of [
        'recovery-case.list',
        'recovery-case.start',
        'member.reset',
        'audit.read',
      ] as const)
        assert.equal(await may(actor, action, 'joan'), false);
  });
});
