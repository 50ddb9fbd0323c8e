import type {
  DeviceStore,
  DeviceUse,
  ListedDevice,
  NewDevice,
  RememberedSignIn,
  RememberedVerdict,
} from '../../remembered-devices/remembered-devices.store.ts';
import { REMEMBERED_DEVICES } from '../../throttling/limits.ts';
import { factsIn, findingFacts, lockedOf, lockingAccount } from './accounts.sql.ts';
import { journalSteps, writeEntries } from './journal.sql.ts';
import { endingReplaced, insertSession, makingRoom, toldOfReplaced, toldOfRoom } from './sessions.sql.ts';
import {
  affected,
  all,
  first,
  last,
  step,
  type Database,
  type Step,
  type StepResult,
} from './unit-of-work.ts';

interface DeviceRow {
  series_hash: string;
  id: string;
  user_agent: string;
  created_at: number;
  last_used_at: number | null;
  expires_at: number;
}

const listed = (row: DeviceRow): ListedDevice => ({
  seriesHash: row.series_hash,
  id: row.id,
  userAgent: row.user_agent,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at ?? undefined,
  expiresAt: row.expires_at,
});

/** What makes a device of the account `a` alive at a time (rules B2, S5). */
const ALIVE =
  'd.expires_at > $1 AND EXISTS (SELECT 1 FROM mfa_accounts a WHERE a.user_id = d.user_id AND a.epoch = d.epoch)';

/** Goes along with the completion of the sign-in in which it was asked for. */
export const insertDevice = (userId: string, device: NewDevice): Step =>
  step(
    `INSERT INTO mfa_remembered_devices (series_hash, token_hash, id, user_id, epoch, user_agent, created_at, expires_at)
     SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), a.user_id, a.epoch, CAST($5 AS TEXT), CAST($6 AS BIGINT), CAST($7 AS BIGINT)
     FROM mfa_accounts a WHERE a.user_id = $4`,
    device.seriesHash,
    device.tokenHash,
    device.id,
    userId,
    device.userAgent,
    device.createdAt,
    device.expiresAt,
  );

/** Makes room for one more: those of a person that were unused for longest go. */
export const forgetLongestUnused = (userId: string, now: number): Step =>
  step(
    `DELETE FROM mfa_remembered_devices AS d WHERE d.user_id = $2 AND ${ALIVE} AND d.series_hash NOT IN (
       SELECT d.series_hash FROM mfa_remembered_devices d WHERE d.user_id = $2 AND ${ALIVE}
       ORDER BY COALESCE(d.last_used_at, d.created_at) DESC, d.id LIMIT $3) RETURNING id, created_at`,
    now,
    userId,
    REMEMBERED_DEVICES - 1,
  );

/** Those that are alive; what is dead already is swept away, and was not forgotten by anybody. */
export const forgetDevices = (userId: string, now: number): Step =>
  step(
    `DELETE FROM mfa_remembered_devices AS d WHERE d.user_id = $2 AND ${ALIVE} RETURNING id, created_at`,
    now,
    userId,
  );

