import { setImmediate as otherWork } from 'node:timers/promises';
import {
  ACCOUNT_LIMIT,
  ADDRESS_LIMIT,
  RECOVERY_ASKS_LIMIT,
  RECOVERY_MAILS_LIMIT,
  RECOVERY_PASSWORDS_LIMIT,
} from '../../throttling/limits.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import type { Housekeeping } from '../store.ts';
import { keepMonths } from './audit-months.sql.ts';
import { all, step, type Database, type Step } from './unit-of-work.ts';

const DAY = 86_400_000;
const LONGEST_WINDOW = Math.max(ACCOUNT_LIMIT.window, ADDRESS_LIMIT.window);
/** Limits that look further back than all others. */
const FAR = [RECOVERY_ASKS_LIMIT, RECOVERY_MAILS_LIMIT, RECOVERY_PASSWORDS_LIMIT];
/** Mails that were sent, or given up, stay for a while, so that "did you tell them?" has an answer. */
const MAIL_KEPT = 30 * DAY;
/** A webhook that was taken stays long enough to look into what went wrong behind the receiver; one that was given up as long as a mail. */
const TAKEN_WEBHOOK_KEPT = 7 * DAY;
/** Longer than the memory of closings, so that forgetting a row changes no verdict. */
const THROTTLE_KEPT = 2 * DAY;
/** What was begun and took too long stays for half an hour: whoever comes back to it is told so, and not that it never was. */
const TOO_LATE_KEPT = DAY / 48;
/** An ask that could not be looked up for so long is no use to anybody any more. */
const ASK_KEPT = DAY / 24;
/** What is written once is told by the minute, or by a challenge that lives for some: nothing of it comes again after so long. */
const ONCE_KEPT = 2 * DAY;
/** Recoveries that are over stay as long as the audit that tells of them: thirteen months. */
const RECOVERY_KEPT = 395 * DAY;
/** Rows of a kind in one transaction: others want to write as well, and nothing of an SQLite database does meanwhile. */
const AT_ONCE = 1_000;
/** Transactions in one run. What is left is for the next one: a process that stops must not wait for all of it. */
const MOST_BATCHES = 200;

/** Some of what has ended, the oldest first, each table by the index that it is found by. */
const oldest = (table: string, key: string, since: string, further = ''): string =>
  `SELECT ${key} FROM ${table} WHERE ${since} <= $1${further} ORDER BY ${since} LIMIT ${String(AT_ONCE)}`;

const deletingOldest = (
  [table, key, since, further]: Parameters<typeof oldest>,
  until: number,
  ...parameters: readonly string[]
): Step =>
  step(
    `DELETE FROM ${table} WHERE (${key}) IN (${oldest(table, key, since, further)})`,
    until,
    ...parameters,
  );

const OVER = oldest('mfa_recoveries', 'id', 'closed_at');
const SENT_MAILS = oldest('mfa_outbox', 'id', 'sent_at');
const GIVEN_UP_MAILS = oldest('mfa_outbox', 'id', 'given_up_at');
const ATTEMPT = 'subject, name, at, id';
const WEBHOOK = 'endpoint, event_id';
/**
 * Some of those who were closed long ago and have not tried anything since. What is asked of their row is asked twice, also when it is
 * locked: it may just have been closed again.
 */
const quiet = (further: string): string => `closed_until <= $1 AND ${further} AND (subject, name) IN (
  SELECT subject, name FROM mfa_throttles t WHERE closed_until <= $1 AND ${further}
    AND NOT EXISTS (SELECT 1 FROM mfa_attempts a WHERE a.subject = t.subject AND a.name = t.name)
  LIMIT ${String(AT_ONCE)})`;

/** What goes with others before they do, so that nothing is left of what is gone. */
const deletingAll = (table: string, column: string, of: string, until: number): Step =>
  step(`DELETE FROM ${table} WHERE ${column} IN (${of})`, until);

