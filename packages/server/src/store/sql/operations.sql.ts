import type { OperationsStore } from '../../adoption/operations.store.ts';
import { first, type Database } from './unit-of-work.ts';

export function sqlOperationsStore(database: Database): OperationsStore {
  return {
    countSessions: ({ now, seenSince }) =>
      database.read(function* () {
        const row = yield* first<{ sessions: number }>(
          'SELECT count(*) AS sessions FROM mfa_sessions WHERE expires_at > $1 AND last_seen_at > $2',
          now,
          seenSince,
        );
        return row?.sessions ?? 0;
      }),
  };
}
