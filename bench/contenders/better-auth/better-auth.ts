import { createHmac, randomBytes } from 'node:crypto';
import { symmetricEncrypt } from 'better-auth/crypto';
import { openSql, type Sql } from '../../databases/sql.ts';
import { wireRequest } from '../../load/request.ts';
import { codeOf, wrongCodeOf } from '../../people/codes.ts';
import { assertionOf, type Person } from '../../people/person.ts';
import { startChild } from '../../running/child.ts';
import { servedContender, type Contender, type Prepare } from '../../running/contender.ts';

const DAY = 86_400_000;
const SECRET = randomBytes(32).toString('base64url');

const signed = (value: string): string =>
  encodeURIComponent(`${value}.${createHmac('sha256', SECRET).update(value).digest('base64')}`);
const cookie = (name: string, value: string): string => `better-auth.${name}=${signed(value)}`;
const later = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
const newToken = (): string => randomBytes(24).toString('base64url');

interface Kept {
  readonly sessions: ReadonlyMap<string, string>;
  /** Of those who have some: the list as it is stored, and the first of it. */
  readonly codes: ReadonlyMap<string, { readonly stored: string; readonly first: string }>;
}

async function settle(sql: Sql, people: readonly Person[], furnished: number): Promise<Kept> {
  const now = later(0);
  const dates = { createdAt: now, updatedAt: now };
  const sessions = new Map(people.map(({ id }) => [id, newToken()]));
  await sql.insert(
    '"user"',
    people.map(({ id, name }) => ({
      id,
      name,
      email: name,
      emailVerified: 1,
      twoFactorEnabled: 1,
      ...dates,
    })),
  );
  const codes = new Map<string, { stored: string; first: string }>();
  const factors = [];
  for (const { id, secret, number } of people) {
    const list = Array.from({ length: 10 }, () => randomBytes(8).toString('base64url'));
    const backupCodes = await symmetricEncrypt({ key: SECRET, data: JSON.stringify(list) });
    if (number < furnished) codes.set(id, { stored: backupCodes, first: list[0] ?? '' });
    const encrypted = await symmetricEncrypt({ key: SECRET, data: secret.toString() });
    factors.push({
      id: `totp-${id}`,
      userId: id,
      secret: encrypted,
      backupCodes,
      verified: 1,
      failedVerificationCount: 0,
    });
  }
  await sql.insert('"twoFactor"', factors);
  await sql.insert(
    '"passkey"',
    people.map(({ id, credential, publicKey }) => ({
      id: `passkey-${id}`,
      userId: id,
      name: 'Phone',
      publicKey: publicKey.toString('base64'),
      credentialID: credential.id.toString('base64url'),
      counter: 0,
      deviceType: 'multiDevice',
      backedUp: 1,
      transports: 'hybrid,internal',
      createdAt: now,
      aaguid: '00000000-0000-0000-0000-000000000000',
    })),
  );
  await sql.insert(
    '"session"',
    [...sessions].map(([userId, token]) => ({
      id: newToken(),
      token,
      userId,
      expiresAt: later(7 * DAY),
      ipAddress: '192.0.2.7',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
      ...dates,
    })),
  );
  return { sessions, codes };
}

/** What better-auth keeps for a moment: sign-ins begun, tries left, challenges. */
async function keepForAMoment(sql: Sql, kept: readonly (readonly [string, string])[]): Promise<void> {
  const now = later(0);
  await sql.run('DELETE FROM "verification"');
  await sql.insert(
    '"verification"',
    kept.map(([identifier, value]) => ({
      id: newToken(),
      identifier,
      value,
      expiresAt: later(DAY / 24),
      createdAt: now,
      updatedAt: now,
    })),
  );
}

/** It lists passkeys and knows of a person whether there is TOTP; a history of what happened it does not keep. */
export async function startBetterAuth(
  url: string,
  people: readonly Person[],
  furnished: number,
): Promise<Contender> {
  const child = await startChild('contenders/better-auth/server.ts', { url, secret: SECRET });
  const sql = await openSql(url);
  const { sessions, codes } = await settle(sql, people, furnished);
  const path = (name: string): string => `/api/auth${name}`;

  const finishing =
    (name: string, bodyOf: (person: Person) => unknown): Prepare =>
    async (who) => {
      await sql.run(
        'UPDATE "twoFactor" SET "failedVerificationCount" = 0 WHERE "failedVerificationCount" > 0',
      );
      const begun = who.map(() => `2fa-${newToken()}`);
      await keepForAMoment(
        sql,
        who.flatMap(({ id }, index) => [
          [begun[index] ?? '', id],
          [`2fa-attempts-${begun[index] ?? ''}`, '0'],
        ]),
      );
      return who.map((person, index) =>
        wireRequest(person.number, {
          method: 'POST',
          path: path(name),
          headers: { Cookie: cookie('two_factor', begun[index] ?? '') },
          body: bodyOf(person),
        }),
      );
    };

  const reading =
    (name: string): Prepare =>
    (who) =>
      Promise.resolve(
        who.map(({ id, number }) => {
          const headers = { Cookie: cookie('session_token', sessions.get(id) ?? '') };
          return wireRequest(number, { method: 'GET', path: path(name), headers });
        }),
      );

  const byCode = finishing('/two-factor/verify-backup-code', ({ id }) => ({ code: codes.get(id)?.first }));

  return servedContender({
    name: 'better-auth',
    child,
    prepare: {
      totp: finishing('/two-factor/verify-totp', (person) => ({ code: codeOf(person) })),
      'failed-totp': finishing('/two-factor/verify-totp', (person) => ({ code: wrongCodeOf(person) })),
      async 'recovery-code'(who) {
        for (const [id, { stored }] of codes)
          await sql.run('UPDATE "twoFactor" SET "backupCodes" = $1 WHERE "userId" = $2', stored, id);
        return byCode(who);
      },
      async passkey(who) {
        const begun = who.map(() => ({ token: newToken(), challenge: newToken() }));
        await keepForAMoment(
          sql,
          begun.map(({ token, challenge }) => [
            token,
            JSON.stringify({ type: 'authentication', expectedChallenge: challenge, userData: { id: '' } }),
          ]),
        );
        return who.map((person, index) =>
          wireRequest(person.number, {
            method: 'POST',
            path: path('/passkey/verify-authentication'),
            headers: { Cookie: cookie('better-auth-passkey', begun[index]?.token ?? '') },
            body: { response: assertionOf(person, begun[index]?.challenge ?? '') },
          }),
        );
      },
      session: reading('/get-session'),
      factors: reading('/passkey/list-user-passkeys'),
    },
    close: () => sql.close(),
  });
}
