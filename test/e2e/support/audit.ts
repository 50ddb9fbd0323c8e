import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';

const STATEMENT = `SELECT COUNT(*) AS count FROM mfa_audit_events
  WHERE event = 'auth.2fa.failure' AND reason = $1
  AND subject = (SELECT id FROM demo_accounts WHERE email = $2)`;

/**
 * How many second factors of a person the audit says were refused for a reason. Answers of the API do not tell: wrong, replayed and expired look the
 * same from outside.
 */
export async function refusedSecondFactors(
  databaseUrl: string,
  login: string,
  reason: string,
): Promise<number> {
  if (databaseUrl.startsWith('sqlite:')) {
    const database = new BetterSqlite3(databaseUrl.slice('sqlite:'.length), { readonly: true });
    try {
      const row = database.prepare(STATEMENT.replaceAll('$', '?')).get({ 1: reason, 2: login }) as {
        count: number;
      };
      return row.count;
    } finally {
      database.close();
    }
  }
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>(STATEMENT, [reason, login]);
    return Number(rows[0]?.count);
  } finally {
    await client.end();
  }
}
