/** The ways of proving who one is. A recovery code is a method, not a factor. */
export type Method =
  'passkey' | 'totp' | 'recovery-code' | 'password' | 'remembered-device' | 'account-recovery';

/** A method that a person used, and when. A session's assurance is derived from these and from nothing else (rule S4). */
export interface Proof {
  readonly method: Method;
  /** Milliseconds. */
  readonly at: number;
}

/** The proofs of a session with a newer one of the same method taking the older one's place. */
export function withProof(proofs: readonly Proof[], proof: Proof): readonly Proof[] {
  return [...proofs.filter(({ method }) => method !== proof.method), proof];
}
