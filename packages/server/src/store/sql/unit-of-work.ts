import type { AuditEvent } from '../../activity/audit-event.ts';
import type { Dialect, Migration } from '../migrations/migration.ts';

/** A value that both databases take and give back alike. Times are milliseconds, truth is a time or its absence, lists are JSON text. */
export type SqlValue = string | number | null;

export type Row = Record<string, SqlValue>;

/** One SQL statement with `$1`-style parameters, in the part of SQL that PostgreSQL and SQLite share. */
export interface Step {
  readonly text: string;
  readonly parameters: readonly SqlValue[];
  /** What it writes to the audit, all of it or nothing, if that is what it does; for those who count. */
  readonly events?: readonly AuditEvent[];
}

export interface StepResult {
  readonly rows: readonly Row[];
  /** Rows inserted, changed or deleted. */
  readonly affected: number;
}

/** Statements that travel to the database together, and whether the transaction ends with them. */
export type Trip = readonly Step[] & { readonly last?: true };

/**
 * A unit of work: a generator that yields statements and is handed their results.
 *
 * It is a generator and not an async function so that one text serves both databases well: on SQLite it runs to its end without giving
 * way to another request (an `await` in the middle of a transaction on the only connection would let one in), on PostgreSQL each
 * yield is awaited. Statements that do not depend on each other are yielded together and travel together.
 */
export type UnitOfWork<Result> = Generator<Trip, Result, readonly StepResult[]>;

/**
 * When a transaction is on the disk: before it is answered, or `soon` after, where that is enough. It is enough where another transaction
 * that is durable follows before anybody is told anything: it comes later in the same log, so with it on the disk, the earlier one is too.
 * And it is enough where a loss errs on the safe side. Everybody sees either at once; only a crash of the database tells them apart.
 */
export type Durable = 'soon';

/** Runs units of work. One for SQLite, one for PostgreSQL. */
export interface Database {
  /** Which of the two it is, for what only one of them can do. */
  readonly dialect: Dialect;
  /** Statements that change nothing; each sees the newest committed state. */
  read<Result>(work: () => UnitOfWork<Result>): Promise<Result>;
  /**
   * The same for what is found by a key and is a few rows, as each request asks for: where it helps, those that are asked for in the same
   * moment travel together, so that none may keep the others waiting.
   */
  lookUp<Result>(work: () => UnitOfWork<Result>): Promise<Result>;
  /** All or nothing. `work` may be called again when the database asks for a retry, so it must not touch anything but the database. */
  transaction<Result>(work: () => UnitOfWork<Result>, durable?: Durable): Promise<Result>;
  /**
   * Runs the scripts that were not run before, in order, in one transaction, while other processes wait.
   *
   * @returns the names of those that were run.
   */
  migrate(migrations: readonly Migration[], now: number): Promise<readonly string[]>;
  /** The database's own clock, in milliseconds since 1970; for databases that several processes share. */
  readonly time?: () => Promise<number>;
  close(): Promise<void>;
}

/** Told of each round trip to the database, with the statements that travelled in it; for counting in tests and for metrics. */
export type RoundTripListener = (statements: readonly string[]) => void;

/** Ends a transaction with a verdict and undoes what it did so far (rule S3: the loser's code is not burnt). */
export class Undo<Verdict> extends Error {
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    super('undone');
    this.verdict = verdict;
  }
}

export const step = (text: string, ...parameters: readonly SqlValue[]): Step => ({ text, parameters });

export function* all<R>(text: string, ...parameters: readonly SqlValue[]): UnitOfWork<readonly R[]> {
  const [result] = yield [step(text, ...parameters)];
  return (result?.rows ?? []) as unknown as readonly R[];
}

export function* first<R>(text: string, ...parameters: readonly SqlValue[]): UnitOfWork<R | undefined> {
  const rows = yield* all<R>(text, ...parameters);
  return rows[0];
}

/** @returns how many rows the statement touched: for guarded statements, the verdict (rule S1). */
export function* affected(text: string, ...parameters: readonly SqlValue[]): UnitOfWork<number> {
  const [result] = yield [step(text, ...parameters)];
  return result?.affected ?? 0;
}

/**
 * The last statements of a transaction, which its end travels with; when they are all there is, so does its beginning. Nothing can be asked
 * or undone after them.
 */
export function* ending(steps: readonly Step[]): UnitOfWork<readonly StepResult[]> {
  return yield Object.assign([...steps], { last: true as const });
}

/** The last statements of a transaction, where nobody asks for their results. */
export function* last(steps: readonly Step[]): UnitOfWork<void> {
  yield* ending(steps);
}

/** Statements whose results nobody asks for, in one round trip. */
export function* together(steps: readonly Step[]): UnitOfWork<void> {
  if (steps.length > 0) yield steps;
}
