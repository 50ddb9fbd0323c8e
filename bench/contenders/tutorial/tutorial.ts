import argon2 from 'argon2';
import { randomBytes } from 'node:crypto';
import { openSql } from '../../databases/sql.ts';
import { wireRequest, type WireRequest } from '../../load/request.ts';
import { base32 } from '../../people/base32.ts';
import { codeOf, wrongCodeOf } from '../../people/codes.ts';
import { assertionOf, type Person } from '../../people/person.ts';
import { startChild } from '../../running/child.ts';
import { servedContender, type Contender, type Prepare } from '../../running/contender.ts';

const HOUR = 3_600_000;
const EVENTS = 60;

const TABLES = [
  'CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, secret TEXT)',
  'CREATE TABLE sessions (id TEXT PRIMARY KEY, user_id TEXT NOT NULL, second_factor BIGINT NOT NULL, expires_at BIGINT NOT NULL)',
  'CREATE TABLE passkeys (id TEXT PRIMARY KEY, user_id TEXT NOT NULL, credential_id TEXT NOT NULL UNIQUE, public_key TEXT NOT NULL, counter BIGINT NOT NULL)',
  'CREATE INDEX passkeys_of_user ON passkeys (user_id)',
  'CREATE TABLE ceremonies (id TEXT PRIMARY KEY, challenge TEXT NOT NULL)',
  'CREATE TABLE recovery_codes (id TEXT PRIMARY KEY, user_id TEXT NOT NULL, hash TEXT NOT NULL, used BIGINT NOT NULL)',
  'CREATE INDEX recovery_codes_of_user ON recovery_codes (user_id)',
  'CREATE TABLE activity (user_id TEXT NOT NULL, event TEXT NOT NULL, method TEXT NOT NULL, at BIGINT NOT NULL)',
  'CREATE INDEX activity_of_user ON activity (user_id, at)',
];

const newToken = (): string => randomBytes(24).toString('base64url');

/** @param furnished How many of the people have a recovery code, which takes a slow hash, and a history. */
export async function startTutorial(
  url: string,
  people: readonly Person[],
  furnished: number,
): Promise<Contender> {
  const sql = await openSql(url);
  for (const table of TABLES) await sql.run(table);
  const now = Date.now();
  const sessions = new Map(people.map(({ id }) => [id, newToken()]));
  const codes = new Map(people.slice(0, furnished).map(({ id }) => [id, newToken()]));
  await sql.insert(
    'users',
    people.map(({ id, name, secret }) => ({ id, email: name, secret: base32(secret) })),
  );
  await sql.insert(
    'sessions',
    [...sessions].map(([user_id, id]) => ({ id, user_id, second_factor: 1, expires_at: now + 24 * HOUR })),
  );
  await sql.insert(
    'passkeys',
    people.map(({ id, credential, publicKey }) => ({
      id: `passkey-${id}`,
      user_id: id,
      credential_id: credential.id.toString('base64url'),
      public_key: publicKey.toString('base64url'),
      counter: 0,
    })),
  );
  for (const [user_id, code] of codes)
    await sql.insert('recovery_codes', [
      {
        id: newToken(),
        user_id,
        hash: await argon2.hash(code, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
        used: 0,
      },
    ]);
  await sql.insert(
    'activity',
    people.slice(0, furnished).flatMap(({ id: user_id }) =>
      Array.from({ length: EVENTS }, (_, index) => ({
        user_id,
        event: 'signed in',
        method: 'totp',
        at: now - index * HOUR,
      })),
    ),
  );
  const child = await startChild('contenders/tutorial/server.ts', { url });

  const post = (person: Person, path: string, cookie: string, body: unknown): WireRequest =>
    wireRequest(person.number, { method: 'POST', path, headers: { Cookie: cookie }, body });

  /** Finishes a sign-in that was begun: here, a session without its second factor. */
  const finishing =
    (path: string, bodyOf: (person: Person) => unknown): Prepare =>
    async (who) => {
      const begun = who.map(({ id }) => ({
        id: newToken(),
        user_id: id,
        second_factor: 0,
        expires_at: Date.now() + HOUR,
      }));
      await sql.insert('sessions', begun);
      return who.map((person, index) => post(person, path, `sid=${begun[index]?.id ?? ''}`, bodyOf(person)));
    };

  const reading =
    (path: string): Prepare =>
    (who) =>
      Promise.resolve(
        who.map(({ id, number }) => {
          const headers = { Cookie: `sid=${sessions.get(id) ?? ''}` };
          return wireRequest(number, { method: 'GET', path, headers });
        }),
      );

  const byCode = finishing('/login/recovery', ({ id }) => ({ code: codes.get(id) ?? '' }));

  return servedContender({
    name: 'tutorial',
    child,
    prepare: {
      totp: finishing('/login/totp', (person) => ({ code: codeOf(person) })),
      'failed-totp': finishing('/login/totp', (person) => ({ code: wrongCodeOf(person) })),
      async 'recovery-code'(who) {
        await sql.run('UPDATE recovery_codes SET used = 0');
        return byCode(who);
      },
      async passkey(who) {
        const begun = who.map(() => ({ id: newToken(), challenge: newToken() }));
        await sql.insert('ceremonies', begun);
        return who.map((person, index) =>
          post(
            person,
            '/login/passkey',
            `ceremony=${begun[index]?.id ?? ''}`,
            assertionOf(person, begun[index]?.challenge ?? ''),
          ),
        );
      },
      session: reading('/me'),
      factors: reading('/factors'),
      activity: reading('/activity'),
    },
    close: () => sql.close(),
  });
}
