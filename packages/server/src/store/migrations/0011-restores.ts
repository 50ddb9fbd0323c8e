/** Backups that were restored, and how far the clearing up after each has come: `reached` is the last account that is done. */
export const script = `
CREATE TABLE mfa_restores (
  backup_taken_at BIGINT PRIMARY KEY,
  started_at BIGINT NOT NULL,
  reached TEXT NOT NULL,
  accounts BIGINT NOT NULL,
  sessions BIGINT NOT NULL,
  devices BIGINT NOT NULL,
  recovery_codes BIGINT NOT NULL,
  recoveries BIGINT NOT NULL,
  finished_at BIGINT
);
`;
