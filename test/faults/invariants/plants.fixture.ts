/** A database in which something can be put that the kit would never put there. */
export interface Scratch {
  readonly run: (statement: string) => Promise<void>;
  /** Adds a row like the first that is found, but for some columns. */
  readonly copy: (
    table: string,
    where: string,
    changes: Readonly<Record<string, string | number>>,
  ) => Promise<void>;
}

/** A way of breaking an invariant. */
export interface Plant {
  /** The invariant's name. */
  readonly breaks: string;
  /** What is planted. */
  readonly by: string;
  readonly plant: (scratch: Scratch) => Promise<void>;
}

const EVENTS = 'mfa_audit_events';

/** A statement that breaks it. */
const sql =
  (statement: string): Plant['plant'] =>
  ({ run }) =>
    run(statement);

const forgetting = (condition: string): Plant['plant'] => sql(`DELETE FROM ${EVENTS} WHERE ${condition}`);

const again =
  (
    table: string,
    where: string,
    ...several: readonly Readonly<Record<string, string | number>>[]
  ): Plant['plant'] =>
  async ({ copy }) => {
    for (const changes of several) await copy(table, where, changes);
  };

const SINGLE_USE: readonly Plant[] = [
  {
    breaks: 'recovery-code-spent-once',
    by: 'a code that was used and can be used again',
    plant: sql('UPDATE mfa_recovery_codes SET spent_at = NULL WHERE spent_at IS NOT NULL'),
  },
  {
    breaks: 'recovery-code-spent-once',
    by: 'two uses of one code',
    plant: again(EVENTS, "event = 'auth.recovery_code.used'", { id: 'planted' }),
  },
  {
    breaks: 'recovery-code-spent-once',
    by: 'a code that is spent, and nobody was told',
    plant: forgetting("event = 'auth.recovery_code.used'"),
  },
  {
    breaks: 'totp-step-accepted-once',
    by: 'more codes accepted at once than there are steps',
    plant: again(
      EVENTS,
      "event = 'auth.2fa.success' AND method = 'totp'",
      { id: 'p1' },
      { id: 'p2' },
      { id: 'p3' },
    ),
  },
  {
    breaks: 'totp-step-accepted-once',
    by: 'an authenticator that does not remember its last step',
    plant: sql('UPDATE mfa_totp_factors SET last_step = last_step - 3'),
  },
  {
    breaks: 'totp-step-accepted-once',
    by: 'an authenticator that remembers a step to come',
    plant: sql('UPDATE mfa_totp_factors SET last_step = last_step + 3'),
  },
  {
    breaks: 'use-has-its-event',
    by: 'the use of an authenticator, without its event',
    plant: sql('UPDATE mfa_totp_factors SET last_used_at = last_used_at + 1 WHERE last_used_at IS NOT NULL'),
  },
  {
    breaks: 'pending-sign-in-used-once',
    by: 'a second half without a first',
    plant: forgetting(`details LIKE '%"stage":"primary"%'`),
  },
  {
    breaks: 'pending-sign-in-used-once',
    by: 'two sessions from one pending sign-in',
    plant: again(EVENTS, `event = 'auth.sign_in.success' AND method = 'totp'`, {
      id: 'p1',
      session_id: 'another',
    }),
  },
  {
    breaks: 'session-opened-once',
    by: 'two sign-ins into one session',
    plant: again(EVENTS, `event = 'auth.sign_in.success' AND method = 'totp'`, { id: 'planted' }),
  },
];

const SESSIONS: readonly Plant[] = [
  {
    breaks: 'session-has-its-sign-in',
    by: 'a session that no sign-in opened',
    plant: again('mfa_sessions', 'expires_at > 0', { id: 'planted', token_hash: 'planted' }),
  },
  {
    breaks: 'session-has-its-sign-in',
    by: "somebody else's session",
    plant: sql("UPDATE mfa_sessions SET user_id = 'user-linus'"),
  },
  {
    breaks: 'proof-has-its-event',
    by: 'a second step that nobody took',
    plant: forgetting("event = 'auth.2fa.success'"),
  },
  {
    breaks: 'proof-has-its-event',
    by: 'a step-up that did not happen',
    plant: forgetting("event = 'auth.step_up.success'"),
  },
  {
    breaks: 'proof-has-its-event',
    by: 'a session without any proof',
    plant: sql("UPDATE mfa_sessions SET proofs = '[]'"),
  },
  {
    breaks: 'ended-session-is-gone',
    by: 'the end of a session that goes on',
    plant: sql(
      `UPDATE ${EVENTS} SET session_id = (SELECT id FROM mfa_sessions LIMIT 1) WHERE event = 'auth.session.ended'`,
    ),
  },
  {
    breaks: 'device-has-its-event',
    by: 'a browser that nobody asked to be remembered',
    plant: forgetting("event = 'auth.device.remembered'"),
  },
];