/** The ids of what one of the two forgot, in the order of the list. What a database gives back of what it deletes has no order of its own. */
export const forgottenIn = (result: StepResult | undefined): readonly string[] =>
  (result?.rows ?? [])
    .map(({ id, created_at: createdAt }) => ({ id: String(id), createdAt: Number(createdAt) }))
    .sort((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);

/**
 * Uses up a device's token. One guarded statement is the verdict (rule S1): it touches one row, or none when the token does not hold. The
 * last token but one holds for a moment, and changes nothing: another request of the same browser has just brought home the newer one.
 */
const using = (
  { seriesHash, tokenHash, newTokenHash }: DeviceUse,
  { session: { userId, createdAt }, supersededSince }: RememberedSignIn,
  epoch: number,
): Step =>
  step(
    `UPDATE mfa_remembered_devices SET
       token_hash = CASE WHEN token_hash = $3 THEN $4 ELSE token_hash END,
       previous_token_hash = CASE WHEN token_hash = $3 THEN token_hash ELSE previous_token_hash END,
       rotated_at = CASE WHEN token_hash = $3 THEN $6 ELSE rotated_at END,
       last_used_at = $6
     WHERE series_hash = $1 AND user_id = $2 AND epoch = $5 AND expires_at > $6
       AND (token_hash = $3 OR (previous_token_hash = $3 AND rotated_at > $7))
     RETURNING id, token_hash`,
    seriesHash,
    userId,
    tokenHash,
    newTokenHash,
    epoch,
    createdAt,
    supersededSince,
  );

/** After `using`: a live device whose token was neither the one brought nor the one before it was brought a copy that is out of date. */
const forgettingCopied = (
  { seriesHash, tokenHash }: DeviceUse,
  { session: { userId, createdAt }, supersededSince }: RememberedSignIn,
  epoch: number,
): Step =>
  step(
    `DELETE FROM mfa_remembered_devices WHERE series_hash = $1 AND user_id = $2 AND epoch = $4 AND expires_at > $5
       AND NOT (COALESCE(previous_token_hash, '') = $3 AND rotated_at > $6) RETURNING id`,
    seriesHash,
    userId,
    tokenHash,
    epoch,
    createdAt,
    supersededSince,
  );

const livingAmong = (devices: readonly DeviceUse[], now: number): Step =>
  step(
    `SELECT d.series_hash, d.expires_at FROM mfa_remembered_devices d
     WHERE d.series_hash IN (${devices.map((_, index) => `$${index + 2}`).join(', ')}) AND ${ALIVE}`,
    now,
    ...devices.map(({ seriesHash }) => seriesHash),
  );

/** What `livingAmong` found, as the last of several. */
const aliveIn = (results: readonly StepResult[]): RememberedVerdict['alive'] =>
  new Map(results.at(-1)?.rows.map((row) => [String(row['series_hash']), Number(row['expires_at'])]));

export function sqlDeviceStore(database: Database): DeviceStore {
  return {
    signInRemembered: (signIn) =>
      database.transaction<RememberedVerdict>(function* () {
        const { session, room, membership, unchangedSince, devices, replacing, entries } = signIn;
        const living = livingAmong(devices, session.createdAt);
        const [locked, found] = yield [
          lockingAccount(session.userId, session.createdAt, membership),
          findingFacts(session.userId),
        ];
        const { epoch, passwordChangedAt = 0 } = lockedOf(locked);
        const facts = found && factsIn(found);
        // Outdated sign-ins use nothing up; what they are told is the business of the way that they go on by.
        if (passwordChangedAt >= unchangedSince) return { rotated: [], alive: new Map() };
        // What the browser holds stays: it skips the challenge again when policy lets it again.
        if (!facts || !signIn.maySkip(facts)) return { rotated: [], alive: aliveIn(yield [living]) };
        const results = yield [
          ...devices.flatMap((device) => [
            using(device, signIn, epoch),
            forgettingCopied(device, signIn, epoch),
          ]),
          living,
        ];
        const uses = devices.flatMap(({ seriesHash, newTokenHash }, index) => {
          const [row] = results[2 * index]?.rows ?? [];
          return row
            ? [{ id: String(row['id']), seriesHash, rotated: row['token_hash'] === newTokenHash }]
            : [];
        });
        const copied = devices.flatMap((_, index) =>
          (results[2 * index + 1]?.rows ?? []).map(({ id }) => String(id)),
        );
        const alive = aliveIn(results);
        const [used] = uses;
        if (used) {
          const [made, ...ended] = yield [makingRoom(session, replacing), ...endingReplaced(replacing)];
          yield* last([
            insertSession(session),
            ...journalSteps([
              ...toldOfReplaced(replacing, ended),
              ...entries(used.id, copied),
              ...toldOfRoom(made, room),
            ]),
          ]);
        } else yield* last(journalSteps(entries(undefined, copied)));
        const rotated = uses.filter((use) => use.rotated).map(({ seriesHash }) => seriesHash);
        return { ...(used && { used: used.id }), rotated, alive };
      }),

    listDevices: (userId, now, most) =>
      database.read(function* () {
        const rows = yield* all<DeviceRow>(
          `SELECT d.series_hash, d.id, d.user_agent, d.created_at, d.last_used_at, d.expires_at FROM mfa_remembered_devices d
           WHERE d.user_id = $2 AND ${ALIVE} ORDER BY d.created_at DESC, d.id LIMIT $3`,
          now,
          userId,
          most,
        );
        return rows.map(listed);
      }),

    ownsDevice: (userId, id) =>
      database.read(function* () {
        const query = 'SELECT id FROM mfa_remembered_devices WHERE user_id = $1 AND id = $2';
        return (yield* first(query, userId, id)) !== undefined;
      }),

    forgetDevice: (userId, id, now, entries) =>
      database.transaction(function* () {
        const forgotten = yield* affected(
          `DELETE FROM mfa_remembered_devices AS d WHERE d.user_id = $2 AND d.id = $3 AND ${ALIVE}`,
          now,
          userId,
          id,
        );
        if (forgotten !== 1) return false;
        yield* writeEntries(entries);
        return true;
      }),

    forgetAllDevices: (userId, now, entries) =>
      database.transaction(function* () {
        const [forgotten] = yield [forgetDevices(userId, now)];
        yield* writeEntries(entries(forgottenIn(forgotten)));
      }),
  };
}
