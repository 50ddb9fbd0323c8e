import { createHash } from 'node:crypto';
import pg from 'pg';
import { Messages } from './postgres-messages.ts';
import type { Row, Step, StepResult } from './unit-of-work.ts';

/** Types that are numbers here; everything else is text. What `count` and `sum` answer may exceed what a number holds, and is far below that. */
const NUMBERS = new Set<number>([
  pg.types.builtins.INT2,
  pg.types.builtins.INT4,
  pg.types.builtins.INT8,
  pg.types.builtins.FLOAT4,
  pg.types.builtins.FLOAT8,
  pg.types.builtins.NUMERIC,
]);

/** What a connection was told of a statement before, and answered: neither is said again. */
interface Prepared {
  readonly name: string;
  columns: readonly { readonly name: string; readonly isNumber: boolean }[];
}

/** A statement that a connection knows may not be known to the server behind it, or not in this form any more. */
const FORGOTTEN = new Set([
  '0A000', // cached plan must not change result type: a newer version of the kit has altered a table
  '26000', // prepared statement does not exist: something between us and the server forgot it, or changed servers
]);

/** Whether the same statements can be sent again as they are: what went wrong was that they were not sent whole. */
export const wasForgotten = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && FORGOTTEN.has(error.code ?? '');

const preparedOn = new WeakMap<pg.Connection, Map<string, Prepared>>();

function statementsOf(connection: pg.Connection): Map<string, Prepared> {
  let statements = preparedOn.get(connection);
  if (!statements) preparedOn.set(connection, (statements = new Map<string, Prepared>()));
  return statements;
}

const names = new Map<string, string>();

/** The name of a prepared statement: the same text has the same name on every connection and in every process. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `mfa_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    names.set(text, name);
  }
  return name;
}

/**
 * Statements that go to PostgreSQL in one message, and whose answers come back in one: in the extended protocol, with a single `Sync` at
 * the end. Outside of a transaction they are one of their own: they stand or fall together, and are committed when the answer is there.
 *
 * The driver would synchronise after each statement, which wakes both sides up for each, and describe each anew.
 */
export class RoundTrip implements pg.Submittable {
  /** Called by the driver too, when it gives up waiting. */
  callback: (error: Error | null, results?: readonly StepResult[]) => void;
  readonly #steps: readonly Step[];
  /** Whether statements get names, under which a connection knows them the next time. */
  readonly #named: boolean;
  readonly #results: StepResult[] = [];
  readonly #sent: Prepared[] = [];
  #rows: Row[] = [];
  #connection: pg.Connection | undefined;

  constructor(
    steps: readonly Step[],
    named: boolean,
    callback: (error: Error | null, results?: readonly StepResult[]) => void,
  ) {
    this.#steps = steps;
    this.#named = named;
    this.callback = callback;
  }

  /** @returns what kept it from being sent: thrown, it could end the process, since the driver may be in the middle of hearing the server. */
  submit(connection: pg.Connection): Error | undefined {
    try {
      this.#send(connection);
      return undefined;
    } catch (error) {
      return error as Error;
    }
  }

  #send(connection: pg.Connection): void {
    this.#connection = connection;
    const known = statementsOf(connection);
    const messages = new Messages();
    for (const { text, parameters } of this.#steps) {
      const before = this.#named ? known.get(text) : undefined;
      const statement = before ?? { name: this.#named ? nameOf(text) : '', columns: [] };
      this.#sent.push(statement);
      if (!before) {
        // Closed first: after an error nobody knows how far the server came with it, and closing what is not there is no error.
        if (this.#named) messages.close(statement.name);
        messages.parse(statement.name, text);
        known.set(text, statement);
      }
      messages.bind(statement.name, parameters);
      if (!before) messages.describe();
      messages.execute();
    }
    messages.sync();
    connection.stream.write(messages.take());
  }

  handleRowDescription({ fields }: { fields: readonly pg.FieldDef[] }): void {
    const statement = this.#sent[this.#results.length];
    if (statement)
      statement.columns = fields.map(({ name, dataTypeID }) => ({ name, isNumber: NUMBERS.has(dataTypeID) }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const row: Row = {};
    const { columns = [] } = this.#sent[this.#results.length] ?? {};
    columns.forEach(({ name, isNumber }, index) => {
      const value = fields[index] ?? null;
      row[name] = isNumber && value !== null ? Number(value) : value;
    });
    this.#rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    // "INSERT 0 1", "UPDATE 3", "SELECT 2", "COMMIT"
    const count = Number(text.slice(text.lastIndexOf(' ') + 1));
    this.#results.push({ rows: this.#rows, affected: Number.isNaN(count) ? 0 : count });
    this.#rows = [];
  }

  handleReadyForQuery(): void {
    this.callback(null, this.#results);
  }

  handleError(error: Error): void {
    const known = this.#connection && statementsOf(this.#connection);
    if (wasForgotten(error)) known?.clear();
    // What comes after the one that failed was not looked at.
    else for (const { text } of this.#steps.slice(this.#results.length)) known?.delete(text);
    this.callback(error);
  }
}
