import { createHash } from 'node:crypto';
import type { Ledger } from '../invariants/ledger.ts';

interface ToldSession {
  readonly person: string;
  /** Factors that were proven in it; it ends with them. */
  readonly factors: readonly string[];
}

/** What a server knows a token by. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** What clients were told to be so, and have not asked to be otherwise since: a server that said yes has it stored. */
export class Acknowledged {
  readonly #sessions = new Map<string, ToldSession>();
  /** People by their confirmed authenticators. */
  readonly #factors = new Map<string, string>();
  readonly #spentCodes = new Map<string, number>();

  session(token: string, told: ToldSession, former?: string): void {
    if (former !== undefined) this.#sessions.delete(hashOf(former));
    this.#sessions.set(hashOf(token), told);
  }

  /** Before it is asked to end: whether it was, nobody knows until the answer. */
  sessionMayEnd(token: string): void {
    this.#sessions.delete(hashOf(token));
  }

  factor(id: string, person: string): void {
    this.#factors.set(id, person);
  }

  /** Sessions in which it was proven end with it, but for the one in which that is asked. */
  factorMayGo(id: string, currentToken: string): void {
    this.#factors.delete(id);
    for (const [hash, { factors }] of this.#sessions)
      if (factors.includes(id) && hash !== hashOf(currentToken)) this.#sessions.delete(hash);
  }

  codeSpent(person: string): void {
    this.#spentCodes.set(person, (this.#spentCodes.get(person) ?? 0) + 1);
  }

  /** @returns everything that was told and is not there. */
  lostIn({ sessions, totpFactors, passkeys, events }: Ledger): readonly string[] {
    const hashes = new Set(
      sessions.flatMap(({ token_hash: hash, previous_token_hash: former }) => [hash, former ?? '']),
    );
    const factors = new Set([...totpFactors, ...passkeys].map(({ id }) => id));
    const used = Map.groupBy(
      events.filter(({ event }) => event === 'auth.recovery_code.used'),
      ({ subject }) => subject,
    );
    return [
      ...[...this.#sessions]
        .filter(([hash]) => !hashes.has(hash))
        .map(([hash, { person }]) => `a session of ${person} that was acknowledged: ${hash}`),
      ...[...this.#factors]
        .filter(([id]) => !factors.has(id))
        .map(([id, person]) => `a factor of ${person} that was acknowledged: ${id}`),
      ...[...this.#spentCodes]
        .filter(([person, count]) => (used.get(person)?.length ?? 0) < count)
        .map(([person, count]) => `the use of a recovery code by ${person}, who used ${count}`),
    ];
  }
}
