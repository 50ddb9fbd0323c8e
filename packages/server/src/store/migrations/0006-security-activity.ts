/**
 * What the security activity is read by.
 *
 * The feed of a person is the primary key itself, (subject, id), newest first; the audit of a workspace is (workspace, id). Both keys hold
 * the id, which begins with the time: an installation that outgrows one table can partition it by ranges of ids, or by subject.
 */
export const script = `
ALTER TABLE mfa_accounts ADD COLUMN workspace TEXT NOT NULL DEFAULT '';

ALTER TABLE mfa_audit_events ADD COLUMN workspace TEXT NOT NULL DEFAULT '';
ALTER TABLE mfa_audit_events ADD COLUMN device TEXT;
ALTER TABLE mfa_audit_events ADD COLUMN network TEXT;
ALTER TABLE mfa_audit_events ADD COLUMN reported_at BIGINT;
ALTER TABLE mfa_audit_events ADD COLUMN sampled_at BIGINT;

CREATE INDEX mfa_audit_events_of_workspace ON mfa_audit_events (workspace, id);
CREATE INDEX mfa_audit_events_ended ON mfa_audit_events (at);
CREATE INDEX mfa_audit_events_to_sample ON mfa_audit_events (at) WHERE event = 'auth.2fa.success' AND sampled_at IS NULL;

CREATE INDEX mfa_audit_events_devices ON mfa_audit_events (subject, device, at)
  WHERE outcome = 'success' AND actor_kind = 'user' AND session_id IS NOT NULL;
CREATE INDEX mfa_audit_events_networks ON mfa_audit_events (subject, network, at)
  WHERE outcome = 'success' AND actor_kind = 'user' AND session_id IS NOT NULL;
CREATE INDEX mfa_audit_events_failures ON mfa_audit_events (subject, at) WHERE outcome = 'failure';
`;
