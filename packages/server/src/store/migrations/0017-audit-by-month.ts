import type { ScriptByDialect } from './migration.ts';

/**
 * What is written once (`once`) and when something last happened to an account that its person should set up a second step after have tables
 * of their own: a key over the whole audit cannot be had where it is divided by time, and a session check must not look into every month.
 */
const APART = `
CREATE TABLE mfa_audit_once (
  once TEXT PRIMARY KEY,
  event_id TEXT NOT NULL,
  at BIGINT NOT NULL
);
INSERT INTO mfa_audit_once (once, event_id, at) SELECT once, id, at FROM mfa_audit_events WHERE once IS NOT NULL;
CREATE INDEX mfa_audit_once_ended ON mfa_audit_once (at);

CREATE TABLE mfa_incidents (
  user_id TEXT PRIMARY KEY,
  at BIGINT NOT NULL
);
INSERT INTO mfa_incidents (user_id, at)
  SELECT subject, max(at) FROM mfa_audit_events
  WHERE subject <> '' AND event IN ('auth.2fa.admin_disabled', 'auth.2fa.brute_force_blocked', 'auth.2fa.factor_locked',
    'auth.activity.reported', 'auth.passkey.counter_anomaly', 'auth.recovery.tier2_completed', 'auth.recovery.tier3_completed')
  GROUP BY subject;

DROP INDEX mfa_audit_events_incidents;
DROP INDEX mfa_audit_events_once;
ALTER TABLE mfa_audit_events DROP COLUMN once;
`;

/**
 * The audit by month, in UTC: what is old goes as a whole table, and nobody has to delete it row by row. An event of no month that there is
 * a table for goes to the default one. Months of years that no clock should show stay there too.
 */
const BY_MONTH = `
ALTER TABLE mfa_audit_events RENAME TO mfa_audit_events_undivided;
CREATE TABLE mfa_audit_events (LIKE mfa_audit_events_undivided INCLUDING DEFAULTS) PARTITION BY RANGE (at);
CREATE TABLE mfa_audit_events_default PARTITION OF mfa_audit_events DEFAULT;

DO $$
DECLARE
  month TIMESTAMP;
BEGIN
  FOR month IN
    SELECT DISTINCT date_trunc('month', to_timestamp(at / 1000) AT TIME ZONE 'UTC') FROM mfa_audit_events_undivided
    WHERE at >= 1577836800000 AND at < 4102444800000
  LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF mfa_audit_events FOR VALUES FROM (%s) TO (%s)',
      'mfa_audit_events_' || to_char(month, 'YYYY_MM'),
      CAST(extract(epoch FROM month) * 1000 AS BIGINT),
      CAST(extract(epoch FROM month + interval '1 month') * 1000 AS BIGINT));
  END LOOP;
END
$$;

INSERT INTO mfa_audit_events SELECT * FROM mfa_audit_events_undivided;
DROP TABLE mfa_audit_events_undivided;

ALTER TABLE mfa_audit_events ADD PRIMARY KEY (subject, id, at);
CREATE INDEX mfa_audit_events_of_workspace ON mfa_audit_events (workspace, id);
CREATE INDEX mfa_audit_events_ended ON mfa_audit_events (at);
CREATE INDEX mfa_audit_events_to_sample ON mfa_audit_events (at) WHERE event = 'auth.2fa.success' AND sampled_at IS NULL;
CREATE INDEX mfa_audit_events_devices ON mfa_audit_events (subject, device, at)
  WHERE outcome = 'success' AND actor_kind = 'user' AND session_id IS NOT NULL;
CREATE INDEX mfa_audit_events_networks ON mfa_audit_events (subject, network, at)
  WHERE outcome = 'success' AND actor_kind = 'user' AND session_id IS NOT NULL;
CREATE INDEX mfa_audit_events_failures ON mfa_audit_events (subject, at) WHERE outcome = 'failure';
CREATE INDEX mfa_audit_events_sign_ins ON mfa_audit_events (subject, at)
  WHERE event = 'auth.sign_in.success' AND session_id IS NOT NULL;
CREATE INDEX mfa_audit_events_enrolments ON mfa_audit_events (subject, at)
  WHERE event IN ('auth.2fa.enabled', 'auth.2fa.disabled');
`;

export const script: ScriptByDialect = {
  sqlite: APART,
  postgres: `SET LOCAL statement_timeout = 0;\n${APART}\n${BY_MONTH}`,
};
