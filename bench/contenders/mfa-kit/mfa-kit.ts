import { openSql } from '../../databases/sql.ts';
import { wireRequest, type WireRequest } from '../../load/request.ts';
import { codeOf, wrongCodeOf } from '../../people/codes.ts';
import { assertionOf, type Person } from '../../people/person.ts';
import { startChild, type Child } from '../../running/child.ts';
import { servedContender, type Contender, type Prepare } from '../../running/contender.ts';
import { openKeyRing, type KeyRingSettings } from '../../../packages/server/src/secrets/key-ring.ts';
import { PEOPLE_TABLE } from './people.ts';
import {
  beginCeremonies,
  beSeen,
  beginSignIns,
  forgetProofs,
  giveHistory,
  giveRecoveryCodes,
  settle,
  type Held,
} from './tables.ts';

/** A running kit with people in it. */
export interface RunningKit extends Contender {
  readonly child: Child;
  /** A wrong recovery code for each of them. */
  readonly guesses: Prepare;
}

/**
 * @param furnished How many of the people have recovery codes, which take a slow hash each, and a history.
 */
export async function startMfaKit(
  url: string,
  keys: KeyRingSettings,
  people: readonly Person[],
  furnished: number,
): Promise<RunningKit> {
  const sql = await openSql(url);
  await sql.run(PEOPLE_TABLE);
  const child = await startChild('contenders/mfa-kit/server.ts', { url, keys });
  const ring = await openKeyRing(keys);
  const sessions = await settle(sql, ring, people);
  const some = people.slice(0, furnished);
  await giveHistory(sql, some);
  const codes = await giveRecoveryCodes(sql, ring, some);

  const post = (person: Person, path: string, body: unknown, held?: Held, cookie = 'pending'): WireRequest =>
    wireRequest(person.number, {
      method: 'POST',
      path: `/mfa${path}`,
      body,
      ...(held && { headers: { Cookie: `mfa-${cookie}=${held.token}`, 'X-MFA-CSRF': held.csrf } }),
    });

  /** Finishes a sign-in that was begun, with something that each person has. */
  const finishing =
    (path: string, bodyOf: (person: Person) => unknown): Prepare =>
    async (who) => {
      await forgetProofs(sql);
      const pending = await beginSignIns(sql, who);
      return who.map((person, index) => post(person, path, bodyOf(person), pending[index]));
    };

  const reading =
    (path: string): Prepare =>
    async (who) => {
      await beSeen(sql);
      return who.map(({ id, number }) => {
        const headers = { Cookie: `mfa-session=${sessions.get(id)?.token ?? ''}` };
        return wireRequest(number, { method: 'GET', path: `/mfa${path}`, headers });
      });
    };

  const contender = servedContender({
    name: 'mfa-kit',
    child,
    prepare: {
      totp: finishing('/challenge/totp', (person) => ({ code: codeOf(person) })),
      'failed-totp': finishing('/challenge/totp', (person) => ({ code: wrongCodeOf(person) })),
      'recovery-code': finishing('/challenge/recovery-code', ({ id }) => ({ code: codes.get(id) ?? '' })),
      async passkey(who) {
        const challenges = await beginCeremonies(sql, who.length);
        return who.map((person, index) =>
          post(person, '/passkey-sign-in', { response: assertionOf(person, challenges[index] ?? '') }),
        );
      },
      session: reading('/session'),
      factors: reading('/factors'),
      activity: reading('/activity'),
    },
    close: () => sql.close(),
  });
  return {
    ...contender,
    child,
    guesses: finishing('/challenge/recovery-code', () => ({ code: '0000-0000-0000-0000' })),
  };
}
