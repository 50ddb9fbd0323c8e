import type {
  AnsweredCeremony,
  CeremonyOptions,
  CeremonyVerdict,
  OwnedPasskey,
  PasskeyStore,
  StoredPasskey,
} from '../../passkeys/passkeys.store.ts';
import { CHALLENGES_AT_ONCE } from '../../throttling/limits.ts';
import type { Reservation } from '../../throttling/throttling.store.ts';
import { FACT_COLUMNS, FACT_JOIN, factsOf, lockExistingAccount, type FactRow } from './accounts.sql.ts';
import { RESERVED, reserveAlong } from './counting.sql.ts';
import { recordEnrolment, recordRemoval, removalRefused } from './factor-changes.sql.ts';
import { journalSteps, writeEntries } from './journal.sql.ts';
import { owningPasskey } from './passkey-owners.sql.ts';
import { deletePending, rotateSession } from './sessions.sql.ts';
import { failingPending, usedUp } from './throttling.sql.ts';
import {
  ending,
  first,
  last,
  step,
  Undo,
  type Database,
  type Step,
  type StepResult,
} from './unit-of-work.ts';

export interface PasskeyRow {
  user_id: string;
  id: string;
  credential_id: string;
  public_key: string;
  counter: number;
  name: string;
  aaguid: string;
  transports: string;
  backup_eligible: number;
  backed_up: number;
  created_at: number;
  last_used_at: number | null;
}

const COLUMN_NAMES = [
  'user_id',
  'id',
  'credential_id',
  'public_key',
  'counter',
  'name',
  'aaguid',
  'transports',
  'backup_eligible',
  'backed_up',
  'created_at',
  'last_used_at',
];
export const PASSKEY_COLUMNS = COLUMN_NAMES.join(', ');

export const passkeyOf = (row: PasskeyRow): StoredPasskey => ({
  userId: row.user_id,
  id: row.id,
  credentialId: row.credential_id,
  publicKey: row.public_key,
  counter: row.counter,
  name: row.name,
  aaguid: row.aaguid,
  transports: JSON.parse(row.transports) as string[],
  backupEligible: row.backup_eligible === 1,
  backedUp: row.backed_up === 1,
  createdAt: row.created_at,
  ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
});

export const listingPasskeys = (userId: string): Step =>
  step(`SELECT ${PASSKEY_COLUMNS} FROM mfa_passkeys WHERE user_id = $1 ORDER BY created_at, id`, userId);

export const passkeysFrom = (result: StepResult | undefined): readonly StoredPasskey[] =>
  ((result?.rows ?? []) as unknown as readonly PasskeyRow[]).map(passkeyOf);

interface OwnedRow extends PasskeyRow, FactRow {
  user_handle: string | null;
}

const ownedPasskeyOf = (row: OwnedRow): OwnedPasskey => ({
  ...passkeyOf(row),
  userHandle: row.user_handle ?? '',
  account: factsOf(row),
});

interface CeremonyRow {
  purpose: string;
  owner: string;
  options: string;
  expires_at: number;
}

function verdictOf(
  row: CeremonyRow | undefined,
  wasFirst: boolean,
  asked: { purpose: string; owner: string; now: number },
): CeremonyVerdict {
  if (!row) return { verdict: 'unknown' };
  if (row.purpose !== asked.purpose) return { verdict: 'other-purpose' };
  if (row.owner !== asked.owner) return { verdict: 'other-owner' };
  if (row.expires_at <= asked.now) return { verdict: 'expired' };
  const options = JSON.parse(row.options) as CeremonyOptions;
  return { verdict: wasFirst ? 'taken' : 'used', options };
}

/** A challenge that was shown, and the credential that answers it. */
interface Shown {
  readonly challengeHash: string;
  readonly purpose: string;
  readonly owner: string;
  readonly credentialId: string;
  readonly now: number;
}

/**
 * Takes a challenge and finds the credential. A challenge shown for the wrong purpose or by the wrong owner is used up too: it was seen by
 * somebody it was not made for. The row stays for half an hour after it expired, so that showing it again can be told from showing one that
 * never was.
 *
 * @param reserved Nothing is taken unless room was reserved for the attempt.
 */
const taking = ({ challengeHash, credentialId, now }: Shown, reserved?: Reservation): readonly Step[] => [
  step(
    `UPDATE mfa_ceremonies SET used_at = $2 WHERE challenge_hash = $1 AND used_at IS NULL${reserved ? ` AND ${RESERVED}` : ''}`,
    challengeHash,
    now,
    ...(reserved ? [reserved.subject, reserved.limit.name, reserved.attempt.at, reserved.attempt.id] : []),
  ),
  step(
    'SELECT purpose, owner, options, expires_at FROM mfa_ceremonies WHERE challenge_hash = $1',
    challengeHash,
  ),
  step(
    `SELECT ${COLUMN_NAMES.map((name) => `p.${name}`).join(', ')}, a.user_handle, ${FACT_COLUMNS}
     FROM mfa_passkey_owners k JOIN mfa_passkeys p ON p.user_id = k.user_id AND p.credential_id = k.credential_id
     JOIN mfa_accounts a ON a.user_id = p.user_id ${FACT_JOIN} WHERE k.credential_id = $1`,
    credentialId,
  ),
];

/** What `taking` took and found. */
function takenIn([used, shown, found]: readonly StepResult[], asked: Shown): AnsweredCeremony {
  const ceremony = verdictOf(shown?.rows[0] as CeremonyRow | undefined, used?.affected === 1, asked);
  const row = found?.rows[0] as unknown as OwnedRow | undefined;
  return { ceremony, ...(row && { passkey: ownedPasskeyOf(row) }) };
}

