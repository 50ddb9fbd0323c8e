/**
 * Which addresses took a mail, or refused it for good, so that none is told twice and none keeps another from being told.
 *
 * Addresses are the host's: they stand here as hashes. The indexes of the outbox serve its sweep and the list of what was given up.
 */
export const script = `
CREATE TABLE mfa_mail_deliveries (
  notice_id TEXT NOT NULL,
  address TEXT NOT NULL,
  user_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  error TEXT,
  PRIMARY KEY (notice_id, address)
);
CREATE INDEX mfa_mail_deliveries_of_user ON mfa_mail_deliveries (user_id);

ALTER TABLE mfa_outbox ADD COLUMN tried_since BIGINT;
CREATE INDEX mfa_outbox_sent ON mfa_outbox (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX mfa_outbox_given_up ON mfa_outbox (given_up_at) WHERE given_up_at IS NOT NULL;
`;
