/**
 * Accounts, sessions, pending sign-ins, TOTP, recovery codes, throttling, audit, outbox.
 *
 * Every key begins with what its table is looked up by: the person, or the hash of what a browser brought. Times are milliseconds.
 * `mfa_` keeps the tables apart from the host's, which may live in the same database.
 */
export const script = `
CREATE TABLE mfa_accounts (
  user_id TEXT PRIMARY KEY,
  epoch BIGINT NOT NULL,
  password_changed_at BIGINT,
  created_at BIGINT NOT NULL
);

CREATE TABLE mfa_sessions (
  token_hash TEXT PRIMARY KEY,
  previous_token_hash TEXT,
  id TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL,
  proofs TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  ip TEXT NOT NULL,
  user_agent TEXT NOT NULL
);
CREATE INDEX mfa_sessions_superseded ON mfa_sessions (previous_token_hash);
CREATE INDEX mfa_sessions_of_user ON mfa_sessions (user_id, id);
CREATE INDEX mfa_sessions_ended ON mfa_sessions (expires_at);

CREATE TABLE mfa_pending_sign_ins (
  token_hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  proofs TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  failures BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX mfa_pending_sign_ins_of_user ON mfa_pending_sign_ins (user_id);
CREATE INDEX mfa_pending_sign_ins_ended ON mfa_pending_sign_ins (expires_at);

CREATE TABLE mfa_totp_enrolments (
  user_id TEXT NOT NULL,
  id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  secret_box TEXT NOT NULL,
  secret_key_id TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (user_id, id),
  UNIQUE (user_id, session_id)
);
CREATE INDEX mfa_totp_enrolments_ended ON mfa_totp_enrolments (expires_at);

CREATE TABLE mfa_totp_factors (
  user_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  secret_box TEXT NOT NULL,
  secret_key_id TEXT NOT NULL,
  last_step BIGINT NOT NULL,
  failures_in_a_row BIGINT NOT NULL,
  locked_at BIGINT,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT,
  PRIMARY KEY (user_id, id)
);
CREATE INDEX mfa_totp_factors_by_key ON mfa_totp_factors (secret_key_id);

CREATE TABLE mfa_recovery_code_sets (
  user_id TEXT PRIMARY KEY,
  total BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  confirmed_at BIGINT
);

CREATE TABLE mfa_recovery_codes (
  user_id TEXT NOT NULL,
  selector TEXT NOT NULL,
  verifier TEXT NOT NULL,
  pepper_key_id TEXT NOT NULL,
  spent_at BIGINT,
  PRIMARY KEY (user_id, selector)
);
CREATE INDEX mfa_recovery_codes_by_key ON mfa_recovery_codes (pepper_key_id);

CREATE TABLE mfa_throttles (
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  closed_until BIGINT NOT NULL,
  closures BIGINT NOT NULL,
  PRIMARY KEY (subject, name)
);

CREATE TABLE mfa_attempts (
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  at BIGINT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (subject, name, at, id)
);
CREATE INDEX mfa_attempts_ended ON mfa_attempts (at);

CREATE TABLE mfa_audit_events (
  subject TEXT NOT NULL,
  id TEXT NOT NULL,
  at BIGINT NOT NULL,
  event TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT,
  actor_kind TEXT NOT NULL,
  actor_id TEXT,
  method TEXT,
  factor_id TEXT,
  factor_label TEXT,
  session_id TEXT,
  ip TEXT,
  user_agent TEXT,
  request_id TEXT,
  details TEXT NOT NULL,
  PRIMARY KEY (subject, id)
);

CREATE TABLE mfa_outbox (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL,
  event_id TEXT NOT NULL,
  notice TEXT NOT NULL,
  facts TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  sent_at BIGINT,
  given_up_at BIGINT,
  last_error TEXT
);
CREATE INDEX mfa_outbox_due ON mfa_outbox (due_at) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX mfa_outbox_of_user ON mfa_outbox (user_id, notice, created_at);

CREATE TABLE mfa_key_checks (
  key_id TEXT PRIMARY KEY,
  check_value TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
`;
