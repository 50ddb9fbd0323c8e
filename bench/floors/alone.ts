import { randomBytes } from 'node:crypto';
import { beginSignIns, forgetProofs, giveHistory, settle } from '../contenders/mfa-kit/tables.ts';
import { PEOPLE_TABLE } from '../contenders/mfa-kit/people.ts';
import { openSql } from '../databases/sql.ts';
import type { Sample } from '../load/load.ts';
import { assertionOf, type Person } from '../people/person.ts';
import { startChild } from '../running/child.ts';
import { spending, type Contender } from '../running/contender.ts';
import type { Scenario } from '../running/scenarios.ts';
import { argon2Hasher } from '../../packages/server/src/ports/hasher.ts';
import { openKeyRing, type KeyRingSettings } from '../../packages/server/src/secrets/key-ring.ts';
import { hashOfToken } from '../../packages/server/src/secrets/tokens.ts';

/** What the process that does it is told: something for each time. */
export interface Work {
  readonly scenario: Scenario;
  readonly connections: number;
  readonly items: readonly unknown[];
}

/**
 * The dear part of each scenario alone: the kit's own statements without HTTP, one slow hash for a recovery code (in the kit's own queue),
 * one signature for a passkey.
 */
export async function startAlone(
  url: string,
  keys: KeyRingSettings,
  people: readonly Person[],
  furnished: number,
): Promise<Contender> {
  const child = await startChild('floors/alone-process.ts', { url });
  const sql = await openSql(url);
  await sql.run(PEOPLE_TABLE);
  const sessions = await settle(sql, await openKeyRing(keys), people);
  await giveHistory(sql, people.slice(0, furnished));
  const hash = await argon2Hasher().hash(Buffer.alloc(32, 1));

  async function itemsOf(scenario: Scenario, who: readonly Person[]): Promise<readonly unknown[]> {
    switch (scenario) {
      case 'recovery-code':
        return who.map(() => hash);
      case 'passkey':
        return who.map((person) => {
          const challenge = randomBytes(32).toString('base64url');
          const response = assertionOf(person, challenge);
          return { response, challenge, publicKey: person.publicKey.toString('base64url') };
        });
      case 'totp':
      case 'failed-totp': {
        await forgetProofs(sql);
        const begun = await beginSignIns(sql, who);
        return begun.map(({ token }) => hashOfToken(token));
      }
      default:
        return who.map(({ id }) => hashOfToken(sessions.get(id)?.token ?? ''));
    }
  }

  return {
    name: 'alone',
    floor: true,
    scenarios: new Set<Scenario>([
      'totp',
      'failed-totp',
      'recovery-code',
      'passkey',
      'session',
      'factors',
      'activity',
    ]),
    async measure(scenario, who, connections) {
      const work: Work = { scenario, connections, items: await itemsOf(scenario, who) };
      return spending(child, async () => (await child.ask(work)) as Sample);
    },
    async stop() {
      await child.stop();
      await sql.close();
    },
  };
}
