import type { DoctorStore, PostgresFacts, SqliteFacts } from '../../doctor/doctor.store.ts';
import { all, first, type Database, type UnitOfWork } from './unit-of-work.ts';

interface PostgresRow {
  version: number;
  read_only: number;
  may_create: number;
  fsync: number;
  synchronous_commit: string;
  isolation: string;
  idle_timeout: number;
  most_connections: number;
  connections: number;
  open_to_others: number;
  migrated: number;
  last_month: string | null;
}

const truth = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;

// Limits of the server, the database and the user; the least of them counts. -1 stands for none.
const POSTGRES_FACTS = `SELECT
  CAST(current_setting('server_version_num') AS INTEGER) AS version,
  ${truth("pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'")} AS read_only,
  ${truth("has_schema_privilege(current_schema(), 'CREATE')")} AS may_create,
  ${truth("current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on'")} AS fsync,
  current_setting('synchronous_commit') AS synchronous_commit,
  current_setting('default_transaction_isolation') AS isolation,
  (SELECT CAST(setting AS INTEGER) FROM pg_settings WHERE name = 'idle_session_timeout') AS idle_timeout,
  LEAST(
    CAST(current_setting('max_connections') AS INTEGER) - CAST(current_setting('superuser_reserved_connections') AS INTEGER),
    (SELECT NULLIF(datconnlimit, -1) FROM pg_database WHERE datname = current_database()),
    (SELECT NULLIF(rolconnlimit, -1) FROM pg_roles WHERE rolname = current_user)
  ) AS most_connections,
  (SELECT CAST(count(*) AS INTEGER) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()) AS connections,
  ${truth("inet_client_addr() IS NOT NULL AND NOT inet_client_addr() <<= '127.0.0.0/8' AND inet_client_addr() <> '::1' AND NOT (SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid())")} AS open_to_others,
  (SELECT max(substr(c.relname, length('mfa_audit_events_') + 1)) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = to_regclass('mfa_audit_events') AND c.relname ~ '^mfa_audit_events_[0-9]{4}_[0-9]{2}$') AS last_month,
  ${truth("to_regclass('mfa_migrations') IS NOT NULL")} AS migrated`;

const SQLITE_FACTS = `SELECT journal_mode AS mode,
  (SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'mfa_migrations') AS migrated
  FROM pragma_journal_mode`;

function* applied(migrated: number | undefined): UnitOfWork<readonly string[]> {
  if (migrated !== 1) return [];
  const rows = yield* all<{ name: string }>('SELECT name FROM mfa_migrations ORDER BY name');
  return rows.map(({ name }) => name);
}

function* sqliteFacts(): UnitOfWork<SqliteFacts> {
  const row = yield* first<{ mode: string; migrated: number }>(SQLITE_FACTS);
  return { kind: 'sqlite', journalMode: row?.mode ?? '', applied: yield* applied(row?.migrated) };
}

function* postgresFacts(): UnitOfWork<PostgresFacts> {
  const row = yield* first<PostgresRow>(POSTGRES_FACTS);
  if (!row) throw new Error('the database said nothing of itself');
  return {
    kind: 'postgres',
    version: row.version,
    readOnly: row.read_only === 1,
    mayCreate: row.may_create === 1,
    fsync: row.fsync === 1,
    synchronousCommit: row.synchronous_commit,
    isolation: row.isolation,
    idleTimeout: row.idle_timeout,
    mostConnections: row.most_connections,
    connections: row.connections,
    openToOthers: row.open_to_others === 1,
    ...(row.last_month !== null && { lastMonth: row.last_month }),
    applied: yield* applied(row.migrated),
  };
}

export function sqlDoctorStore(database: Database): DoctorStore {
  return {
    // The one question that has to be put to each in its own words.
    inspect: () =>
      database.dialect === 'postgres' ? database.read(postgresFacts) : database.read(sqliteFacts),

    listNewestAddresses: (events) =>
      database.read(() =>
        all<{ ip: string; events: number }>(
          `SELECT ip, count(*) AS events FROM (SELECT ip FROM mfa_audit_events WHERE ip <> '' ORDER BY at DESC LIMIT $1) newest
           GROUP BY ip ORDER BY events DESC, ip`,
          events,
        ),
      ),

    findAddressOf: (requestId, since) =>
      database.read(function* () {
        const row = yield* first<{ ip: string | null }>(
          'SELECT ip FROM mfa_audit_events WHERE at >= $2 AND request_id = $1 LIMIT 1',
          requestId,
          since,
        );
        return row?.ip ?? undefined;
      }),

    holdsWhatEnded: (before) =>
      database.read(function* () {
        const row = yield* first<{ held: number }>(
          `SELECT CASE WHEN EXISTS (SELECT 1 FROM mfa_sessions WHERE expires_at <= $1)
             OR EXISTS (SELECT 1 FROM mfa_pending_sign_ins WHERE expires_at <= $1)
             OR EXISTS (SELECT 1 FROM mfa_ceremonies WHERE expires_at <= $1) THEN 1 ELSE 0 END AS held`,
          before,
        );
        return row?.held === 1;
      }),
  };
}
