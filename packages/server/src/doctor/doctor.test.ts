import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { readConfiguration } from '../configuration/configuration.ts';
import { systemClock } from '../ports/clock.ts';
import { generateKeyRing, openKeyRing } from '../secrets/key-ring.ts';
import { openStore, openStoreToLookAt } from '../store/open-store.ts';
import { alreadyAt, inFile, type TestDatabase } from '../store/testing/databases.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { examine, type Patient, type Report } from './doctor.ts';
import { AREAS, FINDINGS } from './finding.ts';

const keys = generateKeyRing();
const nothing: Patient = {
  settings: undefined,
  mistakes: [],
  database: undefined,
  openStore: openStoreToLookAt,
  openRing: undefined,
  keyFile: undefined,
  probe: false,
  machine: systemClock,
  ask: fetch,
};

const codes = ({ diagnoses }: Report): readonly string[] =>
  diagnoses.flatMap(({ findings }) => findings.map(({ code }) => code));
const passedOver = ({ diagnoses }: Report): Readonly<Record<string, string>> =>
  Object.fromEntries(diagnoses.flatMap(({ area, notChecked }) => (notChecked ? [[area, notChecked]] : [])));

describeOnEachDatabase('The doctor on a running installation', (database) => {
  let place: TestDatabase;
  let kit: RunningKit;
  before(async () => {
    place = await database();
    kit = await startKit({
      database: alreadyAt(place.url),
      configuration: { keys, clock: systemClock },
    });
  });
  after(async () => {
    await kit.close();
    await place.remove();
  });

  const running = (): Patient => ({
    ...nothing,
    settings: readConfiguration({
      publicUrl: kit.origin,
      serviceName: 'Test Notes',
      database: place.url,
      keys,
      users: { find: () => Promise.resolve(undefined) },
    }),
    database: place.url,
    openRing: () => openKeyRing(keys),
  });

  it('looks at every area beside the server, and changes not one row', async () => {
    const before = await kit.tables();
    const report = await examine(running());
    assert.deepEqual(await kit.tables(), before);
    assert.deepEqual(
      report.diagnoses.map(({ area }) => area),
      AREAS,
    );
    assert.deepEqual(passedOver(report), {});
    // What the machine that runs this test, and its database, are like is not this test's business.
    assert.deepEqual(
      codes(report).filter((code) => !code.startsWith('database.')),
      ['mail.none', 'web.local'],
    );
  });

  it('tries with --probe whose address is believed, and leaves that one event', async () => {
    const { result, events } = await kit.audited(() => examine({ ...running(), probe: true }));
    assert.deepEqual(result.diagnoses.find(({ area }) => area === 'proxy')?.findings, []);
    assert.deepEqual(
      events.map(({ event, outcome, subject, ip }) => [event, outcome, subject, ip]),
      [['auth.sign_in.failure', 'failure', '', '127.0.0.1']],
    );
  });

  it('finds a question to the database that fails, area by area, and goes on with the others', async () => {
    const no = (): Promise<never> =>
      Promise.reject(new Error('canceling statement due to statement timeout'));
    for (const [failing, code] of [
      [{ time: no }, 'clock.failed'],
      [{ countByKey: no }, 'keys.failed'],
      [{ holdsWhatEnded: no }, 'jobs.failed'],
      [{ listNewestAddresses: no }, 'proxy.failed'],
    ] as const) {
      const patient = {
        ...running(),
        openStore: (url: string) => ({ ...openStoreToLookAt(url), ...failing }),
      };
      const report = await examine(patient);
      const [area] = code.split('.');
      const { findings } = report.diagnoses.find((one) => one.area === area)!;
      assert.deepEqual([report.worst, passedOver(report)], ['problem', {}]);
      assert.deepEqual(
        findings.map((one) => [one.code, one.detail]),
        [[code, 'canceling statement due to statement timeout']],
      );
      assert.equal(codes(report).filter((one) => one.endsWith('.failed')).length, 1);
    }
  });

  it('probes nobody but the kit: where another answers, or none, no sign-in is sent', async () => {
    const posted: string[] = [];
    for (const answer of [
      () => Promise.resolve(new Response('{}')),
      () => Promise.reject(new Error('away')),
    ]) {
      const ask: Patient['ask'] = (url, { method = 'GET' } = {}) => {
        if (method !== 'GET') posted.push(url);
        return answer();
      };
      const report = await examine({ ...running(), probe: true, ask });
      assert.ok(codes(report).includes('proxy.unproven'));
    }
    assert.deepEqual(posted, []);
  });

  it('finds keys that cannot be read, and a file of them that others can', async () => {
    const report = await examine({
      ...running(),
      openRing: () => Promise.reject(new Error('key k1 could not be unwrapped: the key service is away')),
      keyFile: { path: '/etc/acme/keys.json', mode: 0o100644 },
    });
    assert.equal(report.worst, 'problem');
    assert.deepEqual(
      report.diagnoses
        .find(({ area }) => area === 'keys')
        ?.findings.map(({ code, detail }) => [code, detail]),
      [
        ['keys.ring', 'key k1 could not be unwrapped: the key service is away'],
        ['keys.file', '/etc/acme/keys.json has the mode 644'],
      ],
    );
  });
});

describe('The doctor', () => {
  it('says what it could not look at, and why', async () => {
    assert.deepEqual(passedOver(await examine(nothing)), {
      database: 'no address: give --database or --config, or set DATABASE_URL',
      clock: 'no database was given',
      keys: 'no database was given',
      jobs: 'no database was given',
      mail: 'without --config',
      web: 'without --config',
      proxy: 'no database was given',
      origin: 'without --config',
    });
    const { notChecked } = (await examine({ ...nothing, database: 'sqlite::memory:' })).diagnoses[2]!;
    assert.equal(notChecked, 'the database could not be read', 'it was never migrated');
  });

  it('finds a database that does not answer, a file that is not there and does not make it, and mistakes of the configuration', async () => {
    const away = await examine({ ...nothing, database: 'postgres://nobody@127.0.0.1:1/none' });
    assert.deepEqual([away.worst, codes(away)], ['problem', ['database.away']]);
    assert.match(away.diagnoses[0]?.findings[0]?.detail ?? '', /ECONNREFUSED/);
    for (let time = 0; time < 2; time += 1) {
      const missing = await examine({
        ...nothing,
        database: `sqlite:${import.meta.dirname}/none/kit.sqlite`,
      });
      assert.deepEqual([missing.worst, codes(missing)], ['problem', ['database.missing']]);
    }
    const mistakes = ['publicUrl: is not a URL', 'keys: is missing'];
    const mistaken = await examine({ ...nothing, mistakes });
    assert.deepEqual(codes(mistaken), ['database.configuration', 'database.configuration']);
  });

  it('leaves a file of SQLite as it finds it, down to how it is written', async () => {
    const place = await inFile();
    const path = place.url.slice('sqlite:'.length);
    const store = openStore(place.url);
    await store.migrate(systemClock.now());
    await store.close();
    const connection = new BetterSqlite3(path);
    connection.pragma('journal_mode = DELETE');
    connection.close();
    const before = readFileSync(path);
    const report = await examine({ ...nothing, database: place.url });
    assert.ok(codes(report).includes('database.journal'));
    assert.ok(readFileSync(path).equals(before));
    await place.remove();
  });

  it('can find each thing that it has words for: a test provokes it', () => {
    const tests = globSync('*.test.ts', { cwd: import.meta.dirname })
      .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
      .join('\n');
    assert.deepEqual(
      Object.keys(FINDINGS).filter((code) => !tests.includes(`'${code}'`)),
      [],
    );
  });
});
