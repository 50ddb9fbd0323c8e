import type {
  ActivityFeedStore,
  ActivityPage,
  ActivityStore,
  RecordedEvent,
  ReportedEvent,
} from '../../activity/activity.store.ts';
import { FAILURES_REMEMBERED, GIVEN_UP } from '../../activity/suspicion.ts';
import { idsFrom, RANDOM_PART_FROM } from '../../secrets/ids.ts';
import { keepMonths } from './audit-months.sql.ts';
import { auditEventOf, type EventRow } from './event-row.ts';
import { journalSteps, KNOWING, writeEntries } from './journal.sql.ts';
import { all, first, last, step, type Database, type SqlValue } from './unit-of-work.ts';

interface RecordedRow extends EventRow {
  reported_at: number | null;
  known: number;
  known_device: number;
  known_network: number;
  failures: number;
}

const recordedEventOf = (row: RecordedRow): RecordedEvent => ({
  ...auditEventOf(row),
  reported: row.reported_at !== null,
  precedents: {
    any: row.known === 1,
    device: row.known_device === 1,
    network: row.known_network === 1,
    failures: row.failures,
  },
});

/** What of an event is read: all but what it is compared by. */
const READ =
  `subject id at event outcome reason actor_kind actor_id method factor_id factor_label session_id ip user_agent request_id
  details workspace reported_at`.split(/\s+/);

/** Since when a trait is known of a person, for each that is on the page: pages are of few devices, and an event is one of hundreds. */
const sinceWhen = (trait: 'device' | 'network'): string =>
  `(SELECT t.subject, t.${trait}, (SELECT min(k.at) FROM mfa_audit_events k
      WHERE k.subject = t.subject AND k.${trait} = t.${trait} AND ${KNOWING}) AS since
    FROM (SELECT subject, ${trait} FROM page WHERE ${trait} IS NOT NULL GROUP BY subject, ${trait}) t)`;

// Where the device was known, something was. A trait that is not known of the event itself cannot be a new one.
const PRECEDENTS = `CASE WHEN d.since < e.at OR EXISTS (SELECT 1 FROM mfa_audit_events k
    WHERE k.subject = e.subject AND k.device IS NOT NULL AND k.at < e.at AND ${KNOWING}) THEN 1 ELSE 0 END AS known,
  CASE WHEN e.device IS NULL OR d.since < e.at THEN 1 ELSE 0 END AS known_device,
  CASE WHEN e.network IS NULL OR n.since < e.at THEN 1 ELSE 0 END AS known_network,
  CASE WHEN e.subject = '' THEN 0 ELSE (SELECT count(*) FROM mfa_audit_events f WHERE f.subject = e.subject AND f.outcome = 'failure'
    AND f.at > e.at - ${String(FAILURES_REMEMBERED)} AND f.at <= e.at AND f.id <= e.id
    AND COALESCE(f.reason, '') NOT IN (${GIVEN_UP.map((reason) => `'${reason}'`).join(', ')})) END AS failures`;

/**
 * A page of events, newest first, each with what came before it, in one statement. The page ends where the event of the cursor stands; if
 * that one is not there any more, where its moment begins. An id begins with its event's time: both are bounded, so that the order comes
 * from the key, and where the audit is divided by months only those within the bounds are read.
 *
 * @param whose The column that the list is of, `$1`. With the id it makes up the index that is read: compared as a pair, so that no other
 * index will do, whatever the database believes about how many people there are.
 */
const pageOf = (whose: 'subject' | 'workspace', addressed: string, further = ''): string =>
  `WITH page AS MATERIALIZED (
    SELECT ${READ.join(', ')}, device, network FROM mfa_audit_events
    WHERE (${whose}, id) >= ($1, $2) AND (${whose}, id) < ($1, $3) AND at >= $11 AND at <= $12
    AND (${whose}, id) < ($1, COALESCE((SELECT c.id FROM mfa_audit_events c
      WHERE c.${whose} = $1 AND c.id >= $4 AND c.id < $5 AND c.at = $13 AND substr(c.id, ${String(RANDOM_PART_FROM)}) = $6), $4))
    AND (CAST($7 AS TEXT) IS NULL OR event = $7 OR substr(event, 1, length($7) + 1) = $7 || '.')
    AND (CAST($8 AS TEXT) IS NULL OR ${addressed})
    AND (CAST($9 AS TEXT) IS NULL OR outcome = $9)${further}
    ORDER BY ${whose} DESC, id DESC LIMIT $10),
  devices AS MATERIALIZED ${sinceWhen('device')},
  networks AS MATERIALIZED ${sinceWhen('network')}
  SELECT ${READ.map((name) => `e.${name}`).join(', ')}, ${PRECEDENTS} FROM page e
  LEFT JOIN devices d ON d.subject = e.subject AND d.device = e.device
  LEFT JOIN networks n ON n.subject = e.subject AND n.network = e.network
  ORDER BY e.id DESC`;

