import { randomBytes } from 'node:crypto';
import type { Sql, Values } from '../../databases/sql.ts';
import type { Person } from '../../people/person.ts';
import { argon2Hasher } from '../../../packages/server/src/ports/hasher.ts';
import { createRecoveryCodes } from '../../../packages/server/src/recovery-codes/recovery-codes.ts';
import { newId, newTimeOrderedId } from '../../../packages/server/src/secrets/ids.ts';
import type { KeyRing } from '../../../packages/server/src/secrets/key-ring.ts';
import { seal } from '../../../packages/server/src/secrets/sealing.ts';
import { csrfOfToken, hashOfToken, newToken } from '../../../packages/server/src/secrets/tokens.ts';
import { factorPlace } from '../../../packages/server/src/totp/totp-check.ts';

const HOUR = 3_600_000;
const MOMENT = 20_000;

/** A cookie's value with what has to be shown beside it. */
export interface Held {
  readonly token: string;
  readonly csrf: string;
}

const held = (token: string): Held => ({
  token,
  csrf: csrfOfToken(token),
});

/** So many events has everybody whose activity page is looked at: one page, and some more. */
const EVENTS = 60;

const factorIdOf = (person: Person): string => `totp-${person.id}`;

/** What is stored of people who can sign in: factors and a session. */
export async function settle(
  sql: Sql,
  ring: KeyRing,
  people: readonly Person[],
): Promise<ReadonlyMap<string, Held>> {
  const now = Date.now();
  const sessions = new Map<string, Held>();
  const rows = people.map((person) => rowsOf(person, ring, now, sessions));
  await sql.insert(
    'people',
    people.map(({ id, name }) => ({ id, name })),
  );
  for (const table of [
    'mfa_accounts',
    'mfa_totp_factors',
    'mfa_passkeys',
    'mfa_passkey_owners',
    'mfa_recovery_code_sets',
    'mfa_sessions',
  ] as const)
    await sql.insert(
      table,
      rows.map((row) => row[table]),
    );
  return sessions;
}

function rowsOf(person: Person, ring: KeyRing, now: number, sessions: Map<string, Held>) {
  const { id: userId, secret, handle, credential, publicKey } = person;
  const factorId = factorIdOf(person);
  const sealed = seal(ring, 'totp-secret', factorPlace(userId, factorId), secret);
  const session = newToken();
  sessions.set(userId, held(session.value));
  const proofs = JSON.stringify([
    { method: 'password', at: now },
    { method: 'totp', at: now, factor: factorId },
  ]);
  return {
    mfa_accounts: { user_id: userId, epoch: 0, created_at: now, user_handle: handle },
    mfa_totp_factors: {
      user_id: userId,
      id: factorId,
      name: 'Authenticator',
      secret_box: sealed.box,
      secret_key_id: sealed.keyId,
      last_step: 0,
      failures_in_a_row: 0,
      created_at: now,
    },
    mfa_passkeys: {
      user_id: userId,
      id: `passkey-${userId}`,
      credential_id: credential.id.toString('base64url'),
      public_key: publicKey.toString('base64url'),
      counter: 0,
      name: 'Phone',
      aaguid: '00000000-0000-0000-0000-000000000000',
      transports: '["hybrid","internal"]',
      backup_eligible: 1,
      backed_up: 1,
      created_at: now,
    },
    mfa_passkey_owners: { credential_id: credential.id.toString('base64url'), user_id: userId },
    mfa_recovery_code_sets: { user_id: userId, total: 10, created_at: now, confirmed_at: now },
    mfa_sessions: {
      token_hash: session.hash,
      id: newId(),
      user_id: userId,
      proofs,
      created_at: now,
      last_seen_at: now,
      expires_at: now + 24 * HOUR,
      ip: '192.0.2.7',
      user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
    },
  } satisfies Readonly<Record<string, Values>>;
}

/** What happened to people who have been there for a while. */
export const giveHistory = (sql: Sql, people: readonly Person[]): Promise<void> =>
  sql.insert(
    'mfa_audit_events',
    people.flatMap((person) => eventsOf(person, Date.now())),
  );

