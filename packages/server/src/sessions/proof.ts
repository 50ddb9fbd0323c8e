/** The ways of proving who one is. A recovery code is a method, not a factor. */
export type Method =
  'passkey' | 'totp' | 'recovery-code' | 'password' | 'remembered-device' | 'account-recovery';

/** A method that a person used, and when. A session's assurance is derived from these and from nothing else (rule S4). */
export interface Proof {
  readonly method: Method;
  /** Milliseconds. */
  readonly at: number;
  /** Which factor, where the method is one. */
  readonly factor?: string;
  /** For a passkey: whether the device checked who holds it. Without that, it is one factor and not two (rule W4). */
  readonly userVerified?: boolean;
}

/**
 * The proofs of a session with a newer one taking the place of an older one of the same method and factor: there are never more than a
 * person has factors, and what a session was opened with is not forgotten over another factor. A passkey that verified nobody takes no
 * place of when it did: it is as new, but it is less, and what was proven stays proven (rule W4).
 */
export function withProof(proofs: readonly Proof[], proof: Proof): readonly Proof[] {
  const stays = (older: Proof): boolean =>
    older.method !== proof.method ||
    older.factor !== proof.factor ||
    (older.userVerified === true && proof.userVerified !== true);
  return [...proofs.filter(stays), proof];
}

/** What is left of the proofs of a session when factors are removed: what is gone proves nothing any more (rule S4). */
export const withoutFactors = (proofs: readonly Proof[], factorIds: readonly string[]): readonly Proof[] =>
  proofs.filter(({ factor }) => factor === undefined || !factorIds.includes(factor));
