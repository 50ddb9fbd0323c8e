import type { KeyStore } from '../../keys/keys.store.ts';
import { writeEntries } from './journal.sql.ts';
import { all, step, Undo, type Database, type Row, type StepResult } from './unit-of-work.ts';

interface SealedRow {
  user_id: string;
  id: string;
  secret_box: string;
  secret_key_id: string;
}

/** Where sealed values are. Pending enrolments are left out: they are gone in a quarter of an hour. */
const TOTP_SECRET = { table: 'mfa_totp_factors', column: 'secret' } as const;

/** Each value of an indexed column once, by one look into the index for each: what DISTINCT reads the whole index for. */
const eachOf = (table: string, column: string): string =>
  `WITH RECURSIVE found(key_id) AS (SELECT min(${column}) FROM ${table} UNION ALL
     SELECT (SELECT min(t.${column}) FROM ${table} t WHERE t.${column} > found.key_id) FROM found WHERE found.key_id IS NOT NULL)
   SELECT key_id FROM found WHERE key_id IS NOT NULL`;

const countOf = (table: string, column: string): string =>
  `SELECT ${column} AS key_id, count(*) AS stored FROM ${table} GROUP BY ${column}`;

const countsOf = (results: readonly StepResult[]): ReadonlyMap<string, number>[] =>
  results.map(({ rows }) => new Map(rows.map((row: Row) => [String(row['key_id']), Number(row['stored'])])));

export function sqlKeyStore(database: Database): KeyStore {
  return {
    rememberKeyChecks: (checks, now) =>
      database.transaction<readonly string[]>(function* () {
        // In one order, so that two processes that start with the same ring do not wait for each other.
        const sorted = [...checks].sort((one, other) => (one.keyId < other.keyId ? -1 : 1));
        const stored = yield sorted.map(({ keyId, checkValue }) =>
          step(
            `INSERT INTO mfa_key_checks (key_id, check_value, created_at) VALUES ($1, $2, $3)
             ON CONFLICT (key_id) DO UPDATE SET key_id = mfa_key_checks.key_id RETURNING check_value`,
            keyId,
            checkValue,
            now,
          ),
        );
        const others = sorted
          .filter(({ checkValue }, index) => stored[index]?.rows[0]?.['check_value'] !== checkValue)
          .map(({ keyId }) => keyId);
        if (others.length > 0) throw new Undo(others);
        return others;
      }),

    sealedWithOtherKeys: (keyId, most, after) =>
      database.read(function* () {
        // Two ranges instead of <>, which no index helps.
        const rows = yield* all<SealedRow>(
          `SELECT user_id, id, secret_box, secret_key_id FROM mfa_totp_factors
           WHERE (secret_key_id < $1 OR secret_key_id > $1) AND (user_id, id) > ($3, $4)
           ORDER BY user_id, id LIMIT $2`,
          keyId,
          most,
          after?.user ?? '',
          after?.row ?? '',
        );
        return rows.map((row) => ({
          place: { ...TOTP_SECRET, row: row.id, user: row.user_id },
          sealed: { box: row.secret_box, keyId: row.secret_key_id },
        }));
      }),

    reseal: (values, entries) =>
      database.transaction(function* () {
        if (values.length === 0) return 0;
        const results = yield values.map(({ place, from, to }) =>
          step(
            'UPDATE mfa_totp_factors SET secret_box = $3, secret_key_id = $4 WHERE user_id = $1 AND id = $2 AND secret_box = $5',
            place.user,
            place.row,
            to.box,
            to.keyId,
            from.box,
          ),
        );
        const resealed = results.reduce((sum, { affected }) => sum + affected, 0);
        if (resealed > 0) yield* writeEntries(entries);
        return resealed;
      }),

    listKeyChecks: () =>
      database.read(function* () {
        const rows = yield* all<{ key_id: string; check_value: string }>(
          'SELECT key_id, check_value FROM mfa_key_checks ORDER BY key_id',
        );
        return rows.map((row) => ({ keyId: row.key_id, checkValue: row.check_value }));
      }),

    listNeededKeys: () =>
      database.read(function* () {
        const found = yield [
          step(eachOf('mfa_totp_factors', 'secret_key_id')),
          step(eachOf('mfa_recovery_codes', 'pepper_key_id')),
        ];
        return [...new Set(found.flatMap(({ rows }) => rows.map((row) => String(row['key_id']))))].sort();
      }),

    countByKey: () =>
      database.read(function* () {
        const counts = countsOf(
          yield [
            step(countOf('mfa_totp_factors', 'secret_key_id')),
            step(countOf('mfa_recovery_codes', 'pepper_key_id')),
            step(countOf('mfa_totp_enrolments', 'secret_key_id')),
            step(countOf('mfa_recovery_asks', 'login_key_id')),
          ],
        );
        const keyIds = new Set(counts.flatMap((count) => [...count.keys()]));
        return [...keyIds].sort().map((keyId) => {
          const [secrets = 0, recoveryCodes = 0, enrolments = 0, asks = 0] = counts.map(
            (count) => count.get(keyId) ?? 0,
          );
          return { keyId, secrets, recoveryCodes, passing: enrolments + asks };
        });
      }),
  };
}
