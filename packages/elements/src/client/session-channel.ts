import type { StepUpHandler } from './mfa-client.js';
import { MfaError, type StepUpRequirement } from './mfa-error.js';
import type { SessionView } from './views.js';

/**
 * What every client has beside its calls: the last session view, those who follow it, and the one who asks for a step-up.
 * Owns no network. It is a base class so that the scripted client coordinates exactly as the real one does.
 */
export abstract class SessionChannel {
  #current: SessionView | undefined;
  readonly #listeners = new Set<(session: SessionView) => void>();
  #handler: StepUpHandler | undefined;
  #asking: Promise<boolean> | undefined;
  #proofs = 0;

  get current(): SessionView | undefined {
    return this.#current;
  }

  subscribe(listener: (session: SessionView) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  handleStepUp(handler: StepUpHandler): () => void {
    this.#handler = handler;
    return () => {
      if (this.#handler === handler) this.#handler = undefined;
    };
  }

  stepUp(requirement: StepUpRequirement): Promise<boolean> {
    return (this.#asking ??= this.#ask(requirement));
  }

  async #ask(requirement: StepUpRequirement): Promise<boolean> {
    try {
      const proven = (await this.#handler?.(requirement)) ?? false;
      if (proven) this.#proofs += 1;
      return proven;
    } finally {
      this.#asking = undefined;
    }
  }

  /** Takes a new session view and tells all who follow. */
  protected announce(session: SessionView): SessionView {
    this.#current = session;
    for (const listener of [...this.#listeners]) listener(session);
    return session;
  }

  /** Makes a call; where it is refused for want of a fresh proof, asks for one and repeats the call once. */
  protected async withStepUp<Result>(call: () => Promise<Result>): Promise<Result> {
    const proofs = this.#proofs;
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof MfaError) || error.code !== 'step_up_required' || !error.stepUp) throw error;
      // A call that was under way while somebody else's step-up succeeded only has to be repeated.
      if (proofs === this.#proofs && !(await this.stepUp(error.stepUp))) throw error;
      return call();
    }
  }
}
