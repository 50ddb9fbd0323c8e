/**
 * What each workspace asks of its people (those in none are in the workspace ''), by when each of them owes it, until when somebody is
 * exempt from it, and when they are reminded next. Both deadlines are written once (rule R5): `deadline` for a factor of any kind,
 * `passkey_deadline` for the passkey that some roles need.
 */
export const script = `
CREATE TABLE mfa_policies (
  workspace TEXT PRIMARY KEY,
  required BIGINT NOT NULL,
  grace_days BIGINT NOT NULL,
  roles TEXT NOT NULL,
  remember_device BIGINT NOT NULL,
  phishing_resistant_roles TEXT NOT NULL
);

ALTER TABLE mfa_accounts ADD COLUMN deadline BIGINT;
ALTER TABLE mfa_accounts ADD COLUMN passkey_deadline BIGINT;
ALTER TABLE mfa_accounts ADD COLUMN exempt_until BIGINT;
ALTER TABLE mfa_accounts ADD COLUMN remind_at BIGINT;
CREATE INDEX mfa_accounts_to_remind ON mfa_accounts (remind_at) WHERE remind_at IS NOT NULL;
`;
