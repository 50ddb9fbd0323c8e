/**
 * For looks at every account, which are taken some thousand accounts at a time: the accounts of a workspace in order, how far the day that
 * is being counted has come (`people_until`, the last account that is), and which authenticators are locked. What was given up of webhooks
 * is counted by endpoint, with every look at the metrics.
 */
export const script = `
DROP INDEX mfa_accounts_of_workspace;
CREATE INDEX mfa_accounts_of_workspace ON mfa_accounts (workspace, user_id);

ALTER TABLE mfa_adoption_progress ADD COLUMN people_until TEXT;

CREATE INDEX mfa_totp_factors_locked ON mfa_totp_factors (user_id) WHERE locked_at IS NOT NULL;

DROP INDEX mfa_webhook_deliveries_given_up;
CREATE INDEX mfa_webhook_deliveries_given_up ON mfa_webhook_deliveries (endpoint, given_up_at) WHERE given_up_at IS NOT NULL;
`;
