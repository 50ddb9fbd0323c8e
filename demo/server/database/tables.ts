/** The host's tables, in words that both databases understand. Times are milliseconds since 1970. */
export const TABLES: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS demo_accounts (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    workspace TEXT,
    tier TEXT NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS demo_password_guesses (
    account_id TEXT PRIMARY KEY,
    guesses BIGINT NOT NULL,
    ends_at BIGINT NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS demo_mails (
    id TEXT PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text_body TEXT NOT NULL,
    html_body TEXT NOT NULL,
    received_at BIGINT NOT NULL
  )`,
  `CREATE INDEX IF NOT EXISTS demo_mails_by_recipient ON demo_mails (recipient, received_at)`,
  `CREATE TABLE IF NOT EXISTS demo_clock (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    offset_milliseconds BIGINT NOT NULL
  )`,
  `INSERT INTO demo_clock (only_row, offset_milliseconds) VALUES (1, 0) ON CONFLICT DO NOTHING`,
];
