import type {
  ForgottenSubscription,
  WebhookFigures,
  WebhookStore,
} from '../../notifications/webhooks/webhooks.store.ts';
import { RANDOM_PART_FROM, randomPart } from '../../secrets/ids.ts';
import { auditEventOf, type EventRow } from './event-row.ts';
import {
  affected,
  all,
  ending,
  first,
  step,
  together,
  type Database,
  type Row,
  type StepResult,
} from './unit-of-work.ts';

interface ClaimedRow {
  event_id: string;
  subject: string;
  attempts: number;
  /** When its event was. */
  created_at: number;
}

interface GivenUpRow {
  endpoint: string;
  event_id: string;
  event: string;
  created_at: number;
  given_up_at: number;
  attempts: number;
  last_error: string | null;
}

interface CountRow extends Row {
  endpoint: string;
  n: number;
  since: number;
}

const LONGEST_ERROR = 200;

/** What a database gives back of what it deletes has no order of its own. */
const byName = (one: ForgottenSubscription, other: ForgottenSubscription): number =>
  (one.endpoint === other.endpoint ? one.prefix < other.prefix : one.endpoint < other.endpoint) ? -1 : 1;

/** Still to be delivered. */
const WAITING = 'sent_at IS NULL AND given_up_at IS NULL';

// Workers of one endpoint claim at the same moment: each passes over what another is just claiming.
const CLAIM = `UPDATE mfa_webhook_deliveries SET due_at = $3, attempts = attempts + 1
  WHERE endpoint = $1 AND event_id = (SELECT event_id FROM mfa_webhook_deliveries
    WHERE endpoint = $1 AND ${WAITING} AND due_at <= $2 ORDER BY due_at, event_id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING event_id, subject, attempts, created_at`;

export function sqlWebhookStore(database: Database): WebhookStore {
  return {
    subscribeWebhooks: (subscriptions, now, staleBefore) =>
      database.transaction(function* () {
        const named = subscriptions.flatMap(({ endpoint, prefixes }) =>
          prefixes.map((prefix) => ({ endpoint, prefix })),
        );
        yield* together(
          named.map(({ endpoint, prefix }) =>
            step(
              `INSERT INTO mfa_webhook_subscriptions (endpoint, prefix, seen_at) VALUES ($1, $2, $3)
               ON CONFLICT (endpoint, prefix) DO UPDATE SET seen_at = excluded.seen_at`,
              endpoint,
              prefix,
              now,
            ),
          ),
        );
        const forgotten = yield* all<ForgottenSubscription>(
          'DELETE FROM mfa_webhook_subscriptions WHERE seen_at < $1 RETURNING endpoint, prefix',
          staleBefore,
        );
        return forgotten.toSorted(byName);
      }),

    async claimWebhook(endpoint, now, claimUntil) {
      const [claimed] = await database.transaction(() => ending([step(CLAIM, endpoint, now, claimUntil)]));
      const row = claimed?.rows[0] as unknown as ClaimedRow | undefined;
      if (!row) return undefined;
      const event = await database.read(() =>
        first<EventRow>(
          'SELECT * FROM mfa_audit_events WHERE subject = $1 AND id = $2',
          row.subject,
          row.event_id,
        ),
      );
      return {
        endpoint,
        eventId: row.event_id,
        event: event && auditEventOf(event),
        attempts: row.attempts,
      };
    },

    webhookSent: ({ endpoint, eventId }, now) =>
      database.transaction(function* () {
        yield* affected(
          'UPDATE mfa_webhook_deliveries SET sent_at = $3, given_up_at = NULL, last_error = NULL WHERE endpoint = $1 AND event_id = $2',
          endpoint,
          eventId,
          now,
        );
      }),

    webhookFailed: ({ endpoint, eventId, attempts }, outcome, error) =>
      database.transaction(function* () {
        const [column, at] =
          'retryAt' in outcome ? ['due_at', outcome.retryAt] : ['given_up_at', outcome.givenUpAt];
        yield* affected(
          `UPDATE mfa_webhook_deliveries SET ${column} = $4, last_error = $5
           WHERE endpoint = $1 AND event_id = $2 AND attempts = $3 AND ${WAITING}`,
          endpoint,
          eventId,
          attempts,
          at,
          error.slice(0, LONGEST_ERROR),
        );
      }),

    listGivenUpWebhooks: (most) =>
      database.read(function* () {
        const rows = yield* all<GivenUpRow>(
          `SELECT endpoint, event_id, event, created_at, given_up_at, attempts, last_error FROM mfa_webhook_deliveries
           WHERE given_up_at IS NOT NULL ORDER BY given_up_at DESC, event_id DESC, endpoint LIMIT $1`,
          most,
        );
        return rows.map((row) => ({
          id: randomPart(row.event_id),
          endpoint: row.endpoint,
          event: row.event,
          at: row.created_at,
          givenUpAt: row.given_up_at,
          attempts: row.attempts,
          error: row.last_error ?? '',
        }));
      }),

    retryWebhooks: (now, id) =>
      database.transaction(() =>
        affected(
          `UPDATE mfa_webhook_deliveries SET given_up_at = NULL, due_at = $1, attempts = 0
           WHERE given_up_at IS NOT NULL AND (CAST($2 AS TEXT) IS NULL OR substr(event_id, ${String(RANDOM_PART_FROM)}) = $2)`,
          now,
          id ?? null,
        ),
      ),

    countWebhooks: () =>
      database.read(function* () {
        // Two of the statements go over an index that holds none of what was delivered.
        const [asking, waiting, givenUp] = yield [
          step('SELECT DISTINCT endpoint FROM mfa_webhook_subscriptions ORDER BY endpoint'),
          step(
            `SELECT endpoint, count(*) AS n, min(created_at) AS since FROM mfa_webhook_deliveries WHERE ${WAITING} GROUP BY endpoint`,
          ),
          step(
            'SELECT endpoint, count(*) AS n FROM mfa_webhook_deliveries WHERE given_up_at IS NOT NULL GROUP BY endpoint',
          ),
        ];
        const byEndpoint = (result: StepResult | undefined): ReadonlyMap<string, CountRow> =>
          new Map(((result?.rows ?? []) as readonly CountRow[]).map((row) => [row.endpoint, row]));
        const [waitingOf, givenUpOf] = [byEndpoint(waiting), byEndpoint(givenUp)];
        return ((asking?.rows ?? []) as readonly CountRow[]).map(({ endpoint }): WebhookFigures => {
          const { n = 0, since } = waitingOf.get(endpoint) ?? {};
          return {
            endpoint,
            waiting: n,
            ...(since !== undefined && { waitingSince: since }),
            givenUp: givenUpOf.get(endpoint)?.n ?? 0,
          };
        });
      }),
  };
}
