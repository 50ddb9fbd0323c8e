import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { openDatabase } from '../open-store.ts';
import { sqlStore } from '../sql/sql-store.ts';
import { together, type Database, type Step } from '../sql/unit-of-work.ts';
import type { Store } from '../store.ts';
import { inFile, inPostgres } from './databases.ts';
import { START } from './person.ts';

/** A database as it was before a migration, and the way on from there. */
export interface OlderDatabase {
  readonly database: Database;
  readonly store: Store;
  /** Stores in the words of that time. */
  readonly write: (...steps: readonly Step[]) => Promise<void>;
  /** Applies that migration and all that came after it, each once. */
  readonly migrate: () => Promise<void>;
}

const fourDigits = (number: number): string => String(number).padStart(4, '0');

/** Tests on each database what a migration makes of what is stored. @param number the migration's. */
export function testOverOlderDatabase(
  number: number,
  title: string,
  test: (older: OlderDatabase) => Promise<void>,
): void {
  for (const [name, make] of Object.entries({ SQLite: inFile, PostgreSQL: inPostgres }))
    describe(`migration ${fourDigits(number)} over a database of ${fourDigits(number - 1)} (${name})`, () => {
      it(title, async () => {
        const place = await make();
        const database = openDatabase(place.url);
        const store = sqlStore(database);
        try {
          await database.migrate(MIGRATIONS.slice(0, number - 1), START);
          await test({
            database,
            store,
            write: async (...steps) => {
              await database.transaction(() => together(steps));
            },
            migrate: async () => {
              const later = MIGRATIONS.slice(number - 1).map((migration) => migration.name);
              assert.deepEqual(await store.migrate(START + 1), later);
              assert.deepEqual(await store.migrate(START + 2), []);
            },
          });
        } finally {
          await store.close();
          await place.remove();
        }
      });
    });
}