const insertPasskey = (passkey: StoredPasskey): Step =>
  step(
    `INSERT INTO mfa_passkeys (${PASSKEY_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL)`,
    passkey.userId,
    passkey.id,
    passkey.credentialId,
    passkey.publicKey,
    passkey.counter,
    passkey.name,
    passkey.aaguid,
    JSON.stringify(passkey.transports),
    passkey.backupEligible ? 1 : 0,
    passkey.backedUp ? 1 : 0,
    passkey.createdAt,
  );

/**
 * Makes room for one more of the same owner and purpose: what was used goes first. Those that nobody owns are everybody's, and limited by
 * address (rule L4).
 */
const droppingOldest = (owner: string, purpose: string): Step =>
  step(
    `DELETE FROM mfa_ceremonies WHERE owner = $1 AND purpose = $2 AND challenge_hash NOT IN (
       SELECT challenge_hash FROM mfa_ceremonies WHERE owner = $1 AND purpose = $2
       ORDER BY CASE WHEN used_at IS NULL THEN 0 ELSE 1 END, expires_at DESC, challenge_hash LIMIT $3)`,
    owner,
    purpose,
    CHALLENGES_AT_ONCE - 1,
  );

export function sqlPasskeyStore(database: Database): PasskeyStore {
  return {
    startCeremony: ({ challengeHash, purpose, owner, options, expiresAt }) =>
      database.transaction(function* () {
        yield* ending([
          ...(owner === '' ? [] : [droppingOldest(owner, purpose)]),
          step(
            'INSERT INTO mfa_ceremonies (challenge_hash, purpose, owner, options, expires_at) VALUES ($1, $2, $3, $4, $5)',
            challengeHash,
            purpose,
            owner,
            JSON.stringify(options),
            expiresAt,
          ),
        ]);
      }),

    // What it is taken for is written down, or refused, before anybody is told.
    takeCeremony: (asked, credentialId, now) =>
      database.transaction(function* () {
        const shown = { ...asked, credentialId, now };
        return takenIn(yield* ending(taking(shown)), shown);
      }, 'soon'),

    takeCeremonyReserving: (asked, credentialId, reservation) => {
      const shown = { ...asked, credentialId, now: reservation.attempt.at };
      return reserveAlong(database, reservation, taking(shown, reservation), (results) =>
        takenIn(results, shown),
      );
    },

    userHandle: (userId, fresh) =>
      database.transaction(function* () {
        const row = yield* first<{ user_handle: string }>(
          'UPDATE mfa_accounts SET user_handle = COALESCE(user_handle, $2) WHERE user_id = $1 RETURNING user_handle',
          userId,
          fresh,
        );
        return row?.user_handle;
      }),

    listPasskeys: (userId) =>
      database.lookUp(function* () {
        const [found] = yield [listingPasskeys(userId)];
        return passkeysFrom(found);
      }),

    findPasskey: (userId, id) =>
      database.read(function* () {
        const row = yield* first<PasskeyRow>(
          `SELECT ${PASSKEY_COLUMNS} FROM mfa_passkeys WHERE user_id = $1 AND id = $2`,
          userId,
          id,
        );
        return row && passkeyOf(row);
      }),

    registerPasskey: (registration, mostPasskeys) =>
      database.transaction<Awaited<ReturnType<PasskeyStore['registerPasskey']>>>(function* () {
        const { passkey, epoch, rotation } = registration;
        const { userId } = passkey;
        if ((yield* lockExistingAccount(userId)) !== epoch) return 'conflict';
        const held = yield* first<{ passkeys: number }>(
          'SELECT count(*) AS passkeys FROM mfa_passkeys WHERE user_id = $1',
          userId,
        );
        if ((held?.passkeys ?? 0) >= mostPasskeys) return 'limit';
        const [owned] = yield [owningPasskey(userId, passkey.credentialId)];
        if (owned?.affected !== 1) return 'taken';
        if (!(yield* rotateSession(rotation))) throw new Undo('gone');
        yield* recordEnrolment(userId, { ...registration, insertion: [insertPasskey(passkey)] });
        return 'registered';
      }),

    renamePasskey: (userId, id, name, entries) =>
      database.transaction(function* () {
        const [renamed, found] = yield [
          step(
            'UPDATE mfa_passkeys SET name = $3 WHERE user_id = $1 AND id = $2 AND name <> $3',
            userId,
            id,
            name,
          ),
          step(`SELECT ${PASSKEY_COLUMNS} FROM mfa_passkeys WHERE user_id = $1 AND id = $2`, userId, id),
        ];
        if (renamed?.affected === 1) yield* writeEntries(entries);
        const row = found?.rows[0] as unknown as PasskeyRow | undefined;
        return row && passkeyOf(row);
      }),

    removePasskey: (removal, id, entries) =>
      database.transaction<Awaited<ReturnType<PasskeyStore['removePasskey']>>>(function* () {
        const refused = yield* removalRefused(removal);
        if (refused) return refused;
        const row = yield* first<PasskeyRow>(
          `DELETE FROM mfa_passkeys WHERE user_id = $1 AND id = $2 RETURNING ${PASSKEY_COLUMNS}`,
          removal.userId,
          id,
        );
        if (!row) return 'missing';
        yield* recordRemoval(removal, { passkeys: [id] }, (facts) =>
          entries({ removed: passkeyOf(row), ...facts }),
        );
        return 'removed';
      }),

    recordPasskeyFailure: (pendingTokenHash, entries) =>
      database.transaction(function* () {
        const [failed] = pendingTokenHash === undefined ? [] : yield [failingPending(pendingTokenHash)];
        const ended = usedUp(failed) ? pendingTokenHash : undefined;
        yield* last([
          ...(ended === undefined ? [] : [deletePending(ended)]),
          ...journalSteps(entries(ended !== undefined)),
        ]);
      }),
  };
}
