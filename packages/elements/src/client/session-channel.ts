import { OnDemand } from '../foundation/on-demand.js';
import type { CallOptions, StepUpHandler } from './mfa-client.js';
import { MfaError, type StepUpRequirement } from './mfa-error.js';
import type { Question } from './step-up-question.js';
import { isSamePerson } from './same-person.js';
import type { SessionView } from './views.js';

/** Fetched as soon as somebody is there to ask: that a call is refused for want of proof is no rare thing then. */
const questions = new OnDemand(() => import('./step-up-question.js'));

/**
 * What every client has beside its calls: the last session view, those who follow it, and the one who asks for a step-up.
 * Owns no network. It is a base class so that the scripted client coordinates exactly as the real one does.
 */
export abstract class SessionChannel {
  #current: SessionView | undefined;
  readonly #listeners = new Set<(session: SessionView) => void>();
  readonly #handlers = new Set<StepUpHandler>();
  #question: Question | undefined;
  #proofs = 0;

  get current(): SessionView | undefined {
    return this.#current;
  }

  subscribe(listener: (session: SessionView) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  handleStepUp(handler: StepUpHandler): () => void {
    this.#handlers.add(handler);
    void questions.preload();
    return () => this.#handlers.delete(handler);
  }

  async stepUp(requirement: StepUpRequirement, { signal }: CallOptions = {}): Promise<boolean> {
    if (!this.#handlers.size) return false;
    const before = this.#current;
    const { Question } = await questions.load();
    if (!isSamePerson(before, this.#current)) return false;
    this.#question ??= new Question((withdrawn) =>
      this.#prove(requirement, withdrawn).finally(() => (this.#question = undefined)),
    );
    return this.#question.wait(signal);
  }

  async #prove(requirement: StepUpRequirement, signal: AbortSignal): Promise<boolean> {
    const before = this.#current;
    const handler = [...this.#handlers].at(-1);
    const proven = (await handler?.(requirement, { signal })) ?? false;
    // Whoever took over this browser's session meanwhile has proven something for themselves, not for what was begun before.
    if (!proven || !isSamePerson(before, this.#current)) return false;
    this.#proofs += 1;
    return true;
  }

  /**
   * Takes a new session view and tells all who follow.
   *
   * @throws MfaError `unexpected` where it doesn't say how the session stands: whoever answered that, it was not the router.
   */
  protected announce(session: SessionView): SessionView {
    if (!(session as Partial<SessionView> | undefined)?.state) throw new MfaError('unexpected');
    this.#current = session;
    for (const listener of [...this.#listeners]) listener(session);
    return session;
  }

  /** Makes a call; where it is refused for want of a fresh proof, asks for one and repeats the call once. */
  protected async withStepUp<Result>(call: () => Promise<Result>, options?: CallOptions): Promise<Result> {
    const proofs = this.#proofs;
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof MfaError) || error.code !== 'step_up_required' || !error.stepUp) throw error;
      // A call that was under way while somebody else's step-up succeeded only has to be repeated.
      if (proofs === this.#proofs && !(await this.stepUp(error.stepUp, options))) throw error;
      return call();
    }
  }
}
