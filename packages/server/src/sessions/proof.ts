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
 * The proofs of a session with a newer one of the same method taking the older one's place. A passkey that verified nobody takes no
 * place of one that did: it is as new, but it is less, and what was proven stays proven (rule W4).
 */
export function withProof(proofs: readonly Proof[], proof: Proof): readonly Proof[] {
  const stays = (older: Proof): boolean =>
    older.method !== proof.method || (older.userVerified === true && proof.userVerified !== true);
  return [...proofs.filter(stays), proof];
}
