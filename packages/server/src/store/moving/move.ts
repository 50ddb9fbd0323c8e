import type { Clock } from '../../ports/clock.ts';
import { openStore } from '../open-store.ts';
import { openSource, type Source, type Table, type Values } from './source.ts';
import { openTarget, type Target } from './target.ts';

/** Rows that travel together: enough for the way to cost little, few enough for any memory. */
const ROWS_AT_ONCE = 500;

/** What was moved of one table. */
export interface MovedTable {
  readonly table: string;
  readonly rows: number;
}

/** What a move did. */
export interface MoveReport {
  readonly tables: readonly MovedTable[];
  /** Where it went, without a password. */
  readonly to: string;
  /** Everything was there already, from a move that was stopped before it could be noted. */
  readonly before: boolean;
}

/**
 * Moves everything from an SQLite file to an empty PostgreSQL database, and compares both, row by row and column by column, before any of it
 * counts. Which tables there are, and which columns, the databases say themselves: one that is added later is moved like the others, and
 * one that only one of them has ends the move before it begins. The file is kept as it is, with a note that it was moved, so that nobody
 * serves from both.
 *
 * @param from The path of the file.
 * @param to The address of the PostgreSQL database.
 * @throws Error saying why nothing was moved; then the tables of the target are as empty as before, and the file is unchanged.
 */
export async function moveToPostgres(from: string, to: string, clock: Clock): Promise<MoveReport> {
  const source = openSource(from);
  try {
    await migrate(to, clock);
    const target = await openTarget(to);
    try {
      assertAlike(source.tables, target);
      const filled = await target.filled();
      if (filled.length === 0) for (const table of source.tables) await copyTable(table, source, target);
      const tables: MovedTable[] = [];
      for (const table of source.tables) {
        const { rows, difference } = await compare(table, source, target);
        if (difference !== undefined) throw new Error(refusal(filled, difference));
        tables.push({ table: table.name, rows });
      }
      const moved = withoutPassword(to);
      // In this order: stopped between the two, it finds everything there when it is run again, and only notes it.
      await target.keep();
      source.markMoved(moved, clock.now());
      return { tables, to: moved, before: filled.length > 0 };
    } finally {
      await target.close();
    }
  } finally {
    source.close();
  }
}

async function migrate(to: string, clock: Clock): Promise<void> {
  const store = openStore(to);
  try {
    await store.migrate(Math.round((await store.time?.()) ?? clock.now()));
  } finally {
    await store.close();
  }
}

/** @throws Error when a table or a column is in one database only: it would be lost, or empty where the kit expects something. */
function assertAlike(tables: readonly Table[], { tables: there }: Target): void {
  const here = new Map(tables.map(({ name, columns }) => [name, columns]));
  const named = new Set([...here.keys(), ...there.keys()]);
  for (const table of named) {
    const [ours, theirs] = [here.get(table) ?? [], [...(there.get(table)?.keys() ?? [])]];
    const alone = [
      ...ours.filter((column) => !theirs.includes(column)),
      ...theirs.filter((column) => !ours.includes(column)),
    ];
    if (alone.length > 0)
      throw new Error(`only one of the databases has ${table} with ${alone.join(', ')}: nothing was moved`);
  }
}

async function copyTable(table: Table, source: Source, target: Target): Promise<void> {
  let batch: Values[] = [];
  for (const row of source.rows(table)) {
    if (batch.push(row) < ROWS_AT_ONCE) continue;
    await target.add(table, batch);
    batch = [];
  }
  if (batch.length > 0) await target.add(table, batch);
}

/** @returns how many rows there are, or in words, without any of their values, where the databases differ. */
async function compare(
  table: Table,
  source: Source,
  target: Target,
): Promise<{ readonly rows: number; readonly difference?: string }> {
  const expected = source.rows(table);
  let rows = 0;
  try {
    for await (const batch of target.rows(table, ROWS_AT_ONCE)) {
      for (const found of batch) {
        rows += 1;
        const { value: row, done } = expected.next();
        if (done === true) return { rows, difference: `${table.name} has more rows there` };
        const column = table.columns.find((_, index) => row[index] !== found[index]);
        if (column !== undefined)
          return { rows, difference: `row ${rows} of ${table.name} has another ${column} there` };
      }
    }
    return expected.next().done === true
      ? { rows }
      : { rows, difference: `${table.name} has only ${rows} rows there` };
  } finally {
    expected.return?.();
  }
}

const refusal = (filled: readonly string[], difference: string): string =>
  filled.length > 0
    ? `the database to move to is not empty: there are rows in ${filled.join(', ')}. Give it an empty one, or a schema of its own`
    : `${difference}: nothing was moved`;

function withoutPassword(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
