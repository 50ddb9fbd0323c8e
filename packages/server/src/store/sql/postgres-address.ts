import type pg from 'pg';

/**
 * What an address of PostgreSQL may ask for beside what the driver knows, with what is taken where it does not. Milliseconds, but for
 * `connect_timeout`, which is in seconds wherever else it is known. None of the times is sent to the server where it is 0.
 */
const NUMBERS = {
  /** Connections that a process opens at most. */
  pool_size: 10,
  /** How long a request waits for a connection, a new one or one that another gives back. */
  connect_timeout: 5,
  statement_timeout: 10_000,
  /** Less than a statement has in all, so that what is waited for is told from what is slow. */
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** When an answer is not waited for any more: the server ends what takes too long, unless it cannot be reached. */
const NO_ANSWER = 30_000;
const IDLE = 60_000;

export interface PostgresSettings {
  readonly pooled: pg.PoolConfig;
  /** For one connection that may take its time: migrations. */
  readonly patient: pg.ClientConfig;
  /** Whether statements are prepared under names. */
  readonly named: boolean;
}

/**
 * Reads what an address asks for.
 *
 * @throws Error naming the parameter that makes no sense; never the address, which has a password in it.
 */
export function settingsIn(address: string): PostgresSettings {
  const [base = '', query = ''] = address.split(/\?(.*)/s);
  const parameters = new URLSearchParams(query);

  function take(name: string, fallback: string, form: RegExp, what: string): string {
    const value = parameters.get(name) ?? fallback;
    if (!form.test(value)) throw new Error(`${name} in the address of the database has to be ${what}`);
    parameters.delete(name);
    return value;
  }
  const takeNumber = (name: keyof typeof NUMBERS, least = 0): number => {
    const value = Number(take(name, String(NUMBERS[name]), /^\d{1,9}$/, 'a whole number'));
    if (value < least) throw new Error(`${name} in the address of the database has to be ${least} at least`);
    return value;
  };

  const max = takeNumber('pool_size', 1);
  const connectionTimeoutMillis = takeNumber('connect_timeout') * 1_000;
  const limits = {
    statement_timeout: takeNumber('statement_timeout'),
    lock_timeout: takeNumber('lock_timeout'),
    idle_in_transaction_session_timeout: takeNumber('idle_in_transaction_session_timeout'),
  };
  const named = take('prepare', 'true', /^(true|false)$/, 'true or false') === 'true';

  const rest = parameters.toString();
  const patient = {
    connectionString: rest === '' ? base : `${base}?${rest}`,
    connectionTimeoutMillis,
    keepAlive: true,
  };
  const pooled = { ...patient, ...limits, max, idleTimeoutMillis: IDLE, query_timeout: NO_ANSWER };
  return { pooled, patient, named };
}
