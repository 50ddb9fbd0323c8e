import { withProof, type Proof } from '../../sessions/proof.ts';
import type { NewSession } from '../../sessions/sessions.store.ts';
import type { SignInStart, SignInStore } from '../../sign-in/sign-in.store.ts';
import {
  ACCOUNT_LIMIT,
  PENDING_SIGN_INS,
  RECOVERY_CODE_SETS_LIMIT,
  RECOVERY_MAILS_LIMIT,
} from '../../throttling/limits.ts';
import {
  accountLock,
  countingFactors,
  factorsIn,
  FACT_COLUMNS,
  FACT_JOIN,
  factsOf,
  lockAccount,
  lockedOf,
  lockingAccount,
  moving,
  raiseEpoch,
  type FactRow,
} from './accounts.sql.ts';
import { journalSteps } from './journal.sql.ts';
import { lockingForProof, settling, spending } from './proofs.sql.ts';
import { cancelledOf, cancellingRecoveries } from './recoveries.sql.ts';
import { forgetDevices, forgetLongestUnused, forgottenIn, insertDevice } from './remembered-devices.sql.ts';
import {
  deletePending,
  endingReplaced,
  endingSessions,
  holdSession,
  insertSession,
  liveIdsIn,
  makingRoom,
  rotating,
  toldOfReplaced,
  toldOfRoom,
} from './sessions.sql.ts';
import { accountAndAttemptsLock, withdrawal } from './throttling.sql.ts';
import { first, last, step, Undo, type Database, type Step } from './unit-of-work.ts';

interface PendingRow extends FactRow {
  token_hash: string;
  proofs: string;
  expires_at: number;
}

const countCodes = (userId: string): Step =>
  step(
    'SELECT count(*) AS remaining FROM mfa_recovery_codes WHERE user_id = $1 AND spent_at IS NULL',
    userId,
  );

/** The session of someone who came back by account recovery, or was reset, and set nothing up since: it may only enrol (rule R2). */
const restricted = (session: NewSession): NewSession => ({
  ...session,
  proofs: withProof(session.proofs, { method: 'account-recovery', at: session.createdAt }),
});

/** A sign-in begun, in the place of the oldest ones where there are too many. The account is locked, so that the cap holds. */
const insertingPending = (
  { userId, proofs, createdAt }: NewSession,
  { tokenHash, expiresAt }: SignInStart['pending'],
  epoch: number,
): readonly Step[] => [
  step(
    `DELETE FROM mfa_pending_sign_ins WHERE user_id = $1 AND token_hash NOT IN (
       SELECT token_hash FROM mfa_pending_sign_ins WHERE user_id = $1 ORDER BY created_at DESC, token_hash LIMIT $2)`,
    userId,
    PENDING_SIGN_INS - 1,
  ),
  step(
    `INSERT INTO mfa_pending_sign_ins (token_hash, user_id, epoch, proofs, attempts, failures, created_at, expires_at)
     VALUES ($1, $2, $3, $4, 0, 0, $5, $6)`,
    tokenHash,
    userId,
    epoch,
    JSON.stringify(proofs),
    createdAt,
    expiresAt,
  ),
];

/** Every table with rows of a person, but the audit: what was done to an account stays on record after it is gone. */
const TABLES_OF_USER = [
  'mfa_sessions',
  'mfa_used_proofs',
  'mfa_pending_sign_ins',
  'mfa_totp_enrolments',
  'mfa_totp_factors',
  'mfa_passkeys',
  'mfa_passkey_owners',
  'mfa_recovery_codes',
  'mfa_recovery_code_sets',
  'mfa_recoveries',
  'mfa_recovery_tokens',
  'mfa_recovery_cases',
  'mfa_remembered_devices',
  'mfa_mail_deliveries',
  'mfa_outbox',
  'mfa_deadlines',
  'mfa_incidents',
  'mfa_accounts',
];

