/** Passkeys, the ceremonies that make and use them, and the handle that a person is known by to their password manager. */
export const script = `
ALTER TABLE mfa_accounts ADD COLUMN user_handle TEXT;
CREATE UNIQUE INDEX mfa_accounts_by_handle ON mfa_accounts (user_handle);

CREATE TABLE mfa_passkeys (
  user_id TEXT NOT NULL,
  id TEXT NOT NULL,
  credential_id TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL,
  counter BIGINT NOT NULL,
  name TEXT NOT NULL,
  aaguid TEXT NOT NULL,
  transports TEXT NOT NULL,
  backup_eligible BIGINT NOT NULL,
  backed_up BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT,
  PRIMARY KEY (user_id, id)
);

CREATE TABLE mfa_ceremonies (
  challenge_hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  owner TEXT NOT NULL,
  options TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX mfa_ceremonies_ended ON mfa_ceremonies (expires_at);
`;
