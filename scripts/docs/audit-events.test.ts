import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wrongAuditEvents } from './audit-events.ts';

const source = "export type AuditEventName =\n  | 'auth.sign_in.success'\n  | 'auth.2fa.enabled';";

describe('wrongAuditEvents', () => {
  it('is content when every event is listed', () => {
    assert.deepEqual(wrongAuditEvents('| `auth.sign_in.success`, `auth.2fa.enabled` | x |', source), []);
  });

  it('finds events that are missing, or gone', () => {
    assert.deepEqual(wrongAuditEvents('| `auth.sign_in.success`, `auth.sms.sent` | x |', source), [
      'docs/security.md does not list auth.2fa.enabled',
      'docs/security.md lists auth.sms.sent, which does not exist',
    ]);
  });
});
