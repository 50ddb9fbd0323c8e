/** A proof, as an action uses it up. */
export interface ProofUse {
  readonly sessionId: string;
  readonly action: string;
  /** What tells one proof of a session from another: its method, its factor and its time. */
  readonly proof: string;
}

export interface StepUpStore {
  /**
   * Uses a proof up for an action that takes a new one each time. One guarded statement is the verdict (rule S1): of two requests with the
   * same proof, in whatever process, one is told that it was the first.
   *
   * @returns whether the proof was still unused, and its session alive.
   */
  useProof(use: ProofUse): Promise<boolean>;
}
