import { randomBytes } from 'node:crypto';
import argon2 from 'argon2';

/** The cost OWASP gives as the least for argon2id: 19 MiB, two passes. */
const COST = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return argon2.hash(password, COST);
}

/** Checks passwords in the same time whether or not the account exists. */
export interface PasswordCheck {
  /** @param hash Of the account; `undefined` for an unknown one, which then takes as long and never matches. */
  matches(hash: string | undefined, password: string): Promise<boolean>;
}

export async function passwordCheck(): Promise<PasswordCheck> {
  // Rule B5: without a hash to compute, an unknown login would be answered so quickly that anyone could find out who has an account.
  const dummy = await hashPassword(randomBytes(32).toString('base64url'));
  return {
    async matches(hash, password) {
      const equal = await argon2.verify(hash ?? dummy, password);
      return equal && hash !== undefined;
    },
  };
}
