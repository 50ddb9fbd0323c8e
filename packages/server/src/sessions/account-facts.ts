import type { Owed } from '../policy/policy.store.ts';

/** What the store knows of a person at the moment of a request; read in the same statement as their session. */
export interface AccountFacts {
  readonly userId: string;
  /** Goes up with each change of password, factors or codes (rule S5). */
  readonly epoch: number;
  readonly totpFactors: number;
  /** Of those, how many are locked (rule L2). */
  readonly lockedTotpFactors: number;
  readonly passkeys: number;
  /** When something last happened to the account after which it should have a second step. */
  readonly incidentAt?: number;
  readonly recoveryCodes?: {
    /** None, where they are locked (rule L2). */
    readonly remaining: number;
    readonly total: number;
    readonly createdAt: number;
    readonly confirmed: boolean;
  };
  /** What their workspace asks, and by when. */
  readonly owed: Owed;
}

/** Whether there is anything that the password alone would be the weaker door beside: a locked authenticator too (rule L2). */
export const hasFactor = (facts: Pick<AccountFacts, 'totpFactors' | 'passkeys'>): boolean =>
  facts.totpFactors + facts.passkeys > 0;

/** Whether the person can prove a factor: a locked authenticator proves nothing any more (rule L2), and so meets nothing that is asked. */
export const hasUsableFactor = ({
  totpFactors,
  lockedTotpFactors,
  passkeys,
}: Pick<AccountFacts, 'totpFactors' | 'lockedTotpFactors' | 'passkeys'>): boolean =>
  totpFactors - lockedTotpFactors + passkeys > 0;