const ended = (now: number): readonly Step[] => [
  deletingOldest(['mfa_sessions', 'token_hash', 'expires_at'], now),
  deletingOldest(['mfa_pending_sign_ins', 'token_hash', 'expires_at'], now),
  deletingOldest(['mfa_used_proofs', 'user_id, session_id, action, proof', 'expires_at'], now),
  // One of an older epoch is dead before, and stays until here: nothing brings it back.
  deletingOldest(['mfa_remembered_devices', 'series_hash', 'expires_at'], now),
  deletingOldest(['mfa_totp_enrolments', 'user_id, id', 'expires_at'], now - TOO_LATE_KEPT),
  deletingOldest(['mfa_ceremonies', 'challenge_hash', 'expires_at'], now - TOO_LATE_KEPT),
  deletingOldest(
    [
      'mfa_attempts',
      ATTEMPT,
      'at',
      ` AND name NOT IN (${FAR.map((_, index) => `$${index + 2}`).join(', ')})`,
    ],
    now - LONGEST_WINDOW,
    ...FAR.map(({ name }) => name),
  ),
  ...FAR.map(({ name, window }) =>
    deletingOldest(['mfa_attempts', ATTEMPT, 'at', ' AND name = $2'], now - window, name),
  ),
  // Failures in a row are remembered however slowly they come: a success ends them.
  step(`DELETE FROM mfa_throttles WHERE ${quiet('failures_in_a_row = 0')}`, now - THROTTLE_KEPT),
  step(`UPDATE mfa_throttles SET closures = 0 WHERE ${quiet('closures > 0')}`, now - THROTTLE_KEPT),
  step(
    `DELETE FROM mfa_recovery_asks WHERE id IN (SELECT id FROM mfa_recovery_asks WHERE at <= $1 LIMIT ${String(AT_ONCE)})`,
    now - ASK_KEPT,
  ),
  deletingAll('mfa_recovery_tokens', 'recovery_id', OVER, now - RECOVERY_KEPT),
  deletingAll('mfa_recovery_cases', 'recovery_id', OVER, now - RECOVERY_KEPT),
  deletingAll('mfa_recoveries', 'id', OVER, now - RECOVERY_KEPT),
  ...[SENT_MAILS, GIVEN_UP_MAILS].flatMap((mails) => [
    deletingAll('mfa_mail_deliveries', 'notice_id', mails, now - MAIL_KEPT),
    deletingAll('mfa_outbox', 'id', mails, now - MAIL_KEPT),
  ]),
  deletingOldest(['mfa_webhook_deliveries', WEBHOOK, 'sent_at'], now - TAKEN_WEBHOOK_KEPT),
  deletingOldest(['mfa_webhook_deliveries', WEBHOOK, 'given_up_at'], now - MAIL_KEPT),
  // Nobody delivers what is left for an endpoint that no process has any more.
  deletingOldest(
    [
      'mfa_webhook_deliveries',
      WEBHOOK,
      'created_at',
      ' AND NOT EXISTS (SELECT 1 FROM mfa_webhook_subscriptions s WHERE s.endpoint = mfa_webhook_deliveries.endpoint)',
    ],
    now - MAIL_KEPT,
  ),
  deletingOldest(['mfa_audit_once', 'once', 'at'], now - ONCE_KEPT),
];

export function sqlHousekeeping(database: Database): Housekeeping {
  return {
    async migrate(now) {
      const applied = await database.migrate(MIGRATIONS, now);
      // From then on it is a job's business.
      if (applied.length > 0) await keepMonths(database, now, 0);
      return applied;
    },

    ...(database.time && { time: database.time }),

    isUpToDate: () =>
      database.read(function* () {
        const applied = yield* all<{ name: string }>('SELECT name FROM mfa_migrations');
        const names = new Set(applied.map(({ name }) => name));
        return MIGRATIONS.every(({ name }) => names.has(name));
      }),

    async sweep(now) {
      let swept = 0;
      for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
        const gone = await database.transaction(function* () {
          const results = yield ended(now);
          return results.map(({ affected }) => affected);
        });
        swept += gone.reduce((sum, rows) => sum + rows, 0);
        if (gone.every((rows) => rows < AT_ONCE)) break;
        await otherWork();
      }
      return swept;
    },

    close: () => database.close(),
  };
}
