import { createHmac } from 'node:crypto';
import type { Person } from './person.ts';

const PERIOD = 30_000;

/** The code that a person's authenticator app shows now (RFC 6238). */
export function codeOf({ secret }: Pick<Person, 'secret'>, now = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / PERIOD)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/** A code that is wrong now, just before and just after. */
export function wrongCodeOf(person: Pick<Person, 'secret'>, now = Date.now()): string {
  const right = [-2, -1, 0, 1, 2].map((steps) => codeOf(person, now + steps * PERIOD));
  for (let guess = 0; ; guess += 1) {
    const code = String(guess).padStart(6, '0');
    if (!right.includes(code)) return code;
  }
}
