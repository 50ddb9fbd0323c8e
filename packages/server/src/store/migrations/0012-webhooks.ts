/**
 * Webhooks: which endpoint asks for which events, and what is on its way there.
 *
 * What is asked for stands in the database and not in a process alone, so that whatever writes an event, a command of an operator's too,
 * leaves its deliveries in the same transaction. A delivery names the event by its key and holds nothing of it but the name.
 */
export const script = `
CREATE TABLE mfa_webhook_subscriptions (
  endpoint TEXT NOT NULL,
  prefix TEXT NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (endpoint, prefix)
);

CREATE TABLE mfa_webhook_deliveries (
  endpoint TEXT NOT NULL,
  event_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  event TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  sent_at BIGINT,
  given_up_at BIGINT,
  last_error TEXT,
  PRIMARY KEY (endpoint, event_id)
);
CREATE INDEX mfa_webhook_deliveries_due ON mfa_webhook_deliveries (endpoint, due_at, event_id)
  WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX mfa_webhook_deliveries_given_up ON mfa_webhook_deliveries (given_up_at) WHERE given_up_at IS NOT NULL;
CREATE INDEX mfa_webhook_deliveries_sent ON mfa_webhook_deliveries (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX mfa_webhook_deliveries_old ON mfa_webhook_deliveries (created_at);
`;
