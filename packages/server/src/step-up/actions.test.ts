import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigurationError } from '../configuration/configuration.ts';
import { demandOf } from './actions.ts';

const actions = {
  'workspace.delete': { within: 60_000, singleUse: true, aal: 2 },
  'billing.charge': { within: 300_000, singleUse: false, aal: 'highest' },
} as const;

describe('What a route of the host asks', () => {
  it('is what its action was configured with', () => {
    assert.deepEqual(demandOf({ action: 'workspace.delete' }, actions), {
      action: 'workspace.delete',
      within: 60_000,
      singleUse: true,
      aal: 2,
    });
  });

  it('is what it says itself where it says something, and the rest of its action', () => {
    assert.deepEqual(demandOf({ action: 'billing.charge', within: '1m', aal: 2 }, actions), {
      action: 'billing.charge',
      within: 60_000,
      singleUse: false,
      aal: 2,
    });
  });

  it('needs no configuration with a window of its own, and none at all without an action', () => {
    assert.deepEqual(demandOf({ action: 'notes.share', within: '5m' }, actions), {
      action: 'notes.share',
      within: 300_000,
      aal: 'highest',
    });
    assert.deepEqual(demandOf({}, actions), { aal: 'highest' });
  });

  for (const action of ['workspace.delte', 'toString', '__proto__', '']) {
    it(`is a mistake when the action ${JSON.stringify(action)} is nobody's and brings no window`, () => {
      assert.throws(() => demandOf({ action, aal: 2 }, actions), ConfigurationError);
    });
  }

  it('is a mistake when its window is no length of time', () => {
    assert.throws(() => demandOf({ within: '5 minutes' as '5m' }, actions), ConfigurationError);
  });
});
