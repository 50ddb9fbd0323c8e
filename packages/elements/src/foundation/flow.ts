import type { ReactiveController } from 'lit';
import type { CallOptions } from '../client/mfa-client.js';
import type { MfaError } from '../client/mfa-error.js';
import type { MfaElement } from './mfa-element.js';
import { ServerCall } from './server-call.js';

/**
 * What the flows of all elements have in common: they are in one state at a time, and calls to the server lead from one to the next.
 * Owns the state and the one call that may change it; which states there are, and what they know, is each flow's own matter.
 * Flows are controllers because calls end, and what they know is forgotten, when the element leaves the page.
 */
export abstract class Flow<State extends { name: string }> implements ReactiveController {
  state: State;

  protected readonly host: MfaElement;
  protected readonly call: ServerCall;
  readonly #entered: (state: State, before: State) => void;

  /**
   * @param state to begin with.
   * @param entered called at each change of state, before the element renders it.
   */
  constructor(host: MfaElement, state: State, entered: (state: State, before: State) => void) {
    this.host = host;
    this.state = state;
    this.#entered = entered;
    this.call = new ServerCall(host);
    host.addController(this);
  }

  /** Whether a call takes so long that it should show. */
  get slow(): boolean {
    return this.call.slow;
  }

  /** Whether a call is under way. */
  get isBusy(): boolean {
    return this.call.pending;
  }

  abstract hostDisconnected(): void;

  /** For the flow itself, and for parts of it that come on demand. */
  enter(state: State): void {
    const before = this.state;
    this.state = state;
    this.#entered(state, before);
    this.host.showStates({ _reading: state.name === 'loading' });
    this.host.requestUpdate();
  }

  /**
   * Tries something at the server, unless a call is under way. For the flow itself and its parts, likewise.
   *
   * @param done gets the answer.
   * @param failed says where a failure leads.
   */
  attempt<Answer>(
    task: (options: Required<CallOptions>) => Promise<Answer>,
    done: (answer: Answer) => void,
    failed: (error: MfaError) => State,
  ): void {
    this.call.run(task, done, (error) => {
      this.enter(failed(error));
    });
  }
}
