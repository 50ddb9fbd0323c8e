/** Browsers in which the challenge is skipped at sign-in. */
export const script = `
CREATE TABLE mfa_remembered_devices (
  series_hash TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL,
  previous_token_hash TEXT,
  rotated_at BIGINT,
  id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  user_agent TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT,
  expires_at BIGINT NOT NULL,
  UNIQUE (user_id, id)
);
CREATE INDEX mfa_remembered_devices_ended ON mfa_remembered_devices (expires_at);
`;
