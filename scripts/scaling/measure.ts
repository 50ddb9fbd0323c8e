import { readFileSync } from 'node:fs';
import pg from 'pg';
import { openStore } from '../../packages/server/src/store/open-store.ts';
import { DAY, MINUTE } from '../../packages/server/src/store/testing/person.ts';
import { startPostgres } from '../../test/support/postgres.ts';
import { enrol, signIn, type Somebody } from './crowd.ts';
import type { Measured } from './figures.ts';

const PEOPLE = 2_000;
const SIGN_INS = 5;
const CHECKS = 20_000;
/** At once, as many as a pool has connections for. */
const AT_ONCE = 8;

const PERSON = [
  'mfa_accounts',
  'mfa_totp_factors',
  'mfa_recovery_code_sets',
  'mfa_recovery_codes',
  'mfa_passkeys',
  'mfa_passkey_owners',
];

/** Does the same for each, some at once. */
async function forEach<One>(all: readonly One[], work: (one: One) => Promise<unknown>): Promise<void> {
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Ticks of a hundredth of a second, which is what Linux counts in. */
const TICK = 10;

/** Milliseconds of a processor core that the server's processes for connections have used so far. */
async function databaseTime(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
  );
  return rows.reduce((sum, { pid }) => {
    // After the name in brackets; fields 14 and 15 are the time in programs and in the system.
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ') ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) * TICK;
  }, 0);
}

async function number(client: pg.Client, query: string): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`SELECT ${query} AS n`);
  return Number(rows[0]?.n ?? 0);
}

/** Bytes of a table with its indexes and, where it is divided, of all its parts; per row. */
async function bytesPerRow(client: pg.Client, table: string): Promise<number> {
  await client.query(`VACUUM ANALYZE ${table}`);
  const bytes = await number(
    client,
    `(SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('${table}'))`,
  );
  const whole = bytes > 0 ? bytes : await number(client, `pg_total_relation_size('${table}')`);
  return whole / (await number(client, `(SELECT count(*) FROM ${table})`));
}

/** What people take and what they do costs, in a PostgreSQL that was started for it. Runs on Linux. */
export async function measure(): Promise<Measured> {
  const server = await startPostgres();
  const store = openStore(server.url);
  const client = new pg.Client(server.url);
  await client.connect();
  try {
    const begin = Date.now();
    await store.migrate(begin);
    const people: Somebody[] = [];
    await forEach([...Array(PEOPLE).keys()], async () => people.push(await enrol(store, begin)));
    const enrolmentEvents = (await number(client, '(SELECT count(*) FROM mfa_audit_events)')) / PEOPLE;
    let personBytes = 0;
    for (const table of PERSON)
      personBytes +=
        (await bytesPerRow(client, table)) *
        ((await number(client, `(SELECT count(*) FROM ${table})`)) / PEOPLE);
    const mailBytes = await bytesPerRow(client, 'mfa_outbox');

    const events = await number(client, '(SELECT count(*) FROM mfa_audit_events)');
    const [time, log] = [
      await databaseTime(client),
      await number(client, "pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')"),
    ];
    const tokens: string[] = [];
    for (let round = 1; round <= SIGN_INS; round += 1)
      await forEach(people, async (somebody) => {
        tokens.push(await signIn(store, somebody, begin + round * MINUTE, round === SIGN_INS));
      });
    const signIns = PEOPLE * SIGN_INS;
    const signInTime = (await databaseTime(client)) - time;
    const signInLog = (await number(client, "pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")) - log;
    const eventsPerSignIn =
      ((await number(client, '(SELECT count(*) FROM mfa_audit_events)')) - events) / signIns;

    const checksFrom = await databaseTime(client);
    const asked = Array.from({ length: CHECKS }, (_, index) => tokens[index % tokens.length] ?? '');
    await forEach(asked, (token) => store.findSession(token, begin + DAY / 2, 0));
    const checkTime = (await databaseTime(client)) - checksFrom;

    return {
      personBytes,
      sessionBytes: await bytesPerRow(client, 'mfa_sessions'),
      deviceBytes: await bytesPerRow(client, 'mfa_remembered_devices'),
      eventBytes: await bytesPerRow(client, 'mfa_audit_events'),
      mailBytes,
      enrolmentEvents,
      eventsPerSignIn,
      signInDatabaseMilliseconds: signInTime / signIns,
      checkDatabaseMilliseconds: checkTime / CHECKS,
      signInLogBytes: signInLog / signIns,
    };
  } finally {
    await client.end();
    await store.close();
    await server.stop();
  }
}
