/**
 * Account recovery: what was asked for and not looked at yet, the requests with their two clocks, the links that were mailed, and the
 * cases that support opens. `restricted_at` is since when a person may only enrol, whatever session they come in by.
 */
export const script = `
ALTER TABLE mfa_accounts ADD COLUMN restricted_at BIGINT;

CREATE TABLE mfa_recovery_asks (
  id TEXT PRIMARY KEY,
  login_box TEXT NOT NULL,
  login_key_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  ip TEXT NOT NULL,
  user_agent TEXT NOT NULL,
  request_id TEXT NOT NULL
);
CREATE INDEX mfa_recovery_asks_due ON mfa_recovery_asks (due_at);

CREATE TABLE mfa_recoveries (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  tier BIGINT NOT NULL,
  status TEXT NOT NULL,
  addresses TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  waiting_since BIGINT,
  ready_at BIGINT,
  expires_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  closed_at BIGINT
);
CREATE UNIQUE INDEX mfa_recoveries_open ON mfa_recoveries (user_id, tier) WHERE closed_at IS NULL;
CREATE INDEX mfa_recoveries_due ON mfa_recoveries (due_at) WHERE closed_at IS NULL;
CREATE INDEX mfa_recoveries_of_user ON mfa_recoveries (user_id);
CREATE INDEX mfa_recoveries_closed ON mfa_recoveries (closed_at);

CREATE TABLE mfa_recovery_tokens (
  token_hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  recovery_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  good_until BIGINT
);
CREATE INDEX mfa_recovery_tokens_of_recovery ON mfa_recovery_tokens (recovery_id);
CREATE INDEX mfa_recovery_tokens_of_user ON mfa_recovery_tokens (user_id);

CREATE TABLE mfa_recovery_cases (
  recovery_id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  evidence_kind TEXT NOT NULL,
  evidence_reference TEXT NOT NULL,
  reason TEXT NOT NULL,
  skip_wait_reason TEXT,
  started_by TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  decided_by TEXT,
  decided_at BIGINT
);
CREATE INDEX mfa_recovery_cases_newest ON mfa_recovery_cases (started_at, recovery_id);
CREATE INDEX mfa_recovery_cases_of_user ON mfa_recovery_cases (user_id);
`;
