import type { KeyStore } from '../../keys/keys.store.ts';
import { affected, all, step, Undo, type Database, type SqlValue } from './unit-of-work.ts';

interface SealedRow {
  user_id: string;
  id: string;
  secret_box: string;
  secret_key_id: string;
}

/** Where sealed values are. Pending enrolments are left out: they are gone in a quarter of an hour. */
export const TOTP_SECRET = { table: 'mfa_totp_factors', column: 'secret' } as const;

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

    reseal: (place, from, to) =>
      database.transaction(function* () {
        const changed = yield* affected(
          'UPDATE mfa_totp_factors SET secret_box = $3, secret_key_id = $4 WHERE user_id = $1 AND id = $2 AND secret_box = $5',
          place.user,
          place.row,
          to.box,
          to.keyId,
          from.box,
        );
        return changed === 1;
      }),

    countByKey: () =>
      database.read(function* () {
        const [secrets, codes] = yield [
          step(
            'SELECT secret_key_id AS key_id, count(*) AS stored FROM mfa_totp_factors GROUP BY secret_key_id',
          ),
          step(
            'SELECT pepper_key_id AS key_id, count(*) AS stored FROM mfa_recovery_codes GROUP BY pepper_key_id',
          ),
        ];
        const stored = (rows: readonly Record<string, SqlValue>[] = []): Map<string, number> =>
          new Map(rows.map((row) => [String(row['key_id']), Number(row['stored'])]));
        const secretsOf = stored(secrets?.rows);
        const codesOf = stored(codes?.rows);
        return [...new Set([...secretsOf.keys(), ...codesOf.keys()])].sort().map((keyId) => ({
          keyId,
          secrets: secretsOf.get(keyId) ?? 0,
          recoveryCodes: codesOf.get(keyId) ?? 0,
        }));
      }),
  };
}
