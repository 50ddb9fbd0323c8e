import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import {
  Undo,
  type Database,
  type RoundTripListener,
  type Step,
  type StepResult,
  type UnitOfWork,
} from './unit-of-work.ts';

type Statement = BetterSqlite3.Statement;

/**
 * SQLite, for one process. Durable before it answers: WAL with `synchronous=FULL`.
 *
 * @param path A file, made with its folder if missing, or `:memory:`.
 */
export function openSqlite(path: string, onRoundTrip?: RoundTripListener): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const connection = new BetterSqlite3(path);
  // busy_timeout first: changing the journal mode needs a lock that another opener may hold for a moment.
  connection.pragma('busy_timeout = 5000');
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  const prepared = new Map<string, Statement>();

  function statement(text: string): Statement {
    const known = prepared.get(text);
    if (known) return known;
    // An immediate transaction already holds the only write lock, so row locks have nothing to add here.
    const made = connection.prepare(
      text.replace(/ FOR UPDATE( OF \w+)?( SKIP LOCKED)?\b/g, '').replace(/\$(\d+)/g, '?$1'),
    );
    prepared.set(text, made);
    return made;
  }

  function run({ text, parameters }: Step): StepResult {
    const prepared = statement(text);
    const numbered = Object.fromEntries(parameters.map((value, index) => [String(index + 1), value]));
    const bound = parameters.length > 0 ? [numbered] : [];
    if (prepared.reader) {
      const rows = prepared.all(...bound) as StepResult['rows'];
      return { rows, affected: rows.length };
    }
    return { rows: [], affected: prepared.run(...bound).changes };
  }

  function runToEnd<Result>(work: () => UnitOfWork<Result>): Result {
    const unit = work();
    let turn = unit.next();
    while (!turn.done) {
      onRoundTrip?.(turn.value.map((step) => step.text));
      turn = unit.next(turn.value.map(run));
    }
    return turn.value;
  }

  // Immediate: a deferred transaction that begins by reading can fail when it comes to write.
  const transaction = connection.transaction((work: () => unknown) => work());
  const immediately = (work: () => unknown): unknown => transaction.immediate(work);

  const eachAlone = <Result>(work: () => UnitOfWork<Result>): Promise<Result> =>
    new Promise((resolve) => {
      resolve(runToEnd(work));
    });

  return {
    read: eachAlone,
    eachAlone,

    transaction: <Result>(work: () => UnitOfWork<Result>) =>
      new Promise<Result>((resolve, reject) => {
        try {
          resolve(immediately(() => runToEnd(work)) as Result);
        } catch (error) {
          if (error instanceof Undo) resolve((error as Undo<Result>).verdict);
          else reject(error instanceof Error ? error : new Error(String(error)));
        }
      }),

    migrate: (migrations, now) =>
      new Promise((resolve) => {
        const names = immediately(() => {
          connection.exec(
            'CREATE TABLE IF NOT EXISTS mfa_migrations (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)',
          );
          const rows = connection.prepare<[], { name: string }>('SELECT name FROM mfa_migrations').all();
          const applied = new Set(rows.map((row) => row.name));
          const missing = migrations.filter(({ name }) => !applied.has(name));
          for (const { name, script } of missing) {
            connection.exec(script);
            connection.prepare('INSERT INTO mfa_migrations (name, applied_at) VALUES (?, ?)').run(name, now);
          }
          return missing.map(({ name }) => name);
        }) as readonly string[];
        resolve(names);
      }),

    close: () =>
      new Promise((resolve) => {
        connection.close();
        resolve();
      }),
  };
}
