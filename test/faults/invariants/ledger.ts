import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';

/** A row as it is stored. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

export interface AccountRow extends StoredRow {
  readonly user_id: string;
  readonly epoch: number;
  readonly created_at: number;
  readonly restricted_at: number | null;
}

export interface SessionRow extends StoredRow {
  readonly token_hash: string;
  readonly previous_token_hash: string | null;
  readonly id: string;
  readonly user_id: string;
  /** JSON. */
  readonly proofs: string;
  readonly created_at: number;
}

export interface PendingSignInRow extends StoredRow {
  readonly user_id: string;
  readonly epoch: number;
}

export interface TotpFactorRow extends StoredRow {
  readonly user_id: string;
  readonly id: string;
  readonly last_step: number;
  readonly created_at: number;
  readonly last_used_at: number | null;
}

export interface EnrolmentRow extends StoredRow {
  readonly user_id: string;
  readonly id: string;
}

export interface PasskeyRow extends StoredRow {
  readonly user_id: string;
  readonly id: string;
}

export interface CodeSetRow extends StoredRow {
  readonly user_id: string;
  readonly total: number;
  readonly created_at: number;
}

export interface CodeRow extends StoredRow {
  readonly user_id: string;
  readonly selector: string;
  readonly spent_at: number | null;
}

export interface DeviceRow extends StoredRow {
  readonly user_id: string;
  readonly id: string;
  readonly epoch: number;
}

export interface RecoveryRow extends StoredRow {
  readonly id: string;
  readonly user_id: string;
  readonly tier: number;
  readonly status: string;
  readonly closed_at: number | null;
}

export interface EventRow extends StoredRow {
  readonly subject: string;
  readonly id: string;
  readonly at: number;
  readonly event: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly method: string | null;
  readonly factor_id: string | null;
  readonly session_id: string | null;
  readonly request_id: string | null;
  readonly actor_kind: string;
  readonly device: string | null;
  readonly network: string | null;
  /** JSON. */
  readonly details: string;
}

export interface NoticeRow extends StoredRow {
  readonly id: string;
  readonly user_id: string;
  readonly event_id: string;
  readonly notice: string;
  readonly created_at: number;
  readonly sent_at: number | null;
}

export interface WebhookRow extends StoredRow {
  readonly endpoint: string;
  readonly event_id: string;
  readonly subject: string;
}

export interface AttemptRow extends StoredRow {
  readonly subject: string;
  readonly name: string;
  readonly at: number;
}

/** What stands in a database at one moment, as far as it can be held against itself. */
export interface Ledger {
  readonly accounts: readonly AccountRow[];
  readonly sessions: readonly SessionRow[];
  readonly pendingSignIns: readonly PendingSignInRow[];
  readonly totpFactors: readonly TotpFactorRow[];
  readonly totpEnrolments: readonly EnrolmentRow[];
  readonly passkeys: readonly PasskeyRow[];
  readonly codeSets: readonly CodeSetRow[];
  readonly codes: readonly CodeRow[];
  readonly devices: readonly DeviceRow[];
  readonly recoveries: readonly RecoveryRow[];
  readonly restores: readonly StoredRow[];
  /** By time. */
  readonly events: readonly EventRow[];
  readonly notices: readonly NoticeRow[];
  readonly webhooks: readonly WebhookRow[];
  readonly attempts: readonly AttemptRow[];
}

const STATEMENTS: Readonly<Record<keyof Ledger, string>> = {
  accounts: 'SELECT * FROM mfa_accounts',
  sessions: 'SELECT * FROM mfa_sessions',
  pendingSignIns: 'SELECT * FROM mfa_pending_sign_ins',
  totpFactors: 'SELECT * FROM mfa_totp_factors',
  totpEnrolments: 'SELECT * FROM mfa_totp_enrolments',
  passkeys: 'SELECT * FROM mfa_passkeys',
  codeSets: 'SELECT * FROM mfa_recovery_code_sets',
  codes: 'SELECT * FROM mfa_recovery_codes',
  devices: 'SELECT * FROM mfa_remembered_devices',
  recoveries: 'SELECT * FROM mfa_recoveries',
  restores: 'SELECT * FROM mfa_restores',
  events: 'SELECT * FROM mfa_audit_events ORDER BY at, id',
  notices: 'SELECT * FROM mfa_outbox',
  webhooks: 'SELECT * FROM mfa_webhook_deliveries',
  attempts: 'SELECT * FROM mfa_attempts',
};

/** Asks one thing of a database, and answers the rows. */
export type Query = (statement: string) => Promise<readonly StoredRow[]>;

/** Reads everything through a connection. Whether it is one moment is the business of whoever made that. */
export async function readThrough(query: Query): Promise<Ledger> {
  const tables: [string, readonly StoredRow[]][] = [];
  for (const [name, statement] of Object.entries(STATEMENTS)) tables.push([name, await query(statement)]);
  return Object.fromEntries(tables) as unknown as Ledger;
}

/** A connection that has nothing to do with the kit. */
export interface Connection {
  readonly query: Query;
  readonly close: () => Promise<void>;
}

/** @param url As the kit is given it. */
export const connectTo = (url: string): Promise<Connection> =>
  url.startsWith('sqlite:') ? Promise.resolve(toSqlite(url.slice('sqlite:'.length))) : toPostgres(url);

function toSqlite(path: string): Connection {
  const database = new BetterSqlite3(path);
  return {
    query(statement) {
      const prepared = database.prepare<[], StoredRow>(statement);
      if (prepared.reader) return Promise.resolve(prepared.all());
      prepared.run();
      return Promise.resolve([]);
    },
    close() {
      database.close();
      return Promise.resolve();
    },
  };
}

/** BIGINT, which comes as text otherwise. */
const INT8 = 20;

async function toPostgres(url: string): Promise<Connection> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const client = new pg.Client({ connectionString: url, types });
  await client.connect();
  return {
    query: async (statement) => (await client.query<StoredRow>(statement)).rows,
    close: () => client.end(),
  };
}

/** Reads everything at one moment. A server may go on meanwhile. */
export async function readLedger(url: string): Promise<Ledger> {
  const { query, close } = await connectTo(url);
  try {
    await query(url.startsWith('sqlite:') ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const ledger = await readThrough(query);
    await query('COMMIT');
    return ledger;
  } finally {
    await close();
  }
}
