import type { Notice, NoticeName } from '../../notifications/notice.ts';
import type { NoticeClaim, OutboxStore } from '../../notifications/outbox.store.ts';
import { RANDOM_PART_FROM, randomPart } from '../../secrets/ids.ts';
import { affected, all, ending, step, together, type Database, type UnitOfWork } from './unit-of-work.ts';

interface OutboxRow {
  id: string;
  user_id: string;
  notice: string;
  facts: string;
  attempts: number;
  tried_since: number;
}

interface GivenUpRow extends Pick<OutboxRow, 'id' | 'user_id' | 'notice' | 'attempts'> {
  created_at: number;
  given_up_at: number;
  last_error: string | null;
  told: number;
}

const LONGEST_ERROR = 200;

/** Still to be sent. */
const WAITING = 'sent_at IS NULL AND given_up_at IS NULL';

/** Still in the hands of the worker that claimed it for this try. */
const CLAIMED = `id = $1 AND attempts = $2 AND ${WAITING}`;

// Workers claim at the same moment: each passes over what another is just claiming.
const CLAIM = `UPDATE mfa_outbox SET due_at = $2, attempts = attempts + 1, tried_since = COALESCE(tried_since, $1)
  WHERE id = (SELECT id FROM mfa_outbox WHERE ${WAITING} AND due_at <= $1 ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    AND ${WAITING} AND due_at <= $1
  RETURNING id, user_id, notice, facts, attempts, tried_since`;

/** Those that were given up: all, or the one with the id `$1`. */
const GIVEN_UP = `given_up_at IS NOT NULL AND (CAST($1 AS TEXT) IS NULL OR substr(id, ${String(RANDOM_PART_FROM)}) = $1)`;

function* hold({ id, attempts }: NoticeClaim, claimUntil: number): UnitOfWork<boolean> {
  const held = yield* affected(
    `UPDATE mfa_outbox SET due_at = $3 WHERE ${CLAIMED}`,
    id,
    attempts,
    claimUntil,
  );
  return held === 1;
}

export function sqlOutboxStore(database: Database): OutboxStore {
  return {
    async claimNotice(now, claimUntil) {
      const [claimed] = await database.transaction(() => ending([step(CLAIM, now, claimUntil)]));
      const row = claimed?.rows[0] as unknown as OutboxRow | undefined;
      if (!row) return undefined;
      const settled = await database.read(() =>
        all<{ address: string; error: string | null }>(
          'SELECT address, error FROM mfa_mail_deliveries WHERE notice_id = $1',
          row.id,
        ),
      );
      return {
        id: row.id,
        userId: row.user_id,
        name: row.notice as NoticeName,
        facts: JSON.parse(row.facts) as Notice['facts'],
        attempts: row.attempts,
        triedSince: row.tried_since,
        settled: settled.map(({ address, error }) => ({ address, ...(error !== null && { error }) })),
      };
    },

    settleAddress: ({ id, userId, attempts }, { address, error }, now, claimUntil) =>
      database.transaction(function* () {
        // True whoever has the claim by now. A person who is forgotten meanwhile leaves nothing behind.
        yield* affected(
          `INSERT INTO mfa_mail_deliveries (notice_id, address, user_id, at, error)
           SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS TEXT)
           WHERE EXISTS (SELECT 1 FROM mfa_outbox WHERE id = $1)
           ON CONFLICT DO NOTHING`,
          id,
          address,
          userId,
          now,
          error?.slice(0, LONGEST_ERROR) ?? null,
        );
        return yield* hold({ id, userId, attempts }, claimUntil);
      }),

    holdNotice: (claim, claimUntil) => database.transaction(() => hold(claim, claimUntil)),

    noticeSent: (id, now) =>
      database.transaction(function* () {
        yield* affected(
          'UPDATE mfa_outbox SET sent_at = $2, given_up_at = NULL, last_error = NULL WHERE id = $1',
          id,
          now,
        );
      }),

    noticeFailed: ({ id, attempts }, outcome, error) =>
      database.transaction(function* () {
        const [column, at] =
          'retryAt' in outcome ? ['due_at', outcome.retryAt] : ['given_up_at', outcome.givenUpAt];
        yield* affected(
          `UPDATE mfa_outbox SET ${column} = $3, last_error = $4 WHERE ${CLAIMED}`,
          id,
          attempts,
          at,
          error.slice(0, LONGEST_ERROR),
        );
      }),

    dropNotice: ({ id, attempts }) =>
      database.transaction(function* () {
        const dropped = yield* affected(`DELETE FROM mfa_outbox WHERE ${CLAIMED}`, id, attempts);
        if (dropped === 1)
          yield* together([step('DELETE FROM mfa_mail_deliveries WHERE notice_id = $1', id)]);
      }),

    listGivenUpNotices: (most) =>
      database.read(function* () {
        const rows = yield* all<GivenUpRow>(
          `SELECT id, user_id, notice, attempts, created_at, given_up_at, last_error,
             (SELECT count(*) FROM mfa_mail_deliveries WHERE notice_id = mfa_outbox.id AND error IS NULL) AS told
           FROM mfa_outbox WHERE given_up_at IS NOT NULL ORDER BY given_up_at DESC, id DESC LIMIT $1`,
          most,
        );
        return rows.map((row) => ({
          id: randomPart(row.id),
          name: row.notice as NoticeName,
          userId: row.user_id,
          at: row.created_at,
          givenUpAt: row.given_up_at,
          attempts: row.attempts,
          told: row.told,
          error: row.last_error ?? '',
        }));
      }),

    retryNotices: (now, id) =>
      database.transaction(function* () {
        yield* affected(
          `DELETE FROM mfa_mail_deliveries WHERE error IS NOT NULL AND notice_id IN (SELECT id FROM mfa_outbox WHERE ${GIVEN_UP})`,
          id ?? null,
        );
        return yield* affected(
          `UPDATE mfa_outbox SET given_up_at = NULL, due_at = $2, attempts = 0, tried_since = NULL WHERE ${GIVEN_UP}`,
          id ?? null,
          now,
        );
      }),

    countNotices: () =>
      database.read(function* () {
        // Each over an index that holds none of what was sent.
        const [waiting, givenUp] = yield [
          step(`SELECT count(*) AS n, min(created_at) AS since FROM mfa_outbox WHERE ${WAITING}`),
          step('SELECT count(*) AS n FROM mfa_outbox WHERE given_up_at IS NOT NULL'),
        ];
        const { n = 0, since = null } = waiting?.rows[0] ?? {};
        return {
          waiting: Number(n),
          ...(since !== null && { waitingSince: Number(since) }),
          givenUp: Number(givenUp?.rows[0]?.['n'] ?? 0),
        };
      }),
  };
}
