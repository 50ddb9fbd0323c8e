import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuditEventName } from '../activity/audit-event.ts';
import type { NoticeName } from './notice.ts';
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

/** The column "person notified by e-mail" of the table of events, event by event; the compiler asks for each. */
const TOLD: Readonly<Record<AuditEventName, NoticeName | undefined>> = {
  // From a new device or place only, which the database knows: below.
  'auth.sign_in.success': undefined,
  'auth.sign_in.failure': undefined,
  'auth.2fa.enabled': 'mfa-enabled',
  'auth.2fa.disabled': 'mfa-disabled',
  'auth.2fa.admin_disabled': 'mfa-reset-by-admin',
  'auth.2fa.success': undefined,
  // After five in a row: below.
  'auth.2fa.failure': undefined,
  'auth.2fa.replay_attempt': 'code-replayed',
  'auth.2fa.brute_force_blocked': 'too-many-attempts',
  'auth.2fa.factor_locked': 'factor-locked',
  'auth.totp.added': 'totp-added',
  'auth.totp.renamed': undefined,
  'auth.totp.removed': 'totp-removed',
  'auth.passkey.added': 'passkey-added',
  'auth.passkey.renamed': undefined,
  'auth.passkey.revoked': 'passkey-revoked',
  'auth.passkey.counter_anomaly': 'passkey-counter-anomaly',
  'auth.passkey.backup_changed': undefined,
  'auth.recovery_code.used': 'recovery-code-used',
  'auth.recovery_codes.generated': undefined,
  'auth.recovery_codes.regenerated': 'recovery-codes-regenerated',
  'auth.recovery_codes.confirmed': undefined,
  'auth.step_up.required': undefined,
  'auth.step_up.success': undefined,
  'auth.step_up.failure': undefined,
  'auth.device.remembered': undefined,
  'auth.device.forgotten': undefined,
  'auth.session.ended': undefined,
  // The host changed it, and tells of it.
  'auth.password.changed': undefined,
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
  'auth.policy.changed': 'policy-changed',
  'auth.enforcement.grace_started': 'mfa-asked',
  'auth.enforcement.reminded': 'mfa-reminder',
  'auth.enforcement.blocked': 'mfa-blocked',
  'auth.enforcement.exempted': 'mfa-exempted',
  'auth.activity.reported': 'activity-reported',
  'auth.keys.rotated': undefined,
  'auth.store.restored': undefined,
};
const NAMES = Object.keys(TOLD) as AuditEventName[];

describe('what a person is told by mail', () => {
  for (const name of NAMES) {
    const notice = TOLD[name];
    if (notice === undefined) {
      it(`${name} is not told`, () => {
        assert.equal(noticeFor(event(name)), undefined);
      });
    } else {
      it(`${name} is told as ${notice}`, () => {
        assert.equal(noticeFor(event(name))?.name, notice);
      });
    }
  }

  describe('of a sign-in', () => {
    const complete = { ...event('auth.sign_in.success'), details: { stage: 'complete' } };

    for (const method of ['password', 'totp', 'passkey'] as const) {
      it(`from a new device or place, once it is complete: ${method}`, () => {
        const notice = noticeFor({ ...complete, method });
        assert.deepEqual([notice?.name, notice?.onlyFromNew], ['new-sign-in', 'device-or-network']);
        assert.equal(noticeFor({ ...complete, method, details: { stage: 'primary' } }), undefined);
      });
    }

    it('from a new device alone, where a browser is remembered, which is known to be theirs wherever it is', () => {
      const notice = noticeFor({ ...complete, method: 'remembered-device' });
      assert.deepEqual([notice?.name, notice?.onlyFromNew], ['new-sign-in', 'device']);
    });

    for (const method of ['recovery-code', 'account-recovery'] as const) {
      it(`not by ${method}, of which they are told otherwise`, () => {
        assert.equal(noticeFor({ ...complete, method }), undefined);
      });
    }
  });

  it('auth.2fa.failure is told as wrong-codes when it says that there were several in a row', () => {
    const failure = { ...event('auth.2fa.failure'), details: { purpose: 'sign-in', inARow: 5 } };
    assert.equal(noticeFor(failure)?.name, 'wrong-codes');
    assert.equal(noticeFor({ ...failure, event: 'auth.step_up.failure' }), undefined);
  });

  it('is at most hourly where guessing or an admin could cause it again and again, at most daily for what is closed by policy, and only there', () => {
    const hourly = NAMES.filter((name) => noticeFor(event(name))?.quietFor === 3_600_000);
    assert.deepEqual(hourly, [
      'auth.2fa.replay_attempt',
      'auth.2fa.brute_force_blocked',
      'auth.policy.changed',
      'auth.enforcement.exempted',
      'auth.activity.reported',
    ]);
    assert.equal(noticeFor(event('auth.enforcement.blocked'))?.quietFor, 24 * 3_600_000);
    const several = noticeFor({ ...event('auth.2fa.failure'), details: { inARow: 5 } });
    assert.equal(several?.quietFor, 3_600_000);
  });

  it('carries the facts that the words need and nothing else of the event (K6)', () => {
    const used = {
      ...event('auth.recovery_code.used'),
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
      details: { remaining: 4, purpose: 'sign-in' },
    };
    assert.deepEqual(noticeFor(used), {
      name: 'recovery-code-used',
      userId: 'ada',
      facts: { at: 7, ip: '192.0.2.7', device: { browser: 'Firefox', system: 'Linux' }, remaining: 4 },
    });
  });

  for (const kind of ['admin', 'support', 'system'] as const) {
    it(`does not say where somebody else was, whose address is no business of theirs: ${kind}`, () => {
      const reset = { ...event('auth.2fa.admin_disabled'), actor: { kind }, userAgent: 'Firefox/145.0' };
      assert.deepEqual(noticeFor(reset)?.facts, { at: 7 });
    });
  }

  for (const reason of ['account-recovery', 'admin-reset']) {
    it(`is one mail about a way back in, and none for each thing that it took away: ${reason}`, () => {
      for (const name of ['auth.totp.removed', 'auth.passkey.revoked', 'auth.2fa.disabled'] as const)
        assert.equal(noticeFor({ ...event(name), reason }), undefined);
    });
  }

  it('carries which recovery its links are for, and when the wait ends', () => {
    const opened = {
      ...event('auth.recovery.tier2_opened'),
      details: { recovery: 'r-1', readyAt: '1970-01-01T00:00:00.099Z' },
    };
    assert.deepEqual(noticeFor(opened)?.facts, { at: 7, ip: '192.0.2.7', recovery: 'r-1', readyAt: 99 });
  });
});
