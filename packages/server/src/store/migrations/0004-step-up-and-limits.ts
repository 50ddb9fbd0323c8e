/** Proofs that an action of a single use used up; which attempts failed for sure, and how many in a row; events that are written once. */
export const script = `
CREATE TABLE mfa_used_proofs (
  user_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  action TEXT NOT NULL,
  proof TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (user_id, session_id, action, proof)
);
CREATE INDEX mfa_used_proofs_ended ON mfa_used_proofs (expires_at);

ALTER TABLE mfa_attempts ADD COLUMN failed_at BIGINT;
ALTER TABLE mfa_throttles ADD COLUMN failures_in_a_row BIGINT NOT NULL DEFAULT 0;

ALTER TABLE mfa_audit_events ADD COLUMN once TEXT;
CREATE UNIQUE INDEX mfa_audit_events_once ON mfa_audit_events (once);
`;
