import type { FactorStore } from '../../factors/factors.store.ts';
import { recordRemoval, removalRefused } from './factor-changes.sql.ts';
import {
  listingPasskeys,
  PASSKEY_COLUMNS,
  passkeyOf,
  passkeysFrom,
  type PasskeyRow,
} from './passkeys.sql.ts';
import {
  enrolmentsFrom,
  FACTOR_COLUMNS,
  factorOf,
  factorsFrom,
  listingEnrolments,
  listingTotpFactors,
  type FactorRow,
} from './totp.sql.ts';
import { all, type Database } from './unit-of-work.ts';

export function sqlFactorStore(database: Database): FactorStore {
  return {
    listFactors: (userId, sessionId, now) =>
      database.lookUp(function* () {
        const [totp, passkeys, pending] = yield [
          listingTotpFactors(userId),
          listingPasskeys(userId),
          listingEnrolments(userId, sessionId, now),
        ];
        return {
          totp: factorsFrom(totp),
          passkeys: passkeysFrom(passkeys),
          pending: enrolmentsFrom(pending),
        };
      }),

    removeAllFactors: (removal, entries) =>
      database.transaction<Awaited<ReturnType<FactorStore['removeAllFactors']>>>(function* () {
        const { userId } = removal;
        const refused = yield* removalRefused(removal);
        if (refused) return refused;
        const totp = yield* all<FactorRow>(
          `DELETE FROM mfa_totp_factors WHERE user_id = $1 RETURNING ${FACTOR_COLUMNS}`,
          userId,
        );
        const passkeys = yield* all<PasskeyRow>(
          `DELETE FROM mfa_passkeys WHERE user_id = $1 RETURNING ${PASSKEY_COLUMNS}`,
          userId,
        );
        if (totp.length + passkeys.length === 0) return 'removed';
        const removed = { totp: totp.map(factorOf), passkeys: passkeys.map(passkeyOf) };
        const ids = {
          totp: removed.totp.map(({ id }) => id),
          passkeys: removed.passkeys.map(({ id }) => id),
        };
        yield* recordRemoval(removal, ids, ({ endedSessions }) => entries({ ...removed, endedSessions }));
        return 'removed';
      }),
  };
}