const ACTIVITY = pageOf('subject', "(ip = $8 AND actor_kind IN ('user', 'unknown'))");
const WORKSPACE_ACTIVITY = pageOf(
  'workspace',
  'ip = $8',
  ' AND (CAST($14 AS TEXT) IS NULL OR subject = $14)',
);

/** Sorts after every id. */
const AFTER_ALL = 'g';

/** What of the two is earlier; of none, the end of time. */
const earlierOf = (...moments: readonly (number | undefined)[]): number =>
  Math.min(...moments.map((at) => at ?? Number.MAX_SAFE_INTEGER));

const parametersOf = (whose: string, { from, to, before, ...page }: ActivityPage): readonly SqlValue[] => [
  whose,
  idsFrom(from ?? 0),
  to === undefined ? AFTER_ALL : idsFrom(to + 1),
  before ? idsFrom(before.at) : AFTER_ALL,
  before ? idsFrom(before.at + 1) : AFTER_ALL,
  before?.id ?? '',
  page.type ?? null,
  page.ip ?? null,
  page.outcome ?? null,
  page.most,
  from ?? 0,
  earlierOf(to, before?.at),
  before?.at ?? 0,
];

/** An event of a person, by the part of its id that they know. Reads the person's events, which is what their key begins with. */
const NAMED = `subject = $1 AND substr(id, ${String(RANDOM_PART_FROM)}) = $2`;

/** The last digits of an id are random: what is below a share of their range is a sample that stays the same however often it is taken. */
const SAMPLED = 'substr(id, 29) < $2 OR reported_at IS NOT NULL';
const TO_SAMPLE = "event = 'auth.2fa.success' AND sampled_at IS NULL AND at <= $1";

const belowShare = (share: number): string =>
  share >= 1
    ? AFTER_ALL
    : Math.floor(share * 2 ** 32)
        .toString(16)
        .padStart(8, '0');

export function sqlActivityStore(database: Database): ActivityStore & ActivityFeedStore {
  return {
    recordEntries: (entries) => database.transaction(() => last(journalSteps(entries))),

    listActivity: (userId, page) =>
      database.read(function* () {
        const rows = yield* all<RecordedRow>(ACTIVITY, ...parametersOf(userId, page));
        return rows.map(recordedEventOf);
      }),

    listWorkspaceActivity: (workspace, page) =>
      database.read(function* () {
        const parameters = [...parametersOf(workspace, page), page.subject ?? null];
        const rows = yield* all<RecordedRow>(WORKSPACE_ACTIVITY, ...parameters);
        return rows.map(recordedEventOf);
      }),

    ownsEvent: (userId, eventId) =>
      database.read(function* () {
        const row = yield* first(`SELECT id FROM mfa_audit_events WHERE ${NAMED}`, userId, eventId);
        return row !== undefined;
      }),

    reportEvent: (userId, eventId, now, entries) =>
      database.transaction(function* () {
        const reported = yield* first<ReportedEvent>(
          `UPDATE mfa_audit_events SET reported_at = $3 WHERE ${NAMED} AND reported_at IS NULL RETURNING id, event, outcome`,
          userId,
          eventId,
          now,
        );
        if (reported) {
          yield* writeEntries(entries(reported));
          return reported;
        }
        return yield* first<ReportedEvent>(
          `SELECT id, event, outcome FROM mfa_audit_events WHERE ${NAMED}`,
          userId,
          eventId,
        );
      }),

    sweepActivity: ({ deleteUntil, sampleUntil, sample, now, most }) =>
      database.transaction(function* () {
        const share = belowShare(sample);
        const results = yield [
          step(
            `DELETE FROM mfa_audit_events WHERE at <= $1 AND (subject, id, at) IN
             (SELECT subject, id, at FROM mfa_audit_events WHERE at <= $1 ORDER BY at LIMIT $2)`,
            deleteUntil,
            most,
          ),
          step(
            `DELETE FROM mfa_audit_events WHERE at <= $1 AND (subject, id, at) IN
             (SELECT subject, id, at FROM mfa_audit_events WHERE ${TO_SAMPLE} AND NOT (${SAMPLED}) ORDER BY at LIMIT $3)`,
            sampleUntil,
            share,
            most,
          ),
          step(
            `UPDATE mfa_audit_events SET sampled_at = $4 WHERE at <= $1 AND (subject, id, at) IN
             (SELECT subject, id, at FROM mfa_audit_events WHERE ${TO_SAMPLE} AND (${SAMPLED}) ORDER BY at LIMIT $3)`,
            sampleUntil,
            share,
            most,
            now,
          ),
        ];
        return results.reduce((sum, { affected }) => sum + affected, 0);
      }),

    keepMonths: (now, deleteUntil) => keepMonths(database, now, deleteUntil),
  };
}
