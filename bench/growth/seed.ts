import type { DatabaseKind } from '../databases/places.ts';
import type { Sql } from '../databases/sql.ts';

/** How each database says what a seed is made of. */
interface Dialect {
  /** Numbers from 1 to `$1`, as the column `n` of `g`. */
  readonly numbers: string;
  /** 32 digits that are another text for each row. */
  readonly noise: string;
  /** The id of an audit event of this moment. */
  readonly eventId: (at: string) => string;
}

const DIALECTS: Readonly<Record<DatabaseKind, Dialect>> = {
  postgres: {
    numbers: 'FROM generate_series(1, CAST($1 AS BIGINT)) AS g (n)',
    noise: 'md5(CAST(n AS TEXT))',
    eventId: (at) =>
      `lpad(to_hex(${at}), 12, '0') || lpad(to_hex(n), 8, '0') || substr(md5(CAST(n AS TEXT)), 1, 16)`,
  },
  sqlite: {
    numbers:
      'FROM (WITH RECURSIVE g (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < $1) SELECT n FROM g)',
    noise: 'lower(hex(randomblob(16)))',
    eventId: (at) => `printf('%012x%08x', ${at}, n) || lower(hex(randomblob(8)))`,
  },
};

const DAY = 86_400_000;
const NOW = 'CAST($2 AS BIGINT)';
/** Spread over the year that was. */
const AT = `${NOW} - (n % 365) * ${DAY}`;
const USER = "'user-' || n";

/** A column and the expression that fills it. */
type Columns = Readonly<Record<string, string>>;

interface Seeded {
  readonly table: string;
  /** Which of the people have such a row; default: all. */
  readonly where?: string;
  readonly columns: Columns;
}

/**
 * What is stored of people who use the kit: everybody an authenticator app, codes and an event, every third a passkey, every second a
 * session. One in ten has a whole set of recovery codes, in ten statements; the others' would only make the file bigger.
 */
function seeded({ noise, eventId }: Dialect): readonly Seeded[] {
  const event: Seeded = {
    table: 'mfa_audit_events',
    columns: {
      subject: USER,
      id: eventId(`CAST(${AT} AS BIGINT)`),
      at: AT,
      event: "'auth.sign_in.success'",
      outcome: "'success'",
      actor_kind: "'user'",
      actor_id: USER,
      method: "'totp'",
      session_id: noise,
      ip: "'192.0.2.7'",
      user_agent: "'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'",
      request_id: noise,
      details: `'{"stage":"complete"}'`,
      workspace: "''",
      device: "'Mozilla/. (X; Linux x_; rv:) Gecko/ Firefox/'",
      network: "'192.0.2.0/24'",
    },
  };
  const code = (number: number): Seeded => ({
    table: 'mfa_recovery_codes',
    where: 'n % 10 = 0',
    columns: {
      user_id: USER,
      selector: `'C00${number}'`,
      verifier: `'$argon2id$v=19$m=19456,t=2,p=1$' || ${noise} || ${noise}`,
      pepper_key_id: "'k1'",
    },
  });
  return [
    { table: 'people', columns: { id: USER, name: `${USER} || '@example.com'` } },
    {
      table: 'mfa_accounts',
      columns: { user_id: USER, epoch: '3', created_at: AT, user_handle: `${noise} || n`, workspace: "''" },
    },
    {
      table: 'mfa_totp_factors',
      columns: {
        user_id: USER,
        id: noise,
        name: "'Authenticator'",
        secret_box: `${noise} || ${noise}`,
        secret_key_id: "'k1'",
        last_step: '58000000',
        failures_in_a_row: '0',
        created_at: AT,
      },
    },
    {
      table: 'mfa_passkeys',
      where: 'n % 3 = 0',
      columns: {
        user_id: USER,
        id: noise,
        credential_id: "'credential-' || n",
        public_key: `${noise} || ${noise} || ${noise}`,
        counter: '0',
        name: "'Phone'",
        aaguid: "'00000000-0000-0000-0000-000000000000'",
        transports: `'["hybrid","internal"]'`,
        backup_eligible: '1',
        backed_up: '1',
        created_at: AT,
      },
    },
    {
      table: 'mfa_passkey_owners',
      where: 'n % 3 = 0',
      columns: { credential_id: "'credential-' || n", user_id: USER },
    },
    {
      table: 'mfa_recovery_code_sets',
      columns: { user_id: USER, total: '10', created_at: AT, confirmed_at: AT },
    },
    ...Array.from({ length: 10 }, (_, number) => code(number)),
    {
      table: 'mfa_sessions',
      where: 'n % 2 = 0',
      columns: {
        token_hash: `${noise} || n`,
        id: `${noise} || n`,
        user_id: USER,
        proofs: `'[{"method":"password","at":1768478405000},{"method":"totp","at":1768478405000}]'`,
        created_at: NOW,
        last_seen_at: NOW,
        expires_at: `${NOW} + ${DAY}`,
        ip: "'192.0.2.7'",
        user_agent: "'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'",
      },
    },
    {
      table: 'mfa_throttles',
      columns: { subject: USER, name: "'account'", closed_until: '0', closures: '0' },
    },
    event,
  ];
}

