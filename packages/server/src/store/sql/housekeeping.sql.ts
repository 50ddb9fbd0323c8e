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
import { all, step, type Database } from './unit-of-work.ts';

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
/** An ask that could not be looked up for so long is no use to anybody any more. */
const ASK_KEPT = DAY / 24;
/** What is written once is told by the minute, or by a challenge that lives for some: nothing of it comes again after so long. */
const ONCE_KEPT = 2 * DAY;
/** Recoveries that are over stay as long as the audit that tells of them: thirteen months. */
const RECOVERY_KEPT = 395 * DAY;
const ENDED_MAILS = 'SELECT id FROM mfa_outbox WHERE sent_at <= $1 OR given_up_at <= $1';
const OVER = 'SELECT id FROM mfa_recoveries WHERE closed_at <= $1';

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

    sweep: (now) =>
      database.transaction(function* () {
        const results = yield [
          step('DELETE FROM mfa_sessions WHERE expires_at <= $1', now),
          step('DELETE FROM mfa_pending_sign_ins WHERE expires_at <= $1', now),
          step('DELETE FROM mfa_used_proofs WHERE expires_at <= $1', now),
          // A device of an older epoch is dead too: nothing brings it back.
          step(
            `DELETE FROM mfa_remembered_devices WHERE expires_at <= $1 OR NOT EXISTS (
               SELECT 1 FROM mfa_accounts a WHERE a.user_id = mfa_remembered_devices.user_id AND a.epoch = mfa_remembered_devices.epoch)`,
            now,
          ),
          step('DELETE FROM mfa_totp_enrolments WHERE expires_at <= $1', now),
          step('DELETE FROM mfa_ceremonies WHERE expires_at <= $1', now),
          step(
            `DELETE FROM mfa_attempts WHERE at <= $1 AND name NOT IN (${FAR.map((_, index) => `$${index + 2}`).join(', ')})`,
            now - LONGEST_WINDOW,
            ...FAR.map(({ name }) => name),
          ),
          ...FAR.map(({ name, window }) =>
            step('DELETE FROM mfa_attempts WHERE name = $1 AND at <= $2', name, now - window),
          ),
          step(
            `DELETE FROM mfa_throttles WHERE closed_until <= $1
             AND NOT EXISTS (SELECT 1 FROM mfa_attempts a WHERE a.subject = mfa_throttles.subject AND a.name = mfa_throttles.name)`,
            now - THROTTLE_KEPT,
          ),
          step('DELETE FROM mfa_recovery_asks WHERE at <= $1', now - ASK_KEPT),
          step(`DELETE FROM mfa_recovery_tokens WHERE recovery_id IN (${OVER})`, now - RECOVERY_KEPT),
          step(`DELETE FROM mfa_recovery_cases WHERE recovery_id IN (${OVER})`, now - RECOVERY_KEPT),
          step('DELETE FROM mfa_recoveries WHERE closed_at <= $1', now - RECOVERY_KEPT),
          step(`DELETE FROM mfa_mail_deliveries WHERE notice_id IN (${ENDED_MAILS})`, now - MAIL_KEPT),
          step(`DELETE FROM mfa_outbox WHERE id IN (${ENDED_MAILS})`, now - MAIL_KEPT),
          step('DELETE FROM mfa_webhook_deliveries WHERE sent_at <= $1', now - TAKEN_WEBHOOK_KEPT),
          step('DELETE FROM mfa_webhook_deliveries WHERE given_up_at <= $1', now - MAIL_KEPT),
          step('DELETE FROM mfa_audit_once WHERE at <= $1', now - ONCE_KEPT),
          // Nobody delivers what is left for an endpoint that no process has any more.
          step(
            `DELETE FROM mfa_webhook_deliveries WHERE created_at <= $1 AND NOT EXISTS (
               SELECT 1 FROM mfa_webhook_subscriptions s WHERE s.endpoint = mfa_webhook_deliveries.endpoint)`,
            now - MAIL_KEPT,
          ),
        ];
        return results.reduce((sum, { affected }) => sum + affected, 0);
      }),

    close: () => database.close(),
  };
}
