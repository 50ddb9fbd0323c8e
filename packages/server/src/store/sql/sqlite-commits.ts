import type BetterSqlite3 from 'better-sqlite3';
import { Undo } from './unit-of-work.ts';

/** Work that waits for its turn. */
interface Waiting {
  /** Does it. @returns what tells how it went, when that is certain to stay. */
  readonly run: () => () => void;
  readonly fail: (error: unknown) => void;
}

/** Work that changes the database. */
export interface Commits {
  /**
   * Runs it to its end in one go, with no other in between. What throws `Undo` ends with its verdict, what throws anything else rejects, and
   * both change nothing.
   */
  allOrNothing<Result>(work: () => Result): Promise<Result>;
  /** Does now what waits. */
  settle(): void;
}

/**
 * Commits together what was asked for together. To be durable, a commit waits for the disk, and everybody waits with it, since SQLite works
 * in this thread: sixteen people who sign in at once wait once and not sixteen times. Each piece of work has a savepoint of its own, to be
 * undone by itself, and nobody is answered before the commit. What fails for all, such as a full disk, fails for each, and nothing is
 * changed (rule S8).
 */
export function commitTogether(connection: BetterSqlite3.Database): Commits {
  // Immediate: a deferred transaction that begins by reading can fail when it comes to write.
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const rollback = connection.prepare('ROLLBACK');
  const savepoint = connection.prepare('SAVEPOINT piece');
  const undo = connection.prepare('ROLLBACK TO piece');
  const release = connection.prepare('RELEASE piece');
  let waiting: Waiting[] = [];

  function settle(): void {
    const together = waiting;
    if (together.length === 0) return;
    waiting = [];
    let tellings: readonly (() => void)[];
    try {
      begin.run();
      tellings = together.map(({ run }) => run());
      commit.run();
    } catch (error) {
      if (connection.inTransaction) rollback.run();
      for (const { fail } of together) fail(error);
      return;
    }
    for (const tell of tellings) tell();
  }

  /** Does a piece of work in the open transaction, and leaves nothing of it there when it throws. */
  function doPiece<Result>(work: () => Result): Result {
    savepoint.run();
    try {
      return work();
    } catch (error) {
      if (connection.inTransaction) undo.run();
      throw error;
    } finally {
      if (connection.inTransaction) release.run();
    }
  }

  return {
    allOrNothing: <Result>(work: () => Result) =>
      new Promise<Result>((resolve, reject) => {
        const fail = (error: unknown): void => {
          reject(error instanceof Error ? error : new Error(String(error)));
        };
        waiting.push({
          fail,
          run() {
            try {
              const result = doPiece(work);
              return () => resolve(result);
            } catch (error) {
              // Some errors end the whole transaction; then it has failed for all who are in it.
              if (!connection.inTransaction) throw error;
              if (error instanceof Undo) return () => resolve((error as Undo<Result>).verdict);
              return () => fail(error);
            }
          },
        });
        // After all requests that have arrived by now were heard.
        if (waiting.length === 1) setImmediate(settle);
      }),
    settle,
  };
}
