import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adviceAfter } from './advice.ts';

describe('What to do when it was not me', () => {
  it('begins with ending sessions, where somebody got in or changed something', () => {
    for (const event of [
      'auth.sign_in.success',
      'auth.totp.added',
      'auth.passkey.added',
      'auth.step_up.success',
    ] as const) {
      assert.deepEqual(adviceAfter({ event, outcome: 'success' }), [
        'end-sessions',
        'change-password',
        'review-factors',
      ]);
    }
  });

  it('is a new password, where somebody only tried: they knew the old one', () => {
    for (const outcome of ['failure', 'blocked'] as const)
      assert.deepEqual(adviceAfter({ event: 'auth.2fa.failure', outcome }), [
        'change-password',
        'review-factors',
      ]);
  });

  it('is new recovery codes as well, where somebody had them', () => {
    for (const event of ['auth.recovery_code.used', 'auth.recovery_codes.regenerated'] as const) {
      assert.deepEqual(adviceAfter({ event, outcome: 'success' }), [
        'end-sessions',
        'change-password',
        'new-recovery-codes',
        'review-factors',
      ]);
    }
  });
});
