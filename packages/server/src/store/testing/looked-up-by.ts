/** How a table is found, and what it is divided by where one database is not enough. */
export interface LookedUpBy {
  /** The columns that statements find rows by; every key begins with one of them. */
  readonly columns: readonly string[];
  /** The column that holds whose rows they are. A table without one has no rows of people, or is what people are found by. */
  readonly person?: string;
  /** For the documentation: what is looked up. */
  readonly what: string;
  /** Why it may be read whole: it does not grow with the people of a host. */
  readonly small?: string;
}

/** Every table. One that is not here, or whose keys say otherwise, fails the tests, and the page about scaling is made of it. */
export const LOOKED_UP_BY: Readonly<Record<string, LookedUpBy>> = {
  mfa_accounts: { columns: ['user_id'], person: 'user_id', what: 'a person' },
  mfa_totp_factors: { columns: ['user_id'], person: 'user_id', what: 'a person' },
  mfa_totp_enrolments: {
    columns: ['user_id'],
    person: 'user_id',
    what: 'a person',
    small: 'an enrolment lives for a quarter of an hour',
  },
  mfa_passkeys: { columns: ['user_id', 'credential_id'], person: 'user_id', what: 'a person' },
  mfa_passkey_owners: { columns: ['credential_id'], what: 'a credential that no person is known of yet' },
  mfa_recovery_code_sets: { columns: ['user_id'], person: 'user_id', what: 'a person' },
  mfa_recovery_codes: {
    columns: ['user_id'],
    person: 'user_id',
    what: 'a person, then the first four characters',
  },
  mfa_used_proofs: { columns: ['user_id'], person: 'user_id', what: 'a person, then their session' },
  mfa_deadlines: { columns: ['user_id'], person: 'user_id', what: 'a person, then their workspace' },
  mfa_incidents: { columns: ['user_id'], person: 'user_id', what: 'a person' },
  mfa_sessions: {
    columns: ['token_hash', 'id'],
    person: 'user_id',
    what: 'the hash of what the browser brings',
  },
  mfa_pending_sign_ins: {
    columns: ['token_hash'],
    person: 'user_id',
    what: 'the hash of what the browser brings',
  },
  mfa_remembered_devices: {
    columns: ['series_hash', 'user_id'],
    person: 'user_id',
    what: 'the hash of what the browser brings',
  },
  mfa_recovery_tokens: { columns: ['token_hash'], person: 'user_id', what: 'the hash of what a link brings' },
  mfa_recoveries: {
    columns: ['id', 'user_id'],
    person: 'user_id',
    what: 'the recovery that a link or a case names',
  },
  mfa_recovery_cases: {
    columns: ['recovery_id'],
    person: 'user_id',
    what: 'the recovery that support looks at',
    small: 'support opens them by hand',
  },
  mfa_recovery_asks: {
    columns: ['id'],
    what: 'what waits to be looked up; no person is known yet',
    small: 'they are looked up within seconds, and swept within the hour',
  },
  mfa_ceremonies: {
    columns: ['challenge_hash'],
    what: 'the hash of the challenge; no person may be known yet',
    small: 'a challenge lives for minutes',
  },
  mfa_throttles: {
    columns: ['subject'],
    person: 'subject',
    what: 'a person, or an address',
    small: 'only who tried a code lately, or was closed within two days',
  },
  mfa_attempts: { columns: ['subject'], person: 'subject', what: 'a person, or an address' },
  mfa_audit_events: { columns: ['subject'], person: 'subject', what: 'a person; divided by month' },
  mfa_audit_once: { columns: ['once'], what: 'what is written once, such as once a minute' },
  mfa_outbox: { columns: ['id'], person: 'user_id', what: 'the mail that a worker holds' },
  mfa_mail_deliveries: { columns: ['notice_id'], person: 'user_id', what: 'the mail that a worker holds' },
  mfa_webhook_subscriptions: {
    columns: ['endpoint'],
    what: 'an endpoint',
    small: 'as many as endpoints ask for',
  },
  mfa_webhook_deliveries: { columns: ['endpoint'], person: 'subject', what: 'an endpoint' },
  mfa_policies: {
    columns: ['workspace'],
    what: 'a workspace',
    small: 'one for each workspace that asks for something',
  },
  mfa_adoption_days: { columns: ['workspace'], what: 'a workspace, then the day' },
  mfa_adoption_progress: { columns: ['id'], what: 'its only row', small: 'one row' },
  mfa_key_checks: { columns: ['key_id'], what: 'a key', small: 'as many as keys' },
  mfa_restores: { columns: ['backup_taken_at'], what: 'a backup', small: 'as many as restores' },
  mfa_job_runs: { columns: ['job'], what: 'a job', small: 'as many as jobs' },
  mfa_migrations: { columns: ['name'], what: 'a migration', small: 'as many as migrations' },
};
