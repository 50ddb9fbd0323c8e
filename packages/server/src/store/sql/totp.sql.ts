import type { ProofAttempt } from '../../throttling/throttling.store.ts';
import type {
  StoredTotpEnrolment,
  StoredTotpFactor,
  TotpConfirmation,
  TotpStore,
} from '../../totp/totp.store.ts';
import { lockExistingAccount } from './accounts.sql.ts';
import { byAge } from './by-age.ts';
import { COUNTED, countOnAuthenticators, USABLE } from './counting.sql.ts';
import { recordEnrolment, recordRemoval, removalRefused } from './factor-changes.sql.ts';
import { writeEntries } from './journal.sql.ts';
import { settling } from './proofs.sql.ts';
import { rotateSession } from './sessions.sql.ts';
import { endingRow } from './throttling.sql.ts';
import {
  affected,
  first,
  step,
  together,
  Undo,
  type Database,
  type Step,
  type StepResult,
  type UnitOfWork,
} from './unit-of-work.ts';

export interface FactorRow {
  user_id: string;
  id: string;
  name: string;
  secret_box: string;
  secret_key_id: string;
  last_step: number;
  locked_at: number | null;
  created_at: number;
  last_used_at: number | null;
}

interface EnrolmentRow {
  user_id: string;
  id: string;
  session_id: string;
  secret_box: string;
  secret_key_id: string;
  started_at: number;
  expires_at: number;
}

export const FACTOR_COLUMNS =
  'user_id, id, name, secret_box, secret_key_id, last_step, locked_at, created_at, last_used_at';
const ENROLMENT_COLUMNS = 'user_id, id, session_id, secret_box, secret_key_id, started_at, expires_at';

export const factorOf = (row: FactorRow): StoredTotpFactor => ({
  userId: row.user_id,
  id: row.id,
  name: row.name,
  secret: { box: row.secret_box, keyId: row.secret_key_id },
  lastStep: row.last_step,
  locked: row.locked_at !== null,
  createdAt: row.created_at,
  ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
});

const enrolmentOf = (row: EnrolmentRow): StoredTotpEnrolment => ({
  userId: row.user_id,
  id: row.id,
  sessionId: row.session_id,
  secret: { box: row.secret_box, keyId: row.secret_key_id },
  startedAt: row.started_at,
  expiresAt: row.expires_at,
});

export const listingTotpFactors = (userId: string): Step =>
  step(`SELECT ${FACTOR_COLUMNS} FROM mfa_totp_factors WHERE user_id = $1 ORDER BY created_at, id`, userId);

export const factorsFrom = (result: StepResult | undefined): readonly StoredTotpFactor[] =>
  ((result?.rows ?? []) as unknown as readonly FactorRow[]).map(factorOf);

export const listingEnrolments = (userId: string, sessionId: string, now: number): Step =>
  step(
    `SELECT ${ENROLMENT_COLUMNS} FROM mfa_totp_enrolments WHERE user_id = $1 AND session_id = $2 AND expires_at > $3`,
    userId,
    sessionId,
    now,
  );

export const enrolmentsFrom = (result: StepResult | undefined): readonly StoredTotpEnrolment[] =>
  ((result?.rows ?? []) as unknown as readonly EnrolmentRow[]).map(enrolmentOf);

function* totpFactorCount(userId: string): UnitOfWork<number> {
  const row = yield* first<{ factors: number }>(
    'SELECT count(*) AS factors FROM mfa_totp_factors WHERE user_id = $1',
    userId,
  );
  return row?.factors ?? 0;
}

/** Counts a failure on each in advance, and hands out what to check the code against. */
const tryingFactors = ({ userId, at, id }: ProofAttempt): Step =>
  step(
    `UPDATE mfa_totp_factors SET failures_in_a_row = failures_in_a_row + 1 WHERE user_id = $1 AND ${USABLE} AND ${COUNTED}
     RETURNING ${FACTOR_COLUMNS}`,
    userId,
    at,
    id,
  );

const insertFactor = ({ enrolment, name, secret, step: lastStep, now }: TotpConfirmation): Step =>
  step(
    `INSERT INTO mfa_totp_factors (user_id, id, name, secret_box, secret_key_id, last_step, failures_in_a_row, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, 0, $7)`,
    enrolment.userId,
    enrolment.id,
    name,
    secret.box,
    secret.keyId,
    lastStep,
    now,
  );

