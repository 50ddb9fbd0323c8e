import { availableParallelism, totalmem } from 'node:os';
import BetterSqlite3 from 'better-sqlite3';

/** The machine, as far as it says something about the numbers. */
export interface Machine {
  readonly cores: number;
  /** Gigabytes. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  readonly sqlite: string;
  readonly postgres?: string;
}

export function describeMachine(postgres: string | undefined): Machine {
  const database = new BetterSqlite3(':memory:');
  const sqlite = database.prepare('SELECT sqlite_version()').pluck().get() as string;
  database.close();
  return {
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    sqlite,
    ...(postgres !== undefined && { postgres }),
  };
}
