import type { FactorStore, RemovedFactors } from '../../factors/factors.store.ts';
import { byAge } from './by-age.ts';
import { recordRemoval, removalRefused } from './factor-changes.sql.ts';
import { listingPasskeys, PASSKEY_COLUMNS, passkeysFrom } from './passkeys.sql.ts';
import {
  enrolmentsFrom,
  FACTOR_COLUMNS,
  factorsFrom,
  listingEnrolments,
  listingTotpFactors,
} from './totp.sql.ts';
import { step, type Database, type UnitOfWork } from './unit-of-work.ts';

/** Deletes all that a person can prove with, and tells it in the order of their list, so that the history tells it in that order too. */
export function* deleteFactors(userId: string): UnitOfWork<Pick<RemovedFactors, 'totp' | 'passkeys'>> {
  const [totp, passkeys] = yield [
    step(`DELETE FROM mfa_totp_factors WHERE user_id = $1 RETURNING ${FACTOR_COLUMNS}`, userId),
    step(`DELETE FROM mfa_passkeys WHERE user_id = $1 RETURNING ${PASSKEY_COLUMNS}`, userId),
  ];
  return { totp: factorsFrom(totp).toSorted(byAge), passkeys: passkeysFrom(passkeys).toSorted(byAge) };
}

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
        const removed = yield* deleteFactors(userId);
        if (removed.totp.length + removed.passkeys.length === 0) return 'removed';
        const ids = {
          totp: removed.totp.map(({ id }) => id),
          passkeys: removed.passkeys.map(({ id }) => id),
        };
        yield* recordRemoval(removal, ids, ({ endedSessions }) => entries({ ...removed, endedSessions }));
        return 'removed';
      }),
  };
}