export function sqlTotpStore(database: Database): TotpStore {
  return {
    countTotpAttempt: (attempt) =>
      countOnAuthenticators(database, attempt, [tryingFactors(attempt)], (result) => ({
        verdict: 'counted',
        // Of two that share a secret, the older one is meant, whichever the database came upon first.
        factors: factorsFrom(result).toSorted(byAge),
      })),

    startTotpEnrolment: (enrolment, mostFactors) =>
      database.transaction<'started' | 'limit' | 'gone'>(function* () {
        if ((yield* lockExistingAccount(enrolment.userId)) === undefined) return 'gone';
        if ((yield* totpFactorCount(enrolment.userId)) >= mostFactors) return 'limit';
        yield* together([
          step(
            'DELETE FROM mfa_totp_enrolments WHERE user_id = $1 AND session_id = $2',
            enrolment.userId,
            enrolment.sessionId,
          ),
          step(
            `INSERT INTO mfa_totp_enrolments (${ENROLMENT_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
            enrolment.userId,
            enrolment.id,
            enrolment.sessionId,
            enrolment.secret.box,
            enrolment.secret.keyId,
            enrolment.startedAt,
            enrolment.expiresAt,
          ),
        ]);
        return 'started';
      }),

    findTotpEnrolment: (userId, sessionId, id) =>
      database.read(function* () {
        const row = yield* first<EnrolmentRow>(
          `SELECT ${ENROLMENT_COLUMNS} FROM mfa_totp_enrolments WHERE user_id = $1 AND id = $2 AND session_id = $3`,
          userId,
          id,
          sessionId,
        );
        return row && enrolmentOf(row);
      }),

    dropTotpEnrolment: (userId, sessionId, id) =>
      database.transaction(function* () {
        const dropped = yield* affected(
          'DELETE FROM mfa_totp_enrolments WHERE user_id = $1 AND id = $2 AND session_id = $3',
          userId,
          id,
          sessionId,
        );
        return dropped > 0;
      }),

    confirmTotpEnrolment: (confirmation, mostFactors) =>
      database.transaction<'confirmed' | 'gone' | 'conflict' | 'limit'>(function* () {
        const { enrolment, attempt, rotation, now } = confirmation;
        const { userId } = enrolment;
        // The right to enrol and the need for codes were derived from this epoch; with another, both may be different.
        if ((yield* lockExistingAccount(userId)) !== confirmation.epoch) return 'conflict';
        if ((yield* totpFactorCount(userId)) >= mostFactors) return 'limit';
        const consumed = yield* affected(
          'DELETE FROM mfa_totp_enrolments WHERE user_id = $1 AND id = $2 AND session_id = $3 AND expires_at > $4',
          userId,
          enrolment.id,
          enrolment.sessionId,
          now,
        );
        if (consumed === 0) return 'gone';
        if (!(yield* rotateSession(rotation))) throw new Undo('gone');
        yield* together([endingRow(userId), ...settling(attempt, undefined)]);
        yield* recordEnrolment(userId, { ...confirmation, insertion: [insertFactor(confirmation)] });
        return 'confirmed';
      }),

    findTotpFactor: (userId, id) =>
      database.read(function* () {
        const row = yield* first<FactorRow>(
          `SELECT ${FACTOR_COLUMNS} FROM mfa_totp_factors WHERE user_id = $1 AND id = $2`,
          userId,
          id,
        );
        return row && factorOf(row);
      }),

    renameTotpFactor: (userId, id, name, entries) =>
      database.transaction(function* () {
        const [renamed, found] = yield [
          step(
            'UPDATE mfa_totp_factors SET name = $3 WHERE user_id = $1 AND id = $2 AND name <> $3',
            userId,
            id,
            name,
          ),
          step(`SELECT ${FACTOR_COLUMNS} FROM mfa_totp_factors WHERE user_id = $1 AND id = $2`, userId, id),
        ];
        if (renamed?.affected === 1) yield* writeEntries(entries);
        const row = found?.rows[0] as unknown as FactorRow | undefined;
        return row && factorOf(row);
      }),

    removeTotpFactor: (removal, id, entries) =>
      database.transaction<Awaited<ReturnType<TotpStore['removeTotpFactor']>>>(function* () {
        const refused = yield* removalRefused(removal);
        if (refused) return refused;
        const row = yield* first<FactorRow>(
          `DELETE FROM mfa_totp_factors WHERE user_id = $1 AND id = $2 RETURNING ${FACTOR_COLUMNS}`,
          removal.userId,
          id,
        );
        if (!row) return 'missing';
        yield* recordRemoval(removal, { totp: [id] }, (facts) =>
          entries({ removed: factorOf(row), ...facts }),
        );
        return 'removed';
      }),
  };
}
