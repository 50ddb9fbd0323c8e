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

/**
 * Everything is found by a key. PostgreSQL would read a table whole that was empty or unknown when it first planned a statement, and keep
 * to that plan while thousands of rows come: in the first minute of an installation, of a month of the audit, of a busy morning. And it
 * would plan some statements anew each time, in the hope of a better plan for what they are given: for the audit, which is divided by months,
 * that takes longer than to run them.
 */
const BY_KEYS = '-c enable_seqscan=off -c enable_bitmapscan=off -c plan_cache_mode=force_generic_plan';

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
 * @param inherited Settings of the session for an address that has none, which the driver takes from there too.
 * @throws Error naming the parameter that makes no sense; never the address, which has a password in it.
 */
export function settingsIn(
  address: string,
  inherited: string | undefined = process.env['PGOPTIONS'],
): PostgresSettings {
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
  const isTrue = (name: string): boolean => take(name, 'true', /^(true|false)$/, 'true or false') === 'true';
  const named = isTrue('prepare');
  const byKeys = isTrue('plan_by_keys');

  const own = parameters.get('options') ?? inherited;
  parameters.delete('options');
  const rest = parameters.toString();
  const patient = {
    connectionString: rest === '' ? base : `${base}?${rest}`,
    connectionTimeoutMillis,
    keepAlive: true,
    ...(own !== undefined && { options: own }),
  };
  // Without a name, a statement is planned each time, by what is known by then.
  const options = [...(own === undefined ? [] : [own]), ...(named && byKeys ? [BY_KEYS] : [])].join(' ');
  const pooled = {
    ...patient,
    ...limits,
    max,
    idleTimeoutMillis: IDLE,
    query_timeout: NO_ANSWER,
    ...(options !== '' && { options }),
  };
  return { pooled, patient, named };
}
