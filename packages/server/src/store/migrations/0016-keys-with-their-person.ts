import type { ScriptByDialect } from './migration.ts';

/** Who has a passkey, by its credential: the one thing that has to be unique over all people (rule W9), and all that a sign-in with a passkey begins with. */
const OWNERS = `
CREATE TABLE mfa_passkey_owners (
  credential_id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL
);
INSERT INTO mfa_passkey_owners (credential_id, user_id) SELECT credential_id, user_id FROM mfa_passkeys;
CREATE INDEX mfa_passkey_owners_of_user ON mfa_passkey_owners (user_id);
DROP INDEX mfa_accounts_by_handle;
`;

/**
 * In PostgreSQL every key of a table with rows of people begins with what the table is looked up by and holds the person, so that the table
 * can be divided by person: a database that divides tables keeps no key that lacks what it divides by. SQLite has one file and divides
 * nothing.
 *
 * What was unique stays so without the narrower key: hashes of 32 random bytes, and ids of 16.
 */
export const script: ScriptByDialect = {
  sqlite: OWNERS,
  postgres: `
SET LOCAL statement_timeout = 0;
${OWNERS}
ALTER TABLE mfa_passkeys DROP CONSTRAINT mfa_passkeys_credential_id_key;
ALTER TABLE mfa_sessions DROP CONSTRAINT mfa_sessions_id_key, DROP CONSTRAINT mfa_sessions_pkey, ADD PRIMARY KEY (token_hash, user_id);
CREATE INDEX mfa_sessions_by_id ON mfa_sessions (id);
ALTER TABLE mfa_pending_sign_ins DROP CONSTRAINT mfa_pending_sign_ins_pkey, ADD PRIMARY KEY (token_hash, user_id);
ALTER TABLE mfa_remembered_devices DROP CONSTRAINT mfa_remembered_devices_pkey, ADD PRIMARY KEY (series_hash, user_id);
ALTER TABLE mfa_recoveries DROP CONSTRAINT mfa_recoveries_pkey, ADD PRIMARY KEY (id, user_id);
ALTER TABLE mfa_recovery_tokens DROP CONSTRAINT mfa_recovery_tokens_pkey, ADD PRIMARY KEY (token_hash, user_id);
ALTER TABLE mfa_recovery_cases DROP CONSTRAINT mfa_recovery_cases_pkey, ADD PRIMARY KEY (recovery_id, user_id);
ALTER TABLE mfa_outbox DROP CONSTRAINT mfa_outbox_pkey, ADD PRIMARY KEY (id, user_id);
ALTER TABLE mfa_mail_deliveries DROP CONSTRAINT mfa_mail_deliveries_pkey, ADD PRIMARY KEY (notice_id, address, user_id);
ALTER TABLE mfa_webhook_deliveries DROP CONSTRAINT mfa_webhook_deliveries_pkey, ADD PRIMARY KEY (endpoint, event_id, subject);
`,
};
