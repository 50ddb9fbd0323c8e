import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { TestDatabase } from '../../../packages/server/src/store/testing/databases.ts';
import { describeOnEachDatabase } from '../../../packages/server/src/testing/databases.ts';
import type { RunningKit } from '../../../packages/server/src/testing/running-kit.ts';
import { checkDatabase, epochsGoneBack, INVARIANTS, reportOf, violationsIn } from './check.ts';
import { connectTo, readThrough, type Connection, type Query, type StoredRow } from './ledger.ts';
import { PLANTS, type Scratch } from './plants.fixture.ts';
import { startWorld } from './world.fixture.ts';

const literal = (value: string | number | null): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

/** What a plant is planted with: statements, and rows that are like others but for something. */
const scratchOn = (query: Query): Scratch => ({
  async run(statement) {
    await query(statement);
  },
  async copy(table, where, changes) {
    const [found] = await query(`SELECT * FROM ${table} WHERE ${where} LIMIT 1`);
    assert.ok(found, `there is nothing to copy: ${table} where ${where}`);
    const row: StoredRow = { ...found, ...changes };
    const columns = Object.keys(row).join(', ');
    await query(`INSERT INTO ${table} (${columns}) VALUES (${Object.values(row).map(literal).join(', ')})`);
  },
});

describe('the list of invariants', () => {
  it('has something planted for each of them', () => {
    const names = INVARIANTS.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual([...new Set(PLANTS.map(({ breaks }) => breaks))].sort(), [...names].sort());
  });

  it('is the one in docs/faults.md', () => {
    const page = readFileSync(new URL('../../../docs/faults.md', import.meta.url), 'utf8');
    const listed = [...page.matchAll(/^\| `([a-z-]+)` +\| (.+?) +\|$/gm)].map(([, name, holds]) => [
      name,
      holds,
    ]);
    assert.deepEqual(
      listed.filter(([name]) => name !== 'epoch-never-goes-back'),
      INVARIANTS.map(({ name, holds }) => [name, holds]),
    );
  });
});

describeOnEachDatabase('the invariants of a database', (openDatabase) => {
  let place: TestDatabase;
  let kit: RunningKit;
  let connection: Connection;

  before(async () => {
    place = await openDatabase();
    kit = await startWorld(place);
    connection = await connectTo(place.url);
  });
  after(async () => {
    await connection.close();
    await kit.close();
  });

  it('finds nothing where everything has happened as it should', async () => {
    const { ledger, violations } = await checkDatabase(place.url);
    assert.equal(reportOf(violations), '');
    for (const [table, rows] of Object.entries(ledger))
      if (table !== 'restores')
        assert.ok((rows as readonly StoredRow[]).length > 0, `no row of ${table} was looked at`);
  });

  for (const { breaks, by, plant } of PLANTS) {
    it(`finds, as a break of ${breaks}, ${by}`, async () => {
      const { query } = connection;
      await query('BEGIN');
      try {
        await plant(scratchOn(query));
        const found = violationsIn(await readThrough(query)).filter(({ invariant }) => invariant === breaks);
        assert.ok(found.length > 0, 'it found nothing');
        assert.ok(found.every(({ rows }) => rows.length > 0));
        assert.match(reportOf(found), new RegExp(`^${breaks}:\\n    \\{`));
      } finally {
        await query('ROLLBACK');
      }
    });
  }

  it('finds an epoch that went back, and an account that was lost, between two looks', async () => {
    const { ledger } = await checkDatabase(place.url);
    assert.deepEqual(epochsGoneBack(ledger, ledger), []);
    const [ada, ...others] = [...ledger.accounts].sort((one, other) => other.epoch - one.epoch);
    const earlier = { ...ada!, epoch: ada!.epoch - 1 };
    const back = epochsGoneBack(ledger, { ...ledger, accounts: [earlier, ...others] });
    assert.deepEqual(back, [{ invariant: 'epoch-never-goes-back', rows: [ada, earlier] }]);
    const lost = epochsGoneBack(ledger, { ...ledger, accounts: others });
    assert.deepEqual(lost, [{ invariant: 'epoch-never-goes-back', rows: [ada] }]);
  });
});
