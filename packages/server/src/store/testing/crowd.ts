import pg from 'pg';
import { DAY, START } from './person.ts';

/** So many people are enough for PostgreSQL to weigh an index against reading a table whole as it would with millions. */
const PEOPLE = 10_000;

const id = "'crowd-' || n";
/** A text of as many characters as a hash, or a token, has. */
const hash = (salt: string): string => `encode(sha256(convert_to('${salt}' || n, 'UTF8')), 'hex')`;
const people = (where = ''): string => `FROM generate_series(1, ${String(PEOPLE)}) AS n ${where}`;

const ROWS = [
  `INSERT INTO mfa_accounts (user_id, epoch, created_at, workspace) SELECT ${id}, 1, ${START}, 'team ' || n % 500 ${people()}`,
  `INSERT INTO mfa_totp_factors (user_id, id, name, secret_box, secret_key_id, last_step, failures_in_a_row, created_at)
   SELECT ${id}, 'factor', 'App', ${hash('box')}, 'k1', 1, 0, ${START} ${people('WHERE n % 2 = 0')}`,
  `INSERT INTO mfa_recovery_code_sets (user_id, total, created_at) SELECT ${id}, 10, ${START} ${people('WHERE n % 2 = 0')}`,
  `INSERT INTO mfa_recovery_codes (user_id, selector, verifier, pepper_key_id)
   SELECT ${id}, 'C00' || c, ${hash('code')}, 'k1' FROM generate_series(1, ${String(PEOPLE)}) AS n, generate_series(0, 9) AS c WHERE n % 2 = 0`,
  `INSERT INTO mfa_passkeys (user_id, id, credential_id, public_key, counter, name, aaguid, transports, backup_eligible, backed_up, created_at)
   SELECT ${id}, 'passkey', ${hash('credential')}, ${hash('key')}, 0, 'Phone', '', '[]', 1, 1, ${START} ${people('WHERE n % 3 = 0')}`,
  `INSERT INTO mfa_passkey_owners (credential_id, user_id) SELECT credential_id, user_id FROM mfa_passkeys`,
  `INSERT INTO mfa_sessions (token_hash, id, user_id, proofs, created_at, last_seen_at, expires_at, ip, user_agent)
   SELECT ${hash('token')}, ${hash('session')}, ${id}, '[]', ${START}, ${START}, ${START + DAY}, '', '' ${people()}`,
  `INSERT INTO mfa_pending_sign_ins (token_hash, user_id, epoch, proofs, attempts, failures, created_at, expires_at)
   SELECT ${hash('pending')}, ${id}, 1, '[]', 0, 0, ${START}, ${START + DAY} ${people()}`,
  `INSERT INTO mfa_remembered_devices (series_hash, token_hash, id, user_id, epoch, user_agent, created_at, expires_at)
   SELECT ${hash('series')}, ${hash('device')}, 'device', ${id}, 1, '', ${START}, ${START + DAY} ${people()}`,
  `INSERT INTO mfa_ceremonies (challenge_hash, purpose, owner, options, expires_at)
   SELECT ${hash('challenge')}, 'sign-in', ${hash('owner')}, '{}', ${START + DAY} ${people()}`,
  `INSERT INTO mfa_deadlines (user_id, workspace, deadline, remind_at)
   SELECT ${id}, 'team ' || n % 500, ${START}, CASE WHEN n % 100 = 0 THEN ${START + DAY} END ${people()}`,
  `INSERT INTO mfa_incidents (user_id, at) SELECT ${id}, ${START} ${people()}`,
  `INSERT INTO mfa_attempts (subject, name, at, id) SELECT ${id}, 'account', ${START}, ${hash('attempt')} ${people()}`,
  `INSERT INTO mfa_recoveries (id, user_id, tier, status, addresses, started_at, expires_at, due_at, closed_at)
   SELECT ${hash('recovery')}, ${id}, 2, 'completed', '', ${START}, ${START}, ${START}, ${START} ${people()}`,
  `INSERT INTO mfa_recovery_tokens (token_hash, user_id, recovery_id, purpose)
   SELECT ${hash('link')}, user_id, id, 'open' FROM (SELECT *, id AS n FROM mfa_recoveries) r`,
  `INSERT INTO mfa_audit_once (once, event_id, at) SELECT ${hash('once')}, 'event', ${START} ${people()}`,
  `INSERT INTO mfa_outbox (id, user_id, event_id, notice, facts, created_at, due_at, attempts, sent_at)
   SELECT ${hash('mail')}, ${id}, 'event', 'totp-added', '{}', ${START}, ${START}, 1, ${START} ${people()}`,
  `INSERT INTO mfa_mail_deliveries (notice_id, address, user_id, at) SELECT id, 'address', user_id, ${START} FROM mfa_outbox`,
  `INSERT INTO mfa_webhook_deliveries (endpoint, event_id, subject, event, created_at, due_at, attempts, sent_at)
   SELECT 'https://example.com', ${hash('event')}, ${id}, 'auth.totp.added', ${START}, ${START}, 1, ${START} ${people()}`,
  `INSERT INTO mfa_adoption_days (workspace, day, measure, method, amount) SELECT 'team ' || n % 500, n / 500, 'people', '', 1 ${people()}`,
  // Five events of each, in every month that there is a table for.
  `INSERT INTO mfa_audit_events (subject, id, at, event, outcome, actor_kind, session_id, device, network, details, workspace)
   SELECT ${id}, lpad(to_hex(at), 12, '0') || substr(${hash('event')}, 1, 24), at, 'auth.sign_in.success', 'success', 'user', 'session',
     'browser', 'network', '{}', 'team ' || n % 500
   FROM generate_series(1, ${String(PEOPLE)}) AS n, generate_series(${START}, ${START + 60 * DAY}, ${15 * DAY}) AS at`,
];

/** Fills every table that grows with people, in PostgreSQL, as far as it takes to see by which way it would read them. */
export async function fillWithPeople(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const statement of ROWS) await client.query(statement);
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}
