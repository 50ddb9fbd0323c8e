import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuditEventName } from '../activity/audit-event.ts';
import { noticeFor } from './notice-rules.ts';

const event = (name: AuditEventName) => ({
  id: 'e',
  at: 7,
  event: name,
  outcome: 'success' as const,
  subject: 'ada',
  actor: { kind: 'user' as const },
  ip: '192.0.2.7',
});

describe('what a person is told by mail', () => {
  const told: Partial<Record<AuditEventName, string>> = {
    'auth.2fa.enabled': 'mfa-enabled',
    'auth.2fa.disabled': 'mfa-disabled',
    'auth.totp.added': 'totp-added',
    'auth.totp.removed': 'totp-removed',
    'auth.recovery_code.used': 'recovery-code-used',
    'auth.recovery_codes.regenerated': 'recovery-codes-regenerated',
    'auth.2fa.replay_attempt': 'code-replayed',
    'auth.2fa.brute_force_blocked': 'too-many-attempts',
    'auth.2fa.factor_locked': 'factor-locked',
    'auth.2fa.admin_disabled': 'mfa-reset-by-admin',
    'auth.recovery.tier2_started': 'recovery-requested',
    'auth.recovery.tier2_opened': 'recovery-opened',
    'auth.recovery.tier2_reminder_sent': 'recovery-reminder',
    'auth.recovery.tier2_cancelled': 'recovery-cancelled',
    'auth.recovery.tier2_ready': 'recovery-ready',
    'auth.recovery.tier2_completed': 'recovery-completed',
    'auth.recovery.tier2_expired': 'recovery-expired',
    'auth.recovery.tier3_started': 'recovery-case-started',
    'auth.recovery.tier3_approved': 'recovery-case-approved',
    'auth.recovery.tier3_rejected': 'recovery-case-rejected',
    'auth.recovery.tier3_reminder_sent': 'recovery-reminder',
    'auth.recovery.tier3_cancelled': 'recovery-cancelled',
    'auth.recovery.tier3_ready': 'recovery-ready',
    'auth.recovery.tier3_completed': 'recovery-completed',
    'auth.recovery.tier3_expired': 'recovery-expired',
    'auth.activity.reported': 'activity-reported',
  };
  for (const [name, notice] of Object.entries(told)) {
    it(`${name} is told as ${notice}`, () => {
      assert.equal(noticeFor(event(name as AuditEventName))?.name, notice);
    });
  }

  for (const name of [
    'auth.2fa.success',
    'auth.2fa.failure',
    'auth.session.ended',
    'auth.step_up.success',
  ] as const) {
    it(`${name} is not told`, () => {
      assert.equal(noticeFor(event(name)), undefined);
    });
  }

  it('auth.2fa.failure is told as wrong-codes when it says that there were several in a row', () => {
    const failure = { ...event('auth.2fa.failure'), details: { purpose: 'sign-in', inARow: 5 } };
    assert.equal(noticeFor(failure)?.name, 'wrong-codes');
    assert.equal(noticeFor({ ...failure, event: 'auth.step_up.failure' }), undefined);
  });

  it('is at most hourly where guessing could cause it, at most daily for what is closed by policy, and only there', () => {
    const hourly = Object.keys(told).filter(
      (name) => noticeFor(event(name as AuditEventName))?.quietFor === 3_600_000,
    );
    assert.deepEqual(hourly, [
      'auth.2fa.replay_attempt',
      'auth.2fa.brute_force_blocked',
      'auth.activity.reported',
    ]);
    assert.equal(noticeFor(event('auth.enforcement.blocked'))?.quietFor, 24 * 3_600_000);
    const several = noticeFor({ ...event('auth.2fa.failure'), details: { inARow: 5 } });
    assert.equal(several?.quietFor, 3_600_000);
  });

  it('carries the facts that the words need and nothing else of the event (K6)', () => {
    const used = {
      ...event('auth.recovery_code.used'),
      userAgent: 'x',
      details: { remaining: 4, purpose: 'sign-in' },
    };
    assert.deepEqual(noticeFor(used), {
      name: 'recovery-code-used',
      userId: 'ada',
      facts: { at: 7, ip: '192.0.2.7', remaining: 4 },
    });
  });

  for (const reason of ['account-recovery', 'admin-reset']) {
    it(`is one mail about a way back in, and none for each thing that it took away: ${reason}`, () => {
      for (const name of ['auth.totp.removed', 'auth.passkey.revoked', 'auth.2fa.disabled'] as const)
        assert.equal(noticeFor({ ...event(name), reason }), undefined);
    });
  }

  it('carries which recovery its links are for, and when the wait ends', () => {
    const opened = { ...event('auth.recovery.tier2_opened'), details: { recovery: 'r-1', readyAt: 99 } };
    assert.deepEqual(noticeFor(opened)?.facts, { at: 7, ip: '192.0.2.7', recovery: 'r-1', readyAt: 99 });
  });
});