const FACTORS: readonly Plant[] = [
  {
    breaks: 'factor-has-codes',
    by: 'a factor half there, without its recovery codes',
    plant: sql('DELETE FROM mfa_recovery_code_sets'),
  },
  {
    breaks: 'codes-have-a-factor',
    by: 'recovery codes of somebody without a factor',
    plant: async ({ run }) => {
      await run('DELETE FROM mfa_totp_factors');
      await run('DELETE FROM mfa_passkeys');
    },
  },
  {
    breaks: 'codes-have-a-factor',
    by: 'codes of no set',
    plant: sql('DELETE FROM mfa_recovery_code_sets'),
  },
  {
    breaks: 'set-is-whole',
    by: 'a set of codes of which one is missing',
    plant: sql('DELETE FROM mfa_recovery_codes WHERE spent_at IS NOT NULL'),
  },
  {
    breaks: 'enrolment-or-factor',
    by: 'an authenticator that is confirmed and pending',
    plant:
      sql(`INSERT INTO mfa_totp_enrolments (user_id, id, session_id, secret_box, secret_key_id, started_at, expires_at)
      SELECT user_id, id, 'planted', secret_box, secret_key_id, 1, 2 FROM mfa_totp_factors`),
  },
  {
    breaks: 'factor-has-an-account',
    by: 'factors of nobody',
    plant: sql('DELETE FROM mfa_accounts'),
  },
  {
    breaks: 'factor-has-an-account',
    by: 'a passkey whose person has no handle',
    plant: sql('UPDATE mfa_accounts SET user_handle = NULL'),
  },
  {
    breaks: 'factor-is-as-told',
    by: 'an authenticator that was told to be added, and is lost',
    plant: sql('DELETE FROM mfa_totp_factors'),
  },
  {
    breaks: 'factor-is-as-told',
    by: 'a passkey that was told to be added, and is lost',
    plant: sql('DELETE FROM mfa_passkeys'),
  },
  {
    breaks: 'factor-is-as-told',
    by: 'an authenticator that was told to be removed, and is there',
    plant: sql(
      `UPDATE ${EVENTS} SET factor_id = (SELECT id FROM mfa_totp_factors LIMIT 1) WHERE event = 'auth.totp.removed'`,
    ),
  },
  {
    breaks: 'factor-is-as-told',
    by: 'an authenticator that nobody was told of',
    plant: forgetting("event = 'auth.totp.added'"),
  },
  {
    breaks: 'epoch-covers-changes',
    by: 'an account that changed and kept its epoch',
    plant: sql('UPDATE mfa_accounts SET epoch = 1 WHERE epoch > 1'),
  },
  {
    breaks: 'nothing-ahead-of-its-account',
    by: 'a remembered device of an epoch to come',
    plant: sql('UPDATE mfa_remembered_devices SET epoch = 1000'),
  },
  {
    breaks: 'nothing-ahead-of-its-account',
    by: 'a pending sign-in of an epoch to come',
    plant: sql('UPDATE mfa_pending_sign_ins SET epoch = 1000'),
  },
];

const TOLD: readonly Plant[] = [
  {
    breaks: 'event-has-its-mail',
    by: 'an authenticator added without a mail',
    plant: sql("DELETE FROM mfa_outbox WHERE notice = 'totp-added'"),
  },
  {
    breaks: 'event-has-its-mail',
    by: 'a sign-in on a new device without a mail',
    plant: sql("DELETE FROM mfa_outbox WHERE notice = 'new-sign-in'"),
  },
  {
    breaks: 'event-has-its-mail',
    by: 'a recovery that was completed without a mail',
    plant: sql("DELETE FROM mfa_outbox WHERE notice = 'recovery-completed'"),
  },
  {
    breaks: 'mail-is-there-once',
    by: 'two mails of one event',
    plant: again('mfa_outbox', "notice = 'totp-added'", { id: 'planted' }),
  },
  {
    breaks: 'mail-has-its-event',
    by: 'a mail of nothing',
    plant: again('mfa_outbox', "notice = 'totp-added'", { id: 'planted', event_id: 'planted' }),
  },
  {
    breaks: 'webhook-has-its-event',
    by: 'a webhook of nothing',
    plant: sql("UPDATE mfa_webhook_deliveries SET event_id = 'planted' || event_id"),
  },
];

const RECOVERING: readonly Plant[] = [
  {
    breaks: 'restricted-until-enrolled',
    by: 'a restriction that was lost',
    plant: sql('UPDATE mfa_accounts SET restricted_at = NULL'),
  },
  {
    breaks: 'restricted-until-enrolled',
    by: 'a restriction that outlived the enrolment',
    plant: sql('UPDATE mfa_accounts SET restricted_at = 1 WHERE restricted_at IS NULL'),
  },
  {
    breaks: 'one-open-recovery',
    by: 'two recoveries of one person',
    plant: async ({ run, copy }) => {
      await run('DROP INDEX mfa_recoveries_open');
      await copy('mfa_recoveries', 'closed_at IS NULL', { id: 'planted' });
    },
  },
  {
    breaks: 'recovery-is-as-told',
    by: 'a recovery that was cancelled by nothing',
    plant: forgetting("event = 'auth.recovery.tier2_cancelled'"),
  },
  {
    breaks: 'recovery-is-as-told',
    by: 'a recovery that is closed and waits',
    plant: sql("UPDATE mfa_recoveries SET closed_at = 1 WHERE status = 'waiting'"),
  },
  {
    breaks: 'success-is-not-counted',
    by: 'a right code that counts as a wrong one',
    plant: sql(`INSERT INTO mfa_attempts (subject, name, at, id)
      SELECT subject, 'account', at, 'planted' FROM ${EVENTS} WHERE event = 'auth.recovery_code.used'`),
  },
];

/** Every way of breaking that is tried; each invariant is broken by one at least. */
export const PLANTS: readonly Plant[] = [...SINGLE_USE, ...SESSIONS, ...FACTORS, ...TOLD, ...RECOVERING];
