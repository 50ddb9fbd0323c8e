import { after, before } from 'node:test';
import { openDatabase } from '../open-store.ts';
import { sqlStore } from '../sql/sql-store.ts';
import { all, type SqlValue } from '../sql/unit-of-work.ts';
import type { Store } from '../store.ts';
import type { MakeDatabase } from './databases.ts';
import { notedSteps } from './noted-steps.ts';
import { START } from './person.ts';

/** Every statement that stores of this process were asked for by tests; what tests ask behind their backs is not among them. */
export const statementsOfStores = new Set<string>();

/** A migrated store that tests can look behind. */
export interface TestStore {
  readonly store: Store;
  readonly url: string;
  /** The statements of each round trip since the store was opened. */
  readonly roundTrips: (readonly string[])[];
  /** What is really stored; the port has no need of such questions. */
  readonly rows: <Row>(query: string, ...parameters: readonly SqlValue[]) => Promise<readonly Row[]>;
  readonly count: (table: string, userId?: string) => Promise<number>;
  close(): Promise<void>;
}

export async function openTestStore(make: MakeDatabase): Promise<TestStore> {
  const { url, remove } = await make();
  const roundTrips: (readonly string[])[] = [];
  const database = openDatabase(url, (statements) => roundTrips.push(statements));
  const store = sqlStore(notedSteps(database, ({ text }) => statementsOfStores.add(text)));
  await store.migrate(START);

  const rows = <Row>(query: string, ...parameters: readonly SqlValue[]): Promise<readonly Row[]> =>
    database.read(() => all<Row>(query, ...parameters));
  return {
    store,
    url,
    roundTrips,
    rows,
    async count(table, userId) {
      const [row] = await (userId === undefined
        ? rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)
        : rows<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE user_id = $1`, userId));
      return row?.n ?? 0;
    },
    async close() {
      await store.close();
      await remove();
    },
  };
}

/** One store for all tests of a `describe`, which keep apart by each having a person of its own. */
export function useStore(make: MakeDatabase): Omit<TestStore, 'close'> {
  let opened: TestStore | undefined;
  before(async () => {
    opened = await openTestStore(make);
  });
  after(() => opened?.close());
  const current = (): TestStore => {
    if (!opened) throw new Error('the store opens before the first test, not before');
    return opened;
  };
  return {
    get store() {
      return current().store;
    },
    get url() {
      return current().url;
    },
    get roundTrips() {
      return current().roundTrips;
    },
    rows: (query, ...parameters) => current().rows(query, ...parameters),
    count: (table, userId) => current().count(table, userId),
  };
}