export function sqlSignInStore(database: Database): SignInStore {
  return {
    beginSignIn: ({ session, room, pending, membership, unchangedSince, replacing, entries }) =>
      database.transaction<'session' | 'pending' | 'outdated'>(function* () {
        const { userId, createdAt } = session;
        const [account, factors, ...ended] = yield [
          lockingAccount(userId, createdAt, membership),
          countingFactors(userId),
          ...endingReplaced(replacing),
        ];
        const { epoch, passwordChangedAt = 0, restrictedAt } = lockedOf(account);
        // What the browser held until now stays.
        if (passwordChangedAt >= unchangedSince) throw new Undo('outdated');
        const replaced = toldOfReplaced(replacing, ended);
        const { totp, passkeys } = factorsIn(factors);
        if (totp + passkeys > 0) {
          yield* last([
            ...insertingPending(session, pending, epoch),
            ...journalSteps([...replaced, ...entries('pending')]),
          ]);
          return 'pending';
        }
        const [made] = yield [makingRoom(session, replacing)];
        yield* last([
          insertSession(restrictedAt === undefined ? session : restricted(session)),
          ...journalSteps([...replaced, ...entries('session'), ...toldOfRoom(made, room)]),
        ]);
        return 'session';
      }),

    findPendingSignIn: (tokenHash, now) =>
      database.lookUp(function* () {
        const row = yield* first<PendingRow>(
          `SELECT p.token_hash, p.proofs, p.expires_at, ${FACT_COLUMNS}
           FROM mfa_pending_sign_ins p JOIN mfa_accounts a ON a.user_id = p.user_id AND a.epoch = p.epoch ${FACT_JOIN}
           WHERE p.token_hash = $1 AND p.expires_at > $2`,
          tokenHash,
          now,
        );
        return (
          row && {
            tokenHash: row.token_hash,
            proofs: JSON.parse(row.proofs) as Proof[],
            expiresAt: row.expires_at,
            facts: factsOf(row),
          }
        );
      }),

    dropPendingSignIn: (tokenHash, entries) =>
      database.transaction(function* () {
        const [dropped] = yield [deletePending(tokenHash)];
        if (dropped?.affected === 1) yield* last(journalSteps(entries));
      }),

    completeSignIn: (completion) =>
      database.transaction<'completed' | 'gone' | 'spent'>(function* () {
        const { pendingTokenHash, attempt, spent, session, room, device } = completion;
        const { userId, createdAt: now } = session;
        const locks = lockingForProof(userId, attempt);
        // One round trip: the guards are judged when all have answered, and a refusal undoes what went along (rule S3).
        const results = yield [
          ...locks,
          step(
            `DELETE FROM mfa_pending_sign_ins WHERE token_hash = $1 AND user_id = $2 AND expires_at > $3
             AND epoch = (SELECT epoch FROM mfa_accounts a WHERE a.user_id = $2)`,
            pendingTokenHash,
            userId,
            now,
          ),
          spending(userId, spent, now),
          cancellingRecoveries(userId, now),
          makingRoom(session),
          ...(device ? [forgetLongestUnused(userId, now)] : []),
          ...(spent.method === 'recovery-code' ? [countCodes(userId)] : []),
        ];
        const [consumed, used, recoveries, made, further] = results.slice(locks.length);
        if (consumed?.affected !== 1) throw new Undo('gone');
        // The pending sign-in stays for another try with another code.
        if (used?.affected !== 1) throw new Undo('spent');
        const remaining = further?.rows[0]?.['remaining'];
        const forgotten = device ? forgottenIn(further) : [];
        yield* last([
          insertSession(session),
          ...settling(attempt, spent),
          ...(device ? [insertDevice(userId, device)] : []),
          ...journalSteps([
            ...(forgotten.length > 0 ? (completion.forgetting?.(forgotten) ?? []) : []),
            ...completion.entries(remaining === undefined ? undefined : Number(remaining)),
            ...completion.cancelled(cancelledOf(recoveries)),
            ...toldOfRoom(made, room),
          ]),
        ]);
        return 'completed';
      }),

    completePasskeySignIn: ({
      reservation,
      spent,
      session,
      room,
      membership,
      replacing,
      entries,
      cancelled,
    }) =>
      database.transaction<'completed' | 'spent'>(function* () {
        const { userId, createdAt: now } = session;
        const [, used, recoveries, made, ...ended] = yield [
          accountLock(userId),
          spending(userId, spent, now),
          cancellingRecoveries(userId, now),
          makingRoom(session, replacing),
          ...endingReplaced(replacing),
        ];
        if (used?.affected !== 1) throw new Undo('spent');
        yield* last([
          insertSession(session),
          ...(reservation ? [withdrawal(reservation)] : []),
          ...(membership ? [moving(userId, membership)] : []),
          ...journalSteps([
            ...entries,
            ...toldOfReplaced(replacing, ended),
            ...cancelled(cancelledOf(recoveries)),
            ...toldOfRoom(made, room),
          ]),
        ]);
        return 'completed';
      }),

    completeStepUp: ({ userId, attempt, spent, now, rotation, entries }) =>
      database.transaction<'completed' | 'gone' | 'spent'>(function* () {
        const locks = lockingForProof(userId, attempt);
        const results = yield [
          ...locks,
          rotating(rotation),
          ...(spent ? [spending(userId, spent, now)] : []),
        ];
        const [rotated, used] = results.slice(locks.length);
        if (rotated?.affected !== 1) throw new Undo('gone');
        if (spent && used?.affected !== 1) throw new Undo('spent');
        yield* last([...settling(attempt, spent), ...journalSteps(entries)]);
        return 'completed';
      }),

    endEverySignIn: (userId, alive, exceptSessionId, entries) =>
      database.transaction(function* () {
        // The row may be missing: somebody could be in the middle of their first sign-in.
        yield* lockAccount(userId, alive.now);
        const [, ended, , recoveries] = yield [
          step(
            'UPDATE mfa_accounts SET epoch = epoch + 1, password_changed_at = $2 WHERE user_id = $1',
            userId,
            alive.now,
          ),
          ...endingSessions(userId, exceptSessionId),
          cancellingRecoveries(userId, alive.now),
        ];
        yield* last(journalSteps(entries(liveIdsIn(ended?.rows, alive), cancelledOf(recoveries))));
      }),

    endOtherSessions: ({ userId, currentId, now, seenSince }, entries) =>
      database.transaction<'ended' | 'gone'>(function* () {
        const [, own] = yield [accountLock(userId), holdSession(userId, currentId)];
        if (own?.rows.length !== 1) return 'gone';
        const [ended, , forgotten] = yield [
          ...endingSessions(userId, currentId),
          forgetDevices(userId, now),
          raiseEpoch(userId),
        ];
        // Of those that had idled out nobody was in any more.
        const sessionIds = liveIdsIn(ended?.rows, { now, seenSince });
        yield* last(journalSteps(entries({ sessionIds, deviceIds: forgottenIn(forgotten) })));
        return 'ended';
      }),

    forgetUser: (userId) =>
      database.transaction(() =>
        last([
          // First, so that a sign-in that began just before is seen and forgotten with the rest.
          ...accountAndAttemptsLock(userId),
          ...TABLES_OF_USER.map((table) => step(`DELETE FROM ${table} WHERE user_id = $1`, userId)),
          ...[ACCOUNT_LIMIT, RECOVERY_CODE_SETS_LIMIT, RECOVERY_MAILS_LIMIT].flatMap(({ name }) => [
            step('DELETE FROM mfa_throttles WHERE subject = $1 AND name = $2', userId, name),
            step('DELETE FROM mfa_attempts WHERE subject = $1 AND name = $2', userId, name),
          ]),
        ]),
      ),
  };
}