/** What makes bulk loading quick, and is as it was afterwards. */
interface Index {
  readonly name: string;
  readonly definition: string;
}

/** The indexes that are not part of a table's own definition: making them at the end is many times quicker than keeping them up to date. */
const INDEXES: Readonly<Record<DatabaseKind, string>> = {
  postgres: `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE schemaname = current_schema() AND tablename LIKE 'mfa\\_%' AND NOT EXISTS
      (SELECT 1 FROM pg_constraint c WHERE c.conname = indexname)
    AND NOT EXISTS (SELECT 1 FROM pg_class p JOIN pg_inherits i ON i.inhrelid = p.oid WHERE p.relname = indexname)`,
  sqlite:
    "SELECT name, sql AS definition FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name LIKE 'mfa_%'",
};

/** Months of the year that the events are spread over, in which nothing has happened yet: as the kit makes them, in a database that divides. */
async function makeMonths(sql: Sql, now: number): Promise<void> {
  const today = new Date(now);
  for (let ago = 1; ago <= 13; ago += 1) {
    const begin = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - ago);
    const end = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - ago + 1);
    // The people who are measured have a history of some days, which lies where it lies.
    if (end > now - 4 * DAY) continue;
    const name = new Date(begin).toISOString().slice(0, 7).replace('-', '_');
    await sql.run(
      `CREATE TABLE IF NOT EXISTS mfa_audit_events_${name} PARTITION OF mfa_audit_events FOR VALUES FROM (${begin}) TO (${end})`,
    );
  }
}

/** Fills a database of the kit's tables, and the host's table of people, with so many people, as they would have left it. */
export async function seed(kind: DatabaseKind, sql: Sql, count: number): Promise<void> {
  const now = Date.now();
  if (kind === 'postgres') await makeMonths(sql, now);
  const indexes = await sql.all<Index>(INDEXES[kind]);
  for (const { name } of indexes) await sql.run(`DROP INDEX ${name}`);
  const dialect = DIALECTS[kind];
  for (const { table, where, columns } of seeded(dialect)) {
    // The moment is bound even where no column asks for it: both databases count their parameters.
    const condition = `${NOW} > 0${where === undefined ? '' : ` AND ${where}`}`;
    await sql.run(
      `INSERT INTO ${table} (${Object.keys(columns).join(', ')})
       SELECT ${Object.values(columns).join(', ')} ${dialect.numbers} WHERE ${condition}`,
      count,
      now,
    );
  }
  // What PostgreSQL says of the index of a divided table makes one of the empty table above its parts.
  for (const { definition } of indexes) await sql.run(definition.replace(' ON ONLY ', ' ON '));
  if (kind === 'postgres') await sql.run('VACUUM (ANALYZE)');
}
