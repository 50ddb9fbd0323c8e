import type { FactorStore } from '../../factors/factors.store.ts';
import { bumpEpoch, lockExistingAccount } from './accounts.sql.ts';
import { journalSteps } from './journal.sql.ts';
import { PASSKEY_COLUMNS, passkeyOf, type PasskeyRow } from './passkeys.sql.ts';
import { forgetRecoveryCodes } from './recovery-codes.sql.ts';
import { FACTOR_COLUMNS, factorOf, type FactorRow } from './totp.sql.ts';
import { all, together, type Database } from './unit-of-work.ts';

export function sqlFactorStore(database: Database): FactorStore {
  return {
    removeAllFactors: (userId, entries) =>
      database.transaction(function* () {
        yield* lockExistingAccount(userId);
        const totp = yield* all<FactorRow>(
          `DELETE FROM mfa_totp_factors WHERE user_id = $1 RETURNING ${FACTOR_COLUMNS}`,
          userId,
        );
        const passkeys = yield* all<PasskeyRow>(
          `DELETE FROM mfa_passkeys WHERE user_id = $1 RETURNING ${PASSKEY_COLUMNS}`,
          userId,
        );
        if (totp.length + passkeys.length === 0) return;
        yield* bumpEpoch(userId);
        const removed = { totp: totp.map(factorOf), passkeys: passkeys.map(passkeyOf) };
        yield* together([...forgetRecoveryCodes(userId), ...journalSteps(entries(removed))]);
      }),
  };
}
