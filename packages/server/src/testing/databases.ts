import { describe } from 'node:test';
import { inFile, inMigratedPostgres, type MakeDatabase } from '../store/testing/databases.ts';

/** Runs the same tests over SQLite and over PostgreSQL: what the kit promises does not depend on where it stores. */
export function describeOnEachDatabase(title: string, tests: (make: MakeDatabase) => void): void {
  // A file and not `:memory:`, so that a test can look into it through a connection of its own.
  describe(`${title} (SQLite)`, () => tests(inFile));
  describe(`${title} (PostgreSQL)`, () => tests(inMigratedPostgres));
}
