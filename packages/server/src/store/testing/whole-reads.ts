import pg from 'pg';
import type { TestStore } from './test-store.ts';

/** For each statement, the tables that it reads row by row instead of by an index. */
export type WholeReads = ReadonlyMap<string, readonly string[]>;

/** Reading an index whole is fine where the index holds only what there is to do. */
const TO_DO = /USING (?:COVERING )?INDEX mfa_\w+_(?:due|given_up)$/;

function scannedBy(statement: string, detail: string): readonly string[] {
  const [, name] = /^SCAN (\w+)/.exec(detail) ?? [];
  if (name === undefined || TO_DO.test(detail)) return [];
  // An alias of a table; others name what the statement itself makes up.
  const [, table] = new RegExp(`\\b(mfa_\\w+)(?: AS)? ${name}\\b`).exec(statement) ?? [];
  if (table !== undefined) return [table];
  return name.startsWith('mfa_') ? [name] : [];
}

/** As SQLite would run them on the rows that there are, of which it knows nothing. */
export async function wholeReadsInSqlite(
  { rows }: Pick<TestStore, 'rows'>,
  statements: readonly string[],
): Promise<WholeReads> {
  const found = new Map<string, readonly string[]>();
  for (const statement of statements) {
    const parameters = Array.from(new Set(statement.match(/\$\d+/g)), () => 1);
    const plan = await rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${statement}`, ...parameters);
    found.set(
      statement,
      plan.flatMap(({ detail }) => scannedBy(statement, detail)),
    );
  }
  return found;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Events of no month that there is a table for: next to none, as a rule. */
const EMPTY = 'mfa_audit_events_default';

const scannedIn = (node: PlanNode): readonly string[] => [
  ...(node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''].filter((name) => name !== EMPTY) : []),
  ...(node.Plans ?? []).flatMap(scannedIn),
];

/** As PostgreSQL would run them whatever they are given, by what it knows of the rows that there are. */
export async function wholeReadsInPostgres(
  url: string,
  statements: readonly string[],
  setting = 'SELECT 1',
): Promise<WholeReads> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(setting);
    const found = new Map<string, readonly string[]>();
    for (const statement of statements) {
      const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
        `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${statement}`,
      );
      const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
      found.set(statement, explained ? scannedIn(explained.Plan) : []);
    }
    return found;
  } finally {
    await client.end();
  }
}
