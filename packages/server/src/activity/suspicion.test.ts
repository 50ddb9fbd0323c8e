import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuditEvent, AuditEventName } from './audit-event.ts';
import { suspicionsOf, type Precedents } from './suspicion.ts';

const USUAL: Precedents = { any: true, device: true, network: true, failures: 0 };

function marks(
  event: AuditEventName,
  precedents: Partial<Precedents> = {},
  {
    reported = false,
    ...more
  }: Partial<Pick<AuditEvent, 'reason' | 'subject' | 'actor'>> & { reported?: boolean } = {},
): readonly string[] {
  const judged = { event, subject: 'ada', actor: { kind: 'user', id: 'ada' }, ...more } as const;
  return suspicionsOf(judged, { ...USUAL, ...precedents }, reported);
}

describe('What stands out in the activity', () => {
  it('is nothing of what is as usual', () => {
    assert.deepEqual(marks('auth.sign_in.success'), []);
    assert.deepEqual(marks('auth.2fa.failure', { failures: 1 }, { reason: 'wrong' }), []);
  });

  it('is a device, or a network, from which nothing succeeded before', () => {
    assert.deepEqual(marks('auth.sign_in.success', { device: false }), ['new-device']);
    assert.deepEqual(marks('auth.totp.added', { network: false }), ['new-network']);
    assert.deepEqual(marks('auth.2fa.failure', { device: false, network: false }), [
      'new-device',
      'new-network',
    ]);
  });

  it('is not the first device of all', () => {
    assert.deepEqual(marks('auth.sign_in.success', { any: false, device: false, network: false }), []);
  });

  it('is whoever asks from somewhere new without having signed in', () => {
    const actor = { kind: 'unknown' } as const;
    assert.deepEqual(marks('auth.sign_in.failure', { device: false }, { actor }), ['new-device']);
  });

  for (const kind of ['admin', 'support', 'system'] as const) {
    it(`is no device of ${kind === 'system' ? 'the system' : kind}\u2019s`, () => {
      const actor = { kind, id: 'somebody' };
      assert.deepEqual(marks('auth.2fa.disabled', { device: false, network: false }, { actor }), []);
    });
  }

  it('is a passkey whose counter went back, refused or not', () => {
    assert.deepEqual(marks('auth.passkey.counter_anomaly'), ['counter-anomaly']);
    assert.deepEqual(marks('auth.2fa.failure', {}, { reason: 'counter' }), ['counter-anomaly']);
  });

  it('is what was used twice: a code, the answer of a passkey, the cookie of a remembered device', () => {
    assert.deepEqual(marks('auth.2fa.replay_attempt'), ['replay']);
    for (const reason of ['replay', 'challenge-used', 'copied'])
      assert.deepEqual(marks('auth.2fa.failure', {}, { reason }), ['replay'], reason);
  });

  it('is the fifth failure within a while, and a success after five', () => {
    assert.deepEqual(marks('auth.2fa.failure', { failures: 4 }), []);
    assert.deepEqual(marks('auth.2fa.failure', { failures: 5 }), ['many-failures']);
    assert.deepEqual(marks('auth.sign_in.success', { failures: 5 }), ['many-failures']);
    assert.deepEqual(marks('auth.recovery_code.used', { failures: 9 }), ['many-failures']);
  });

  it('is not what else happens in that while', () => {
    assert.deepEqual(marks('auth.passkey.renamed', { failures: 9 }), []);
    assert.deepEqual(marks('auth.session.ended', { failures: 9 }), []);
  });

  it('is what a limit answered, however slowly it was reached', () => {
    for (const event of ['auth.2fa.brute_force_blocked', 'auth.2fa.factor_locked'] as const)
      assert.deepEqual(marks(event), ['many-failures'], event);
  });

  it('is what the person said was not them, beside all else', () => {
    assert.deepEqual(marks('auth.sign_in.success', { device: false }, { reported: true }), [
      'new-device',
      'reported',
    ]);
  });

  it('is said once, however many reasons there are', () => {
    assert.deepEqual(marks('auth.2fa.replay_attempt', {}, { reason: 'replay' }), ['replay']);
    assert.deepEqual(marks('auth.2fa.brute_force_blocked', { failures: 12 }), ['many-failures']);
  });

  it('is nothing where nobody could be named: strangers share no history', () => {
    const nobody = { subject: '', actor: { kind: 'unknown' } } as const;
    const precedents = { device: false, network: false, failures: 99 };
    assert.deepEqual(marks('auth.sign_in.failure', precedents, nobody), []);
  });
});
