/**
 * What the adoption is told from: the person's role and tier as the host last said, and each day's numbers, counted once when the day is
 * over. `counted_until` is the first day that is not counted yet; days are numbered from 1970, in UTC.
 */
export const script = `
ALTER TABLE mfa_accounts ADD COLUMN role TEXT;
ALTER TABLE mfa_accounts ADD COLUMN tier TEXT;
CREATE INDEX mfa_accounts_of_workspace ON mfa_accounts (workspace);

CREATE INDEX mfa_audit_events_enrolments ON mfa_audit_events (subject, at)
  WHERE event IN ('auth.2fa.enabled', 'auth.2fa.disabled');

CREATE TABLE mfa_adoption_days (
  workspace TEXT NOT NULL,
  day BIGINT NOT NULL,
  measure TEXT NOT NULL,
  method TEXT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (workspace, day, measure, method)
);
CREATE INDEX mfa_adoption_days_ended ON mfa_adoption_days (day);

CREATE TABLE mfa_adoption_progress (
  id BIGINT PRIMARY KEY,
  counted_until BIGINT NOT NULL
);
`;
