import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { Audit, AuditRow } from './target.ts';

type Query = <Row>(statement: string, parameters: readonly string[]) => Promise<readonly Row[]>;

/** Reads the audit where it is written. No answer of the API tells wrong codes from replayed ones. */
export function auditIn(databaseUrl: string): Audit {
  const query = databaseUrl.startsWith('sqlite:') ? sqlite(databaseUrl) : postgres(databaseUrl);
  return {
    async eventsOf(requestIds) {
      const places = requestIds.map((_, index) => `$${index + 1}`).join(', ');
      return query<AuditRow>(
        `SELECT request_id, event, reason FROM mfa_audit_events WHERE request_id IN (${places})`,
        requestIds,
      );
    },
    all: async () => JSON.stringify(await query<object>('SELECT * FROM mfa_audit_events', [])),
  };
}

function sqlite(url: string): Query {
  return <Row>(statement: string, parameters: readonly string[]) => {
    const database = new BetterSqlite3(url.slice('sqlite:'.length), { readonly: true });
    try {
      const numbered = Object.fromEntries(parameters.map((value, index) => [index + 1, value]));
      const prepared = database.prepare<unknown[], Row>(statement.replaceAll('$', '?'));
      return Promise.resolve(parameters.length === 0 ? prepared.all() : prepared.all(numbered));
    } finally {
      database.close();
    }
  };
}

function postgres(url: string): Query {
  return async <Row>(statement: string, parameters: readonly string[]) => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return (await client.query(statement, [...parameters])).rows as Row[];
    } finally {
      await client.end();
    }
  };
}
