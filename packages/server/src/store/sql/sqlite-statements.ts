import type BetterSqlite3 from 'better-sqlite3';
import type { SqlValue, Step, StepResult } from './unit-of-work.ts';

interface Prepared {
  readonly statement: BetterSqlite3.Statement<SqlValue[]>;
  /** The parameter that each place of the statement takes; none where they come in their order, each once. */
  readonly order: readonly number[] | undefined;
}

/** Runs statements of one connection, each prepared once. */
export function sqliteStatements(connection: BetterSqlite3.Database): (step: Step) => StepResult {
  const prepared = new Map<string, Prepared>();

  function prepare(text: string): Prepared {
    const places: number[] = [];
    const shared = text
      // An immediate transaction already holds the only write lock, so row locks have nothing to add here.
      .replace(/ FOR UPDATE( OF \w+)?( SKIP LOCKED)?\b/g, '')
      // By place: the driver takes `?1` for a name, and looking up names costs as much as a short statement.
      .replace(/\$(\d+)/g, (_, number: string) => {
        places.push(Number(number) - 1);
        return '?';
      });
    const made = {
      statement: connection.prepare<SqlValue[]>(shared),
      order: places.every((parameter, place) => parameter === place) ? undefined : places,
    };
    prepared.set(text, made);
    return made;
  }

  return ({ text, parameters }) => {
    const { statement, order } = prepared.get(text) ?? prepare(text);
    const bound = order ? order.map((parameter) => parameters[parameter] as SqlValue) : parameters;
    if (statement.reader) {
      const rows = statement.all(...bound) as StepResult['rows'];
      return { rows, affected: rows.length };
    }
    return { rows: [], affected: statement.run(...bound).changes };
  };
}