const eventsOf = ({ id }: Person, now: number): readonly Values[] =>
  Array.from({ length: EVENTS }, (_, index) => {
    const at = now - (EVENTS - index) * HOUR;
    return {
      subject: id,
      id: newTimeOrderedId(at),
      at,
      event: 'auth.sign_in.success',
      outcome: 'success',
      actor_kind: 'user',
      actor_id: id,
      method: 'totp',
      session_id: `session-${index}`,
      ip: '192.0.2.7',
      user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
      request_id: newId(),
      details: '{"stage":"complete"}',
      workspace: '',
      device: 'Mozilla/. (X; Linux x_; rv:) Gecko/ Firefox/',
      network: '192.0.2.0/24',
    };
  });

/** A code for each person, of which the first of ten is hashed for good: hashes are slow, and only that one is used. */
export async function giveRecoveryCodes(
  sql: Sql,
  ring: KeyRing,
  people: readonly Person[],
): Promise<ReadonlyMap<string, string>> {
  const slow = argon2Hasher();
  const codes = new Map<string, string>();
  for (const { id } of people) {
    let made = 0;
    const maker = createRecoveryCodes({
      store: { countAttempt: () => Promise.resolve({ verdict: 'counted' }) } as never,
      hasher: {
        hash: (secret) =>
          made++ === 0 ? slow.hash(secret) : Promise.resolve(randomBytes(48).toString('hex')),
        verify: (encoded, secret) => slow.verify(encoded, secret),
      },
      ring,
    });
    const { codes: shown, set } = await maker.make(id, Date.now());
    codes.set(id, shown[0] ?? '');
    await sql.insert(
      'mfa_recovery_codes',
      set.codes.map(({ selector, verifier, pepperKeyId }) => ({
        user_id: id,
        selector,
        verifier,
        pepper_key_id: pepperKeyId,
      })),
    );
  }
  return codes;
}

/** The rows of the measured people, and of nobody else who may be stored beside them. */
const theirs = (column: string): string => `${column} >= 'person-' AND ${column} < 'person.'`;

/** Forgets what an earlier measurement left: whose code was used may use one again, and whoever failed is let in. */
export async function forgetProofs(sql: Sql): Promise<void> {
  await sql.run(`DELETE FROM mfa_pending_sign_ins WHERE ${theirs('user_id')}`);
  await sql.run(`DELETE FROM mfa_attempts WHERE ${theirs('subject')}`);
  await sql.run(`DELETE FROM mfa_throttles WHERE ${theirs('subject')}`);
  await sql.run(
    `UPDATE mfa_totp_factors SET last_step = 0, failures_in_a_row = 0, locked_at = NULL
     WHERE ${theirs('user_id')} AND (last_step > 0 OR failures_in_a_row > 0)`,
  );
  await sql.run(
    `UPDATE mfa_recovery_codes SET spent_at = NULL WHERE ${theirs('user_id')} AND spent_at IS NOT NULL`,
  );
}

/**
 * They have all been there a moment ago: when somebody was last seen is written once a minute, which belongs to the first request of a
 * minute and not to the hundreds after it.
 */
export async function beSeen(sql: Sql): Promise<void> {
  const now = Date.now();
  await sql.run(
    `UPDATE mfa_sessions SET last_seen_at = $1 WHERE ${theirs('user_id')} AND last_seen_at < $2`,
    now,
    now - MOMENT,
  );
}

/** A sign-in whose first half is done, for each of them. */
export async function beginSignIns(sql: Sql, people: readonly Person[]): Promise<readonly Held[]> {
  const now = Date.now();
  const tokens = people.map(() => newToken());
  const proofs = JSON.stringify([{ method: 'password', at: now }]);
  await sql.insert(
    'mfa_pending_sign_ins',
    people.map(({ id }, index) => ({
      token_hash: tokens[index]?.hash ?? '',
      user_id: id,
      epoch: 0,
      proofs,
      attempts: 0,
      failures: 0,
      created_at: now,
      expires_at: now + HOUR / 6,
    })),
  );
  return tokens.map(({ value }) => held(value));
}

/** A challenge of a sign-in by passkey, so many times. */
export async function beginCeremonies(sql: Sql, count: number): Promise<readonly string[]> {
  const challenges = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
  const expiresAt = Date.now() + HOUR / 12;
  await sql.run("DELETE FROM mfa_ceremonies WHERE owner = ''");
  await sql.insert(
    'mfa_ceremonies',
    challenges.map((challenge) => ({
      challenge_hash: hashOfToken(challenge),
      purpose: 'passkey-sign-in',
      owner: '',
      options: '{"userVerification":"required"}',
      expires_at: expiresAt,
    })),
  );
  return challenges;
}
