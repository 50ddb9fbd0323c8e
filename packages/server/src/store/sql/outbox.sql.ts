import type { Notice, NoticeName } from '../../notifications/notice.ts';
import type { OutboxStore } from '../../notifications/outbox.store.ts';
import { affected, first, type Database } from './unit-of-work.ts';

interface OutboxRow {
  id: string;
  user_id: string;
  notice: string;
  facts: string;
  attempts: number;
}

const LONGEST_ERROR = 200;

export function sqlOutboxStore(database: Database): OutboxStore {
  return {
    claimNotice: (now, claimUntil) =>
      database.transaction(function* () {
        // SKIP LOCKED is not needed: of two workers that pick the same row, the second finds it no longer due and takes none this time.
        const row = yield* first<OutboxRow>(
          `UPDATE mfa_outbox SET due_at = $2, attempts = attempts + 1
           WHERE id = (SELECT id FROM mfa_outbox WHERE sent_at IS NULL AND given_up_at IS NULL AND due_at <= $1 ORDER BY due_at, id LIMIT 1)
             AND sent_at IS NULL AND given_up_at IS NULL AND due_at <= $1
           RETURNING id, user_id, notice, facts, attempts`,
          now,
          claimUntil,
        );
        return (
          row && {
            id: row.id,
            userId: row.user_id,
            name: row.notice as NoticeName,
            facts: JSON.parse(row.facts) as Notice['facts'],
            attempts: row.attempts,
          }
        );
      }),

    noticeSent: (id, now) =>
      database.transaction(function* () {
        yield* affected('UPDATE mfa_outbox SET sent_at = $2, last_error = NULL WHERE id = $1', id, now);
      }),

    noticeFailed: (id, outcome, error) =>
      database.transaction(function* () {
        const text = error.slice(0, LONGEST_ERROR);
        if ('retryAt' in outcome) {
          yield* affected(
            'UPDATE mfa_outbox SET due_at = $2, last_error = $3 WHERE id = $1',
            id,
            outcome.retryAt,
            text,
          );
        } else {
          yield* affected(
            'UPDATE mfa_outbox SET given_up_at = $2, last_error = $3 WHERE id = $1',
            id,
            outcome.givenUpAt,
            text,
          );
        }
      }),
  };
}
